import { entryOf, type Matrix } from "./matrix.ts";

/**
 * What a layer's J^(l), n_l × n_{l−1}, allows. It determines δ^(l) iff its rank is n_l:
 * `scalarChain` 1 × 1, `square`, `contracting` n_l < n_{l−1}, all of full row rank. If not:
 * `expanding` n_l > n_{l−1}, or, though it has columns enough, `noEdge`, `zeroWeight` and
 * `zeroSlope` for the only weight and the only σ' of a 1 × 1, `deadNeurons` fewer than n_l neurons
 * before with σ' ≠ 0, `zeroRow` a neuron without a weight ≠ 0, `dependent` rows; `notFinite` with
 * an entry beyond the doubles.
 */
export type Verdict =
  | "scalarChain"
  | "square"
  | "contracting"
  | "expanding"
  | "noEdge"
  | "zeroWeight"
  | "zeroSlope"
  | "deadNeurons"
  | "zeroRow"
  | "dependent"
  | "notFinite";

/**
 * The verdict on J = w D from w, the σ' in D, length `columns`, the rank of J, and which entries
 * of w, 1-based, are edges.
 */
export function verdictOf(
  weights: Matrix,
  slope: Float64Array,
  rank: number,
  isEdge: (i: number, j: number) => boolean,
): Verdict {
  const { rows, columns } = weights;
  if (rows > columns) return "expanding";
  if (rank < rows) return shortageOf(weights, slope, isEdge);
  if (rows < columns) return "contracting";
  return rows === 1 ? "scalarChain" : "square";
}

/** Why the rank is below the number of rows though there are columns enough. */
function shortageOf(
  weights: Matrix,
  slope: Float64Array,
  isEdge: (i: number, j: number) => boolean,
): Verdict {
  const { rows, columns } = weights;
  const isZeroRow = (i: number): boolean => slope.every((_, j) => entryOf(weights, i, j + 1) === 0);
  const hasZeroRow = Array.from({ length: rows }, (_, i) => isZeroRow(i + 1)).includes(true);
  if (hasZeroRow && rows === 1 && columns === 1) return isEdge(1, 1) ? "zeroWeight" : "noEdge";
  if (hasZeroRow) return "zeroRow";
  if (columns === 1) return "zeroSlope";
  const alive = slope.filter((factor) => factor !== 0).length;
  return alive < rows ? "deadNeurons" : "dependent";
}
