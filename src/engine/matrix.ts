/** A matrix of doubles, row-major: entry (i, j), 1-based, at (i − 1) · columns + j − 1. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** Length rows · columns. */
  readonly values: Float64Array;
}

/** Entry (i, j), 1-based. */
export function entryOf(matrix: Matrix, i: number, j: number): number {
  return matrix.values[(i - 1) * matrix.columns + j - 1];
}

/** The matrix whose entry (i, j), 1-based, is `entry(i, j)`. */
export function matrixFrom(
  rows: number,
  columns: number,
  entry: (i: number, j: number) => number,
): Matrix {
  const values = new Float64Array(rows * columns);
  for (let i = 1, k = 0; i <= rows; i++) {
    for (let j = 1; j <= columns; j++, k++) values[k] = entry(i, j);
  }
  return { rows, columns, values };
}

/** The sum of every row, length `rows`. */
export function rowSums({ rows, columns, values }: Matrix): Float64Array {
  const sums = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) sums[i] += values[i * columns + j];
  }
  return sums;
}

/** The largest magnitude among some numbers, 0 of none; NaN if one is NaN. */
export function largestOf(values: Float64Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}
