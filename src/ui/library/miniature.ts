/** A network as small as a word: its columns and edges, without numbers. */
import type { Network } from "../../engine/network.ts";
import { weightIndex } from "../../engine/layout.ts";
import { edgeExists } from "../../engine/trace.ts";

export interface Miniature {
  /** Path data of the edges with weights ≥ 0, and of those with weights < 0. */
  readonly positive: string;
  readonly negative: string;
  readonly neurons: readonly { readonly x: number; readonly y: number }[];
  readonly radius: number;
}

const LARGEST_RADIUS = 3.5;
/** Of the distance between neighbours that a neuron may fill. */
const FILL = 0.3;

/** Places in pixels, in a box of the given size; columns and the neurons in them evenly spread. */
export function miniature(
  { layout, w, mask }: Network,
  { width, height }: { readonly width: number; readonly height: number },
): Miniature {
  const { sizes, L } = layout;
  const tallest = Math.max(1, ...sizes);
  const radius = Math.min(
    LARGEST_RADIUS,
    (FILL * height) / tallest,
    (FILL * width) / Math.max(1, L),
  );
  const place = (l: number, i: number): { x: number; y: number } => ({
    x: round((width * (l - 0.5)) / L),
    y: round(height / 2 + (height / tallest) * (i - (sizes[l - 1] + 1) / 2)),
  });
  const paths = { positive: "", negative: "" };
  const neurons: { x: number; y: number }[] = [];
  sizes.forEach((size, k) => {
    const l = k + 1;
    const inputs = l === 1 ? 0 : sizes[k - 1];
    for (let i = 1; i <= size; i++) {
      const to = place(l, i);
      neurons.push(to);
      for (let j = 1; j <= inputs; j++) {
        if (!edgeExists({ layout, mask }, l, i, j)) continue;
        const from = place(l - 1, j);
        const sign = w[weightIndex(layout, l, i, j)] < 0 ? "negative" : "positive";
        paths[sign] += `M${from.x} ${from.y}L${to.x} ${to.y}`;
      }
    }
  });
  return { ...paths, neurons, radius };
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
