/** Where the neurons of a small drawing of the network stand. */

export interface MapSize {
  readonly width: number;
  readonly height: number;
}

export interface NetworkMap {
  /** Of layer l and neuron i, px. */
  readonly place: (l: number, i: number) => { readonly x: number; readonly y: number };
  readonly radius: number;
}

/** Room around the outermost neurons, px. */
const MARGIN = 12;
const LARGEST_RADIUS = 8;
/** Of the distance between neighbours that a neuron may fill. */
const FILL = 0.34;

/** Columns and the neurons in them evenly spread, each column centred. */
export function networkMap(sizes: readonly number[], { width, height }: MapSize): NetworkMap {
  const tallest = Math.max(1, ...sizes);
  const across = (width - 2 * MARGIN) / Math.max(1, sizes.length - 1);
  const down = (height - 2 * MARGIN) / Math.max(1, tallest - 1);
  return {
    place: (l, i) => ({
      x: MARGIN + across * (l - 1),
      y: height / 2 + down * (i - (sizes[l - 1] + 1) / 2),
    }),
    radius: Math.min(LARGEST_RADIUS, FILL * across, FILL * down),
  };
}
