/** How far one matrix is from another of the same size. */
import { entryOf, type Matrix } from "../../engine/matrix.ts";

export interface Deviation {
  /** Where it is largest, from 1. */
  readonly row: number;
  readonly column: number;
  readonly size: number;
}

/** The largest |found − exact|; null where an entry of either is no number. */
export function largestDeviation(found: Matrix, exact: Matrix): Deviation | null {
  let largest: Deviation = { row: 1, column: 1, size: 0 };
  for (let row = 1; row <= exact.rows; row++) {
    for (let column = 1; column <= exact.columns; column++) {
      const size = Math.abs(entryOf(found, row, column) - entryOf(exact, row, column));
      if (!Number.isFinite(size)) return null;
      if (size > largest.size) largest = { row, column, size };
    }
  }
  return largest;
}
