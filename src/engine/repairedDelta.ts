/**
 * Part (b) of the sheet repaired as far as it can be: from δ^(1) = ∂E/∂x forward, solving
 * (J^(l))ᵀ δ^(l) = δ^(l−1) with J^(l) = ∂z^(l)/∂z^(l−1) = w^(l) D^(l−1) for each δ^(l) (errata,
 * section 3).
 */
import { equilibrate } from "./equilibrate.ts";
import { distance, multiplyTransposed, normOf, project, solveTransposed } from "./leastNorm.ts";
import { entryOf, matrixFrom, type Matrix } from "./matrix.ts";
import { decompose } from "./svd.ts";
import { edgeExists, type Trace } from "./trace.ts";
import { verdictOf, type Verdict } from "./verdict.ts";

/**
 * How a layer's δ^(l) stands beside backpropagation's: `right` with half of a double's digits or
 * more; `impossible` its J^(l) does not determine it; `wrongStart` it would, but a layer before
 * was impossible; `chance` so it was, and what was taken there is right all the same; `underflow`
 * and `inaccurate` all were determined and the digits are lost all the same, because a δ before
 * has underflowed, or because rounding has grown.
 */
export type Standing =
  | "right"
  | "impossible"
  | "wrongStart"
  | "chance"
  | "underflow"
  | "inaccurate";

/**
 * How (J^(l))ᵀ δ^(l) stands beside the δ^(l−1) the layer started from: `met` it is that; `nearest`
 * a layer before was impossible, no δ^(l) meets its δ, and the one that comes nearest is taken;
 * `disturbed` one would, but too many digits of what it started from are lost.
 */
export type Fit = "met" | "nearest" | "disturbed";

export interface RepairedLayer {
  readonly l: number;
  /** J^(l), n_l × n_{l−1}. */
  readonly jacobian: Matrix;
  readonly rank: number;
  /**
   * Largest over smallest non-zero singular value of J^(l); NaN if its rank is 0. Below full row
   * rank this is the condition of the pseudo-inverse.
   */
  readonly condition: number;
  /**
   * Product of the conditions of layers 2 … l: the rounding of δ^(1) and of every step in between
   * has grown by up to this factor, though all ranks be full.
   */
  readonly amplification: number;
  readonly verdict: Verdict;
  /** Whether J^(l) determines δ^(l) from δ^(l−1): rank = n_l. */
  readonly valid: boolean;
  readonly standing: Standing;
  readonly fit: Fit;
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
   * Whether backpropagation's δ^(l−1) has lost digits or all of itself below the doubles: the
   * matrix would do, but what is left to start from is not it.
   */
  readonly underflow: boolean;
}

export interface RepairedDelta {
  /** δ^(1) = ∂E/∂x, length n_1, the base case (errata B3). */
  readonly start: Float64Array;
  /** Layers 2 … L. */
  readonly layers: readonly RepairedLayer[];
  /** Whether every layer is valid, and so the recursion exact but for rounding and underflow. */
  readonly valid: boolean;
}

/** What a layer is by itself, apart from those before it. */
type LayerAlone = Omit<RepairedLayer, "amplification" | "standing">;

/** Doubles below 2 to this have lost digits. */
const SMALLEST_NORMAL_EXPONENT = -1022;
/** From here on fewer than half of a double's digits are right. */
const INACCURATE = 1e-8;

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
  let underflowed = false;
  let amplification = 1;
  for (let l = 2; l <= layout.L; l++) {
    const layer = repairLayer(trace, l, previous, exact, deltaOf(l));
    underflowed ||= layer.underflow;
    amplification *= layer.condition;
    layers.push({ ...layer, amplification, standing: standingOf(layer, exact, underflowed) });
    previous = layer.delta;
    exact &&= layer.valid;
    yield (l - 1) / (layout.L - 1);
  }
  return { start, layers, valid: exact };
}

