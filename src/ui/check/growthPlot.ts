/** Costs against the size of a network as places on a drawing: the size linear, the cost by powers of ten. */
import { METHODS, type Growth, type Method } from "../../engine/cost.ts";

export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

/** Room for the numbers of the axes, px. */
export const MARGIN = { top: 10, right: 10, bottom: 22, left: 38 } as const;
/** No label of an axis comes closer to the next one than this, px. */
const LABEL_ROOM = { x: 30, y: 24 } as const;

export interface GrowthScale {
  readonly x: (at: number) => number;
  readonly y: (cost: number) => number;
  /** The sizes that are labelled. */
  readonly sizes: readonly number[];
  /** The powers of ten that are labelled, as exponents. */
  readonly decades: readonly number[];
}

export function growthScale({ at, cost }: Growth, { width, height }: PlotSize): GrowthScale {
  const first = at[0];
  const last = at[at.length - 1];
  const largest = Math.max(...cost.flatMap((each) => METHODS.map((method) => each[method])));
  const top = Math.max(1, Math.ceil(Math.log10(largest)));
  const inner = {
    width: Math.max(1, width - MARGIN.left - MARGIN.right),
    height: Math.max(1, height - MARGIN.top - MARGIN.bottom),
  };
  return {
    x: (size) => MARGIN.left + ((size - first) / (last - first)) * inner.width,
    y: (value) => MARGIN.top + (1 - Math.log10(Math.max(1, value)) / top) * inner.height,
    sizes: evenly(first, last, inner.width / LABEL_ROOM.x),
    decades: evenly(0, top, inner.height / LABEL_ROOM.y),
  };
}

/** Whole numbers from `low` on at equal distances, at most `most` of them. */
function evenly(low: number, high: number, most: number): number[] {
  const every = Math.max(1, Math.ceil((high - low) / Math.max(1, Math.floor(most) - 1)));
  const found: number[] = [];
  for (let value = low; value <= high; value += every) found.push(value);
  return found;
}

/** The curve of a method as the `d` of a path. */
export function growthPath({ at, cost }: Growth, method: Method, { x, y }: GrowthScale): string {
  return at
    .map((size, n) => `${n === 0 ? "M" : "L"}${round(x(size))} ${round(y(cost[n][method]))}`)
    .join("");
}

/** The size nearest to a place, as its index. */
export function indexAtX({ at }: Growth, { x }: GrowthScale, place: number): number {
  const step = x(at[1]) - x(at[0]);
  return Math.max(0, Math.min(at.length - 1, Math.round((place - x(at[0])) / step)));
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
