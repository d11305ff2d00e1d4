/** The error of central differences against h, both logarithmic, as places on a drawing. */
import type { StepSweep } from "../../engine/differences.ts";

export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

/** Relative to the largest entry of ∂y/∂x; absolute where all of them are 0. */
export type Measure = "relative" | "absolute";

/** Errors nearer to each other than this by ratio are equally large. */
const SAME_ERROR = 1.01;

/**
 * Index of the h with the smallest error; −1 where there is none or every h does as well. Where no
 * h comes near ∂y/∂x, as at a kink, an error that rounding made small by chance does not count.
 */
export function bestStep({ error, rounding, best }: StepSweep): number {
  if (best < 0) return -1;
  const finite = error.filter(Number.isFinite).toSorted();
  const usual = finite[Math.floor(finite.length / 2)];
  const bounds = error.map((e, n) => (Number.isFinite(e) ? e + rounding[n] : Infinity));
  const bound = Math.min(...bounds);
  const isWorse = (e: number, n: number): boolean =>
    !Number.isFinite(e) || e - rounding[n] > SAME_ERROR * bound;
  if (usual <= SAME_ERROR * bound && !error.some(isWorse)) return -1;
  return bound > usual / 2 ? bounds.indexOf(bound) : best;
}

/** Room for the numbers of the axes, px. */
export const MARGIN = { top: 8, right: 14, bottom: 22, left: 42 } as const;

const SMALLEST_H = -15;
const LARGEST_H = -1;
/** No label of an axis comes closer to the next one than this, px. */
const LABEL_ROOM = { x: 40, y: 20 } as const;

export interface PlotScale {
  readonly x: (h: number) => number;
  /** An error of 0 lies on the lower edge. */
  readonly y: (error: number) => number;
  /** The powers of ten that are labelled, as exponents. */
  readonly decadesX: readonly number[];
  readonly decadesY: readonly number[];
}

/** Null where there is no error to be shown. */
export function plotScale({ error }: StepSweep, size: PlotSize): PlotScale | null {
  const logs = [...error].filter((e) => Number.isFinite(e) && e > 0).map(Math.log10);
  const known = error.some((e) => Number.isFinite(e));
  if (!known) return null;
  const low = Math.floor(Math.min(-16, ...logs));
  const high = Math.ceil(Math.max(0, ...logs));
  const inner = {
    width: Math.max(1, size.width - MARGIN.left - MARGIN.right),
    height: Math.max(1, size.height - MARGIN.top - MARGIN.bottom),
  };
  const x = (h: number): number =>
    MARGIN.left + ((Math.log10(h) - SMALLEST_H) / (LARGEST_H - SMALLEST_H)) * inner.width;
  const y = (value: number): number => {
    const log = value > 0 ? Math.log10(value) : low;
    return MARGIN.top + ((high - log) / (high - low)) * inner.height;
  };
  return {
    x,
    y,
    decadesX: decades(SMALLEST_H, LARGEST_H, inner.width / LABEL_ROOM.x),
    decadesY: decades(low, high, inner.height / LABEL_ROOM.y),
  };
}

/** Exponents from `low` on, at equal distances, at most `most` and at least the two ends. */
function decades(low: number, high: number, most: number): number[] {
  const every = Math.max(1, Math.ceil((high - low) / Math.max(1, most - 1)));
  const found: number[] = [];
  for (let power = low; power <= high; power += every) found.push(power);
  return found;
}

/** The curve as the `d` of a path, broken where there is no error. */
export function curvePath({ h, error }: StepSweep, { x, y }: PlotScale): string {
  let pen = "M";
  let path = "";
  for (let n = 0; n < h.length; n++) {
    if (Number.isFinite(error[n])) {
      path += `${pen}${x(h[n]).toFixed(1)} ${y(error[n]).toFixed(1)}`;
      pen = "L";
    } else {
      pen = "M";
    }
  }
  return path;
}

/** c of an error c h² where h is large, and of c/h where it is small; null where it is not so. */
export interface Slopes {
  readonly truncation: number | null;
  readonly rounding: number | null;
}

/** From here on rounding rules. */
const SMALL_H = 1e-11;
const STEPS_A_DECADE = 4;
/** An error that stays within this ratio over four decades of h is not that of rounding. */
const LEAST_GROWTH = 30;

export function slopesOf({ h, error, best }: StepSweep): Slopes {
  // A decade of h is two decades of error, or the error at a large h is something else.
  const fall = error[0] / error[STEPS_A_DECADE];
  const products = [...h]
    .map((step, n) => (step <= SMALL_H ? error[n] * step : 0))
    .filter((c) => c > 0 && Number.isFinite(c))
    .toSorted((a, b) => a - b);
  const grows = error.some((e, n) => h[n] <= SMALL_H && e > LEAST_GROWTH * error[best]);
  return {
    truncation: fall > 30 && fall < 300 ? error[0] / h[0] ** 2 : null,
    rounding: grows && products.length > 0 ? products[Math.floor(products.length / 2)] : null,
  };
}

/** The two ends of error = c h^power within the drawing, or null where it does not cross it. */
export function guideLine(
  c: number,
  power: 2 | -1,
  { x, y, decadesY }: PlotScale,
): { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number } | null {
  const low = decadesY[0];
  // The h at which the line meets the lower edge of the drawing; it rises from there to an end.
  const foot = (low - Math.log10(c)) / power;
  const end = power > 0 ? LARGEST_H : SMALLEST_H;
  const start = Math.max(SMALLEST_H, Math.min(LARGEST_H, foot));
  if (start === end) return null;
  const at = (log: number): { x: number; y: number } => ({
    x: x(10 ** log),
    y: Math.max(MARGIN.top, y(c * 10 ** (log * power))),
  });
  const [from, to] = [at(start), at(end)];
  return { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
}

/** The h nearest to a place, as its index in the sweep. */
export function stepAtX({ h }: StepSweep, { x }: PlotScale, place: number): number {
  let nearest = 0;
  for (let n = 1; n < h.length; n++) {
    if (Math.abs(x(h[n]) - place) < Math.abs(x(h[nearest]) - place)) nearest = n;
  }
  return nearest;
}
