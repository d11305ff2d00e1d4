import { largestOf, matrixFrom, type Matrix } from "./matrix.ts";

/** R A C with diagonal R and C, whose largest entries of every row and column lie near 1. */
export interface Equilibrated {
  readonly matrix: Matrix;
  /** The diagonal of R, powers of 2, length `rows`. */
  readonly row: Float64Array;
  /** The diagonal of C, powers of 2, length `columns`. */
  readonly column: Float64Array;
}

/** Each pass scales the rows, then the columns; what a second leaves uneven decides no rank. */
const PASSES = 2;
/** The exponent of the largest power of 2 among the doubles. */
const LARGEST_EXPONENT = 1023;

/**
 * Scales a matrix of finite numbers so that no row or column is small only because of its unit.
 * The rank of R A C is that of A, but a threshold against its largest singular value decides it
 * better: diag(10²⁰, 1) is regular. Rows and columns of zeros stay.
 */
export function equilibrate(matrix: Matrix): Equilibrated {
  const { rows, columns } = matrix;
  let scaled = matrix;
  const row = new Float64Array(rows).fill(1);
  const column = new Float64Array(columns).fill(1);
  for (let pass = 0; pass < PASSES; pass++) {
    scaled = scaleLines(scaled, row);
    scaled = transpose(scaleLines(transpose(scaled), column));
  }
  return { matrix: scaled, row, column };
}

/** Divides every row by the power of 2 at its largest entry, and notes the factor. */
function scaleLines({ rows, columns, values }: Matrix, factors: Float64Array): Matrix {
  const by = factors.map((factor, i) => {
    const largest = largestOf(values.subarray(i * columns, (i + 1) * columns));
    if (largest === 0) return 1;
    return 2 ** Math.min(-Math.floor(Math.log2(largest)), LARGEST_EXPONENT - Math.log2(factor));
  });
  for (let i = 0; i < rows; i++) factors[i] *= by[i];
  return matrixFrom(rows, columns, (i, j) => values[(i - 1) * columns + j - 1] * by[i - 1]);
}

function transpose({ rows, columns, values }: Matrix): Matrix {
  return matrixFrom(columns, rows, (j, i) => values[(i - 1) * columns + j - 1]);
}
