/** Solutions of Aᵀ x = p, and what of an x they can know, from the decomposition of A. */
import { entryOf, type Matrix } from "./matrix.ts";
import type { Decomposition } from "./svd.ts";

/** The x of least norm that brings Aᵀ x closest to p: U diag(1/s) Vᵀ p, length `rows` of A. */
export function solveTransposed(
  { s, u, v }: Decomposition,
  rank: number,
  n: number,
  p: Float64Array,
): Float64Array {
  const x = new Float64Array(n);
  for (let k = 0; k < rank; k++) addScaled(x, u[k], dot(v[k], p) / s[k]);
  return x;
}

/** The projection of a vector on the range of A. */
export function project({ u }: Decomposition, rank: number, p: Float64Array): Float64Array {
  const x = new Float64Array(p.length);
  for (let k = 0; k < rank; k++) addScaled(x, u[k], dot(u[k], p));
  return x;
}

/** Aᵀ x, length `columns` of A. */
export function multiplyTransposed(a: Matrix, x: Float64Array): Float64Array {
  return Float64Array.from({ length: a.columns }, (_, j) =>
    x.reduce((sum, value, i) => sum + entryOf(a, i + 1, j + 1) * value, 0),
  );
}

/** ‖p − q‖ */
export function distance(p: Float64Array, q: Float64Array): number {
  return normOf(p.map((value, k) => value - q[k]));
}

export function normOf(p: Float64Array): number {
  return Math.hypot(...p);
}

function addScaled(x: Float64Array, column: Float64Array, factor: number): void {
  for (let i = 0; i < x.length; i++) x[i] += factor * column[i];
}

function dot(p: Float64Array, q: Float64Array): number {
  return p.reduce((sum, value, k) => sum + value * q[k], 0);
}
