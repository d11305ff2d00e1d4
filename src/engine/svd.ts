import { Matrix as MlMatrix, SingularValueDecomposition } from "ml-matrix";
import { largestOf, type Matrix } from "./matrix.ts";

/** A = U diag(s) Vᵀ with r = min(rows, columns) singular values. */
export interface Decomposition {
  /** Singular values, falling, length r. */
  readonly s: Float64Array;
  /** How many of them are not 0 to working precision. */
  readonly rank: number;
  /** Columns of U, each of length `rows`; the first `rank` span the range of A. */
  readonly u: readonly Float64Array[];
  /** Columns of V, each of length `columns`. */
  readonly v: readonly Float64Array[];
}

/**
 * The singular value decomposition of a matrix of finite numbers. A singular value counts as 0
 * below max(rows, columns) · ε · s_1, the bound of rounding that is customary (LINPACK, NumPy).
 * Null if an entry is not finite, because then there is none. A matrix without entries has rank 0.
 */
export function decompose({ rows, columns, values }: Matrix): Decomposition | null {
  if (!values.every(Number.isFinite)) return null;
  const scale = largestOf(values);
  if (scale === 0) return { s: new Float64Array(Math.min(rows, columns)), rank: 0, u: [], v: [] };
  const table = Array.from({ length: rows }, (_, i) =>
    // Scaled, so that the squares inside neither overflow nor vanish.
    Array.from(values.subarray(i * columns, (i + 1) * columns), (value) => value / scale),
  );
  const svd = new SingularValueDecomposition(new MlMatrix(table), { autoTranspose: true });
  const r = Math.min(rows, columns);
  const raw = svd.diagonal.slice(0, r);
  const smallest = Math.max(rows, columns) * Number.EPSILON * (raw[0] ?? 0);
  return {
    s: Float64Array.from(raw, (value) => value * scale),
    rank: raw.filter((value) => value > smallest).length,
    u: columnsOf(svd.leftSingularVectors, r),
    v: columnsOf(svd.rightSingularVectors, r),
  };
}

function columnsOf(matrix: MlMatrix, count: number): Float64Array[] {
  return Array.from({ length: count }, (_, k) => Float64Array.from(matrix.getColumn(k)));
}
