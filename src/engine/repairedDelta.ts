/**
 * Part (b) of the sheet repaired as far as it can be: from δ^(1) = ∂E/∂x forward, solving
 * (J^(l))ᵀ δ^(l) = δ^(l−1) with J^(l) = ∂z^(l)/∂z^(l−1) = w^(l) D^(l−1) for each δ^(l) (errata,
 * section 3).
 */
import { largestOf, matrixFrom, type Matrix } from "./matrix.ts";
import { decompose, type Decomposition } from "./svd.ts";
import type { Trace } from "./trace.ts";

/**
 * What a layer's J^(l), n_l × n_{l−1}, allows. It determines δ^(l) iff its rank is n_l:
 * `scalarChain` 1 × 1, `square`, `contracting` n_l < n_{l−1}, all of full row rank. If not:
 * `expanding` n_l > n_{l−1}, `rankDeficient` though it has columns enough, `notFinite` with an
 * entry beyond the doubles.
 */
export type Verdict =
  | "scalarChain"
  | "square"
  | "contracting"
  | "expanding"
  | "rankDeficient"
  | "notFinite";

export interface RepairedLayer {
  readonly l: number;
  /** J^(l), n_l × n_{l−1}. */
  readonly jacobian: Matrix;
  readonly rank: number;
  /** Largest over smallest non-zero singular value of J^(l); NaN if its rank is 0. */
  readonly condition: number;
  /**
   * Product of the conditions of layers 2 … l: the rounding of δ^(1) and of every step in between
   * has grown by up to this factor, though all ranks be full.
   */
  readonly amplification: number;
  readonly verdict: Verdict;
  /** Whether J^(l) determines δ^(l) from δ^(l−1): rank = n_l. */
  readonly valid: boolean;
  /** δ^(l) by the recursion, length n_l; of least norm where it is not determined. */
  readonly delta: Float64Array;
  /** δ^(l) by backpropagation, length n_l. */
  readonly backprop: Float64Array;
  /**
   * Norm of the part of backpropagation's δ^(l) in null((J^(l))ᵀ), which δ^(l−1) cannot know.
   */
  readonly lost: number;
  /** ‖delta − backprop‖ / ‖backprop‖; the numerator alone where backprop is 0. */
  readonly relativeError: number;
  /**
   * Whether δ^(l−1) of backpropagation has underflowed while δ^(l) has not: the matrix would do,
   * but there is nothing left to start from.
   */
  readonly underflow: boolean;
}

export interface RepairedDelta {
  /** δ^(1) = ∂E/∂x, length n_1, the base case (errata B3). */
  readonly start: Float64Array;
  /** Layers 2 … L. */
  readonly layers: readonly RepairedLayer[];
  /** Whether every layer is valid, and so the recursion exact but for rounding. */
  readonly valid: boolean;
}

/** Below this a double has lost digits. */
const SMALLEST_NORMAL = 2 ** -1022;

/**
 * Yields the fraction done after each layer. Never throws: where an entry is not finite the layer
 * says so, and its δ and all later ones are NaN.
 */
export function* repairDelta(trace: Trace): Generator<number, RepairedDelta, void> {
  const { layout, delta } = trace;
  const deltaOf = (l: number): Float64Array =>
    delta.slice(layout.neuronOffset[l], layout.neuronOffset[l + 1]);
  const start = deltaOf(1);
  const layers: RepairedLayer[] = [];
  let previous = start;
  let exact = true;
  let amplification = 1;
  for (let l = 2; l <= layout.L; l++) {
    const layer = repairLayer(trace, l, previous, exact, deltaOf(l), deltaOf(l - 1));
    amplification *= layer.condition;
    layers.push({ ...layer, amplification });
    previous = layer.delta;
    exact &&= layer.valid;
    yield (l - 1) / (layout.L - 1);
  }
  return { start, layers, valid: exact };
}

