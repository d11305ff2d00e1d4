/**
 * Forward-mode differentiation (errata, section 4), which is what part (b) of the homework should
 * have been: derivatives with respect to one number travel from it towards the output.
 */
import { neuronIndex } from "./layout.ts";
import { activationOf } from "./network.ts";
import { firstOverflowOfTangent } from "./range.ts";
import { ref, type Ref } from "./ref.ts";
import { edgeExists, type Trace } from "./trace.ts";

/** The number θ to differentiate by: w_ij^(l), b_i^(l) or x_i. */
export type Seed =
  | { readonly q: "w"; readonly l: number; readonly i: number; readonly j: number }
  | { readonly q: "b"; readonly l: number; readonly i: number }
  | { readonly q: "x"; readonly i: number };

/** ∂ of everything with respect to one θ. Neuron arrays hold layer 1, where z^(1) := x. */
export interface Tangent {
  readonly seed: Seed;
  /** m, the first layer that θ moves: its own layer, or 1 for an input. */
  readonly m: number;
  /** s, what θ itself adds to ż of layer m, neuron array: a_j^(m−1) e_i or e_i; 0 for an input. */
  readonly s: Float64Array;
  /** ż = ∂z/∂θ, neuron array; 0 before layer m. */
  readonly zdot: Float64Array;
  /** ȧ = ∂a/∂θ, neuron array; 0 before layer m. */
  readonly adot: Float64Array;
  /** Ė = ∂E/∂θ, taken at the output. */
  readonly Edot: number;
  /**
   * (δ^(l))ᵀ ż^(l), indexed by l, length L + 1: ∂E/∂θ again at every l ≥ m, NaN where l < m and
   * the identity does not hold.
   */
  readonly check: Float64Array;
  /**
   * The first quantity, in the order of the computation (ż and ȧ layer by layer, Ė), that is not
   * finite; null if all are. What the trace lost before is not asked here.
   */
  readonly overflow: Ref | null;
}

/**
 * ż^(l) = w^(l) ȧ^(l−1) + s^(l), ȧ^(l) = σ'(z^(l)) ⊙ ż^(l) (softmax: its whole Jacobian).
 *
 * For ½ Σ (y − t)², Ė = (y − t)ᵀ ȧ^(L); for the cross-entropies, whose ∂E/∂y overflows beside a
 * ȧ that vanishes, it is (δ^(L))ᵀ ż^(L). A weight without an edge is no parameter: all is 0.
 * Never throws on numbers: what leaves the range of doubles is named in `overflow`.
 */
export function computeTangent(trace: Trace, seed: Seed): Tangent {
  const { layout, w } = trace;
  const { L, neuronOffset } = layout;
  const s = seedVector(trace, seed);
  const zdot = new Float64Array(layout.neurons);
  const adot = new Float64Array(layout.neurons);
  const m = seed.q === "x" ? 1 : seed.l;
  if (seed.q === "x") {
    zdot[seed.i - 1] = 1;
    adot[seed.i - 1] = 1;
  }
  for (let l = Math.max(m, 2); l <= L; l++) {
    const from = neuronOffset[l - 1];
    const to = neuronOffset[l];
    let k = layout.weightOffset[l];
    for (let i = to; i < neuronOffset[l + 1]; i++) {
      let sum = 0;
      for (let j = from; j < to; j++, k++) sum += w[k] * adot[j];
      zdot[i] = sum + s[i];
    }
    pushThroughActivation(trace, l, zdot, adot);
  }
  const check = new Float64Array(L + 1).fill(NaN);
  for (let l = m; l <= L; l++) check[l] = dotOfLayer(trace, l, trace.delta, zdot);
  const Edot = trace.loss === "l2" ? dotWithError(trace, adot) : check[L];
  const tangent = { seed, m, s, zdot, adot, Edot, check };
  return { ...tangent, overflow: firstOverflowOfTangent(layout, tangent) };
}

/**
 * ȧ^(l) = ∂a^(l)/∂z^(l) ż^(l) from zdot into adot, neuron arrays. Softmax as
 * y_i Σ_j y_j (ż_i − ż_j), which loses no digits where its row sums y_i − y_i Σ y_j cancel.
 */
export function pushThroughActivation(
  trace: Trace,
  l: number,
  zdot: Float64Array,
  adot: Float64Array,
): void {
  const { a: y, slope, layout } = trace;
  const from = layout.neuronOffset[l];
  const to = layout.neuronOffset[l + 1];
  if (activationOf(trace, l) !== "softmax") {
    for (let k = from; k < to; k++) adot[k] = slope[k] * zdot[k];
    return;
  }
  for (let i = from; i < to; i++) {
    let sum = 0;
    for (let j = from; j < to; j++) sum += y[j] * (zdot[i] - zdot[j]);
    adot[i] = y[i] * sum;
  }
}

function seedVector(trace: Trace, seed: Seed): Float64Array {
  const s = new Float64Array(trace.layout.neurons);
  if (seed.q === "x") return s;
  const k = neuronIndex(trace.layout, seed.l, seed.i);
  if (seed.q === "b") s[k] = 1;
  else if (edgeExists(trace, seed.l, seed.i, seed.j)) {
    s[k] = trace.a[neuronIndex(trace.layout, seed.l - 1, seed.j)];
  }
  return s;
}

/** Σ of the products of two neuron arrays over layer l. */
function dotOfLayer({ layout }: Trace, l: number, u: Float64Array, v: Float64Array): number {
  let sum = 0;
  for (let k = layout.neuronOffset[l]; k < layout.neuronOffset[l + 1]; k++) sum += u[k] * v[k];
  return sum;
}

/** (y − t)ᵀ ȧ^(L). */
function dotWithError({ layout, a, t }: Trace, adot: Float64Array): number {
  const from = layout.neuronOffset[layout.L];
  let sum = 0;
  for (let k = from; k < layout.neurons; k++) sum += (a[k] - t[k - from]) * adot[k];
  return sum;
}

/** The number of backpropagation that is the derivative by the seed's: ∂E/∂w, ∂E/∂b or δ^(1). */
export function gradientRefOf(seed: Seed): Ref {
  if (seed.q === "x") return ref("d", 1, seed.i);
  return seed.q === "w" ? ref("gw", seed.l, seed.i, seed.j) : ref("gb", seed.l, seed.i);
}
