/**
 * The curve of an edge: a cubic Bézier with horizontal tangents, its control points halfway
 * between the ends.
 */
export interface Curve {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The point at parameter t, 0 ≤ t ≤ 1. */
export function pointAt({ x0, y0, x1, y1 }: Curve, t: number): Point {
  return { x: x0 + (x1 - x0) * across(t), y: y0 + (y1 - y0) * down(t) };
}

/** Share of the height covered at parameter t: 3t² − 2t³. */
export function down(t: number): number {
  return t * t * (3 - 2 * t);
}

/** Share of the width covered at parameter t: 3t/2 − 3t²/2 + t³, never flatter than 3/4. */
function across(t: number): number {
  return t * (1.5 + t * (t - 1.5));
}

/** The parameter at which the curve has covered the given share of its width (0 to 1). */
export function parameterAt(share: number): number {
  let t = share;
  // Newton's method; the slope is at least 3/4, four rounds reach 1e-9.
  for (let round = 0; round < 4; round++) t -= (across(t) - share) / (1.5 - 3 * t + 3 * t * t);
  return t;
}

/** The parameter at which the curve stands at this x, held within the curve. */
export function parameterAtX(curve: Curve, x: number): number {
  const share = (x - curve.x0) / (curve.x1 - curve.x0);
  return parameterAt(Math.max(0, Math.min(1, share)));
}

/** The curve as the `d` of an SVG path. */
export function curvePath({ x0, y0, x1, y1 }: Curve): string {
  const middle = round((x0 + x1) / 2);
  return `M${round(x0)},${round(y0)}C${middle},${round(y0)} ${middle},${round(y1)} ${round(x1)},${round(y1)}`;
}

/** Hundredths of a pixel are enough on any screen and keep the markup short. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