/** `exact`: all layers before were valid, so that `previous` is consistent with this layer. */
function repairLayer(
  trace: Trace,
  l: number,
  previous: Float64Array,
  exact: boolean,
  backprop: Float64Array,
  backpropBefore: Float64Array,
): Omit<RepairedLayer, "amplification"> {
  const weights = weightsOf(trace, l);
  const slope = slopesBefore(trace, l);
  const jacobian = scaleColumns(weights, slope);
  // Scaling columns that are not 0 keeps the rank, and without the slopes it is plainest: a
  // saturated neuron makes J ill-conditioned, not singular.
  const live = decompose(scaleColumns(weights, slope.map(Math.abs).map(Math.sign)));
  const whole = decompose(jacobian);
  const n = jacobian.rows;
  if (live === null || whole === null) return beyondDoubles(l, jacobian, backprop);
  const { rank } = live;
  // Equations that have a solution may be divided by their σ' before they are solved; where
  // there is none, that would change which δ comes closest.
  const delta = exact
    ? solveTransposed(live, rank, n, divide(previous, slope))
    : solveTransposed(whole, Math.min(rank, whole.rank), n, previous);
  return {
    l,
    jacobian,
    rank,
    condition: rank === 0 ? NaN : whole.s[0] / whole.s[rank - 1],
    verdict: verdictOf(n, jacobian.columns, rank),
    valid: rank === n,
    delta,
    backprop,
    lost: distance(backprop, project(live, rank, backprop)),
    relativeError: distance(delta, backprop) / (normOf(backprop) || 1),
    underflow: rank === n && hasVanished(backpropBefore) && !hasVanished(backprop),
  };
}

function beyondDoubles(
  l: number,
  jacobian: Matrix,
  backprop: Float64Array,
): Omit<RepairedLayer, "amplification"> {
  return {
    l,
    jacobian,
    rank: NaN,
    condition: NaN,
    verdict: "notFinite",
    valid: false,
    delta: new Float64Array(jacobian.rows).fill(NaN),
    backprop,
    lost: NaN,
    relativeError: NaN,
    underflow: false,
  };
}

function verdictOf(rows: number, columns: number, rank: number): Verdict {
  if (rows > columns) return "expanding";
  if (rank < rows) return "rankDeficient";
  if (rows < columns) return "contracting";
  return rows === 1 ? "scalarChain" : "square";
}

/** w^(l), n_l × n_{l−1}. */
function weightsOf({ layout, w }: Trace, l: number): Matrix {
  const columns = layout.sizes[l - 2];
  return {
    rows: layout.sizes[l - 1],
    columns,
    values: w.slice(layout.weightOffset[l], layout.weightOffset[l + 1]),
  };
}

/** σ'(z^(l−1)), length n_{l−1}; 1 for l = 2. Softmax, an output, never stands before a layer. */
function slopesBefore({ layout, slope }: Trace, l: number): Float64Array {
  return slope.slice(layout.neuronOffset[l - 1], layout.neuronOffset[l]);
}

function scaleColumns({ rows, columns, values }: Matrix, by: Float64Array): Matrix {
  return matrixFrom(rows, columns, (i, j) => values[(i - 1) * columns + j - 1] * by[j - 1]);
}

/** δ^(l−1) / σ'(z^(l−1)), 0 where σ' is 0: there is no equation there. */
function divide(delta: Float64Array, slope: Float64Array): Float64Array {
  return delta.map((value, j) => (slope[j] === 0 ? 0 : value / slope[j]));
}

/** The x of least norm that brings Aᵀ x closest to p: U diag(1/s) Vᵀ p, length n. */
function solveTransposed(
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
function project({ u }: Decomposition, rank: number, p: Float64Array): Float64Array {
  const x = new Float64Array(p.length);
  for (let k = 0; k < rank; k++) addScaled(x, u[k], dot(u[k], p));
  return x;
}

function addScaled(x: Float64Array, column: Float64Array, factor: number): void {
  for (let i = 0; i < x.length; i++) x[i] += factor * column[i];
}

function dot(p: Float64Array, q: Float64Array): number {
  return p.reduce((sum, value, k) => sum + value * q[k], 0);
}

function normOf(p: Float64Array): number {
  return Math.hypot(...p);
}

function distance(p: Float64Array, q: Float64Array): number {
  return normOf(p.map((value, k) => value - q[k]));
}

function hasVanished(delta: Float64Array): boolean {
  return largestOf(delta) < SMALLEST_NORMAL;
}
