import type { Path } from "../../engine/paths.ts";

/** By the magnitude of their products, what is no number last; equal ones stay in their order. */
export function largestFirst(paths: readonly Path[]): readonly Path[] {
  // The difference of two infinities is no number.
  return paths.toSorted((p, q) => (sizeOf(p) === sizeOf(q) ? 0 : sizeOf(q) - sizeOf(p)));
}

function sizeOf({ product }: Path): number {
  return Number.isNaN(product) ? -1 : Math.abs(product);
}
