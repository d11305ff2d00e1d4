/**
 * Multiply-adds for the full gradient, as closed forms (errata, section 5): a multiplication with
 * or without an addition is 1, σ and σ' and plain additions are not counted, the forward pass is.
 * For componentwise activations and all edges; softmax and missing edges are not considered.
 */

export const METHODS = [
  "forwardPass",
  "backprop",
  "tangentPerNeuron",
  "tangentPerParameter",
  "central",
  "paths",
] as const;
export type Method = (typeof METHODS)[number];

export interface Cost extends Readonly<Record<Method, number>> {
  /** P, how many weights and biases there are. */
  readonly parameters: number;
  /** Paths from all inputs to all outputs, Π n_l. */
  readonly pathCount: number;
}

/**
 * The cost for layers of the given sizes n_1 … n_L. Exact as long as it is below 2^53, which only
 * the path sum of a large network is not.
 */
export function costOf(sizes: readonly number[]): Cost {
  const L = sizes.length;
  const n = (l: number): number => sizes[l - 1];
  const layers = (first: number): number[] =>
    Array.from({ length: Math.max(0, L - first + 1) }, (_, k) => first + k);
  const sum = (first: number, term: (l: number) => number): number =>
    layers(first).reduce((total, l) => total + term(l), 0);
  const F = sum(2, (l) => n(l) * n(l - 1));
  const B = sum(2, n);
  /** T_m, one dense tangent from layer m to E. */
  const tangent = (m: number): number => sum(m + 1, (l) => n(l) * n(l - 1)) + sum(m, n) + n(L);
  const pathsFrom = (m: number): number => layers(m).reduce((product, l) => product * n(l), 1);
  return {
    parameters: F + B,
    pathCount: pathsFrom(1),
    forwardPass: F,
    backprop: L < 2 ? 0 : 3 * F - n(1) * n(2) + B,
    tangentPerNeuron: 2 * F + sum(2, (m) => n(m) * tangent(m)),
    tangentPerParameter: F + sum(2, (m) => n(m) * (n(m - 1) + 1) * tangent(m)),
    central: 2 * (F + B) * (F + (L < 2 ? 0 : n(L))),
    paths: F + sum(2, (m) => pathsFrom(m) * (2 * n(m - 1) * (L - m + 1) + 2 * (L - m) + 1)),
  };
}

/** Costs as one size grows. */
export interface Growth {
  /** The width n of every layer, or the number L of layers. */
  readonly at: readonly number[];
  readonly cost: readonly Cost[];
}

/** L layers of equal width n, for n = 1 … `widest`. */
export function growthInWidth(L: number, widest: number): Growth {
  return growth(1, widest, (n) => equal(L, n));
}

/** L layers of equal width n, for L = 2 … `deepest`. */
export function growthInDepth(n: number, deepest: number): Growth {
  return growth(2, deepest, (L) => equal(L, n));
}

function equal(L: number, n: number): number[] {
  return Array.from({ length: L }, () => n);
}

function growth(from: number, to: number, sizesAt: (value: number) => number[]): Growth {
  const at = Array.from({ length: to - from + 1 }, (_, k) => from + k);
  return { at, cost: at.map((value) => costOf(sizesAt(value))) };
}