/** `exact`: all layers before were valid; `underflowed`: a δ before has underflowed. */
function standingOf(
  { valid, relativeError }: LayerAlone,
  exact: boolean,
  underflowed: boolean,
): Standing {
  if (!valid) return "impossible";
  if (!exact) return relativeError <= INACCURATE ? "chance" : "wrongStart";
  if (relativeError <= INACCURATE) return "right";
  return underflowed ? "underflow" : "inaccurate";
}

/** `exact`: all layers before were valid, so that `previous` is consistent with this layer. */
function repairLayer(
  trace: Trace,
  l: number,
  previous: Float64Array,
  exact: boolean,
  backprop: Float64Array,
): LayerAlone {
  const weights = weightsOf(trace, l);
  const slope = slopesBefore(trace, l);
  const jacobian = scaleColumns(weights, slope);
  // Scaling columns that are not 0 keeps the rank, and without the slopes it is plainest: a
  // saturated neuron makes J ill-conditioned, not singular.
  const live = scaleColumns(weights, slope.map(Math.abs).map(Math.sign));
  const even = equilibrate(live);
  const regular = decompose(even.matrix);
  const whole = decompose(jacobian);
  const plain = decompose(live);
  const n = jacobian.rows;
  if (regular === null || whole === null || plain === null) {
    return beyondDoubles(l, jacobian, backprop);
  }
  const { rank } = regular;
  const valid = rank === n;
  // Equations that have a solution may be scaled, and divided by their σ', before they are solved;
  // where there is none, or more than one, that would change which δ comes closest or is least.
  const solve = (): Float64Array => {
    if (!exact) return solveTransposed(whole, Math.min(rank, whole.rank), n, previous);
    const p = divide(previous, slope);
    if (!valid) return solveTransposed(plain, Math.min(rank, plain.rank), n, p);
    return multiply(solveTransposed(regular, rank, n, multiply(p, even.column)), even.row);
  };
  const delta = solve();
  return {
    l,
    jacobian,
    rank,
    condition: rank === 0 ? NaN : whole.s[0] / whole.s[rank - 1],
    verdict: verdictOf(weights, slope, rank, (i, j) => edgeExists(trace, l, i, j)),
    valid,
    delta,
    backprop,
    lost: valid ? 0 : distance(backprop, project(plain, Math.min(rank, plain.rank), backprop)),
    fit: fitOf(jacobian, delta, previous, exact),
    relativeError: distance(delta, backprop) / (normOf(backprop) || 1),
    underflow: valid && underflows(weights, slope, backprop),
  };
}

/** `exact`: all layers before were valid. Numbers beyond the doubles are no misfit. */
function fitOf(jacobian: Matrix, delta: Float64Array, previous: Float64Array, exact: boolean): Fit {
  const misfit = distance(multiplyTransposed(jacobian, delta), previous);
  if (!(misfit > INACCURATE * normOf(previous))) return "met";
  return exact ? "disturbed" : "nearest";
}

function beyondDoubles(l: number, jacobian: Matrix, backprop: Float64Array): LayerAlone {
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
    fit: "met",
    relativeError: NaN,
    underflow: false,
  };
}

/**
 * Whether a component of δ^(l−1) = σ' Σ w δ^(l) lies below the doubles though neither σ' nor any
 * product is 0.
 */
function underflows(weights: Matrix, slope: Float64Array, backprop: Float64Array): boolean {
  return slope.some((factor, j) => {
    // Logarithms, since it is the products that may vanish.
    const sizes = Array.from(
      backprop,
      (value, i) =>
        Math.log2(Math.abs(value)) + Math.log2(Math.abs(entryOf(weights, i + 1, j + 1))),
    );
    const size = Math.log2(Math.abs(factor)) + Math.max(...sizes);
    return size > -Infinity && size < SMALLEST_NORMAL_EXPONENT;
  });
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

function multiply(p: Float64Array, q: Float64Array): Float64Array {
  return p.map((value, k) => value * q[k]);
}
