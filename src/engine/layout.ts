/**
 * Where every neuron and every weight of a layered network lives in the flat arrays.
 *
 * Layers are numbered as in the homework: l = 1 … L, a^(1) = x, parameters exist for l = 2 … L
 * (errata, section 0). Neurons i = 1 … n_l and inputs j = 1 … n_{l-1} are 1-based everywhere
 * outside this file.
 */

/** Limits of the product: at most 24 layers, 32 neurons a layer, 5,000 connections. */
export const LIMITS = { layers: 24, neurons: 32, connections: 5000 } as const;

export interface Layout {
  /** n_1 … n_L; `sizes[l - 1]` = n_l. */
  readonly sizes: readonly number[];
  /** L, the index of the last layer. */
  readonly L: number;
  /** First slot of layer l in neuron arrays (z, a, δ, b …), indexed by l; slots of l = 1 come first. */
  readonly neuronOffset: Int32Array;
  /** First slot of w^(l) in weight arrays, indexed by l (l ≥ 2); row-major, n_l × n_{l-1}. */
  readonly weightOffset: Int32Array;
  /** Σ n_l, the length of a neuron array, the input layer included. */
  readonly neurons: number;
  /** Σ n_l n_{l-1}, the length of a weight array. */
  readonly weights: number;
}

/**
 * The layout of a network with layers of the given sizes n_1 … n_L; of a drawing that has only
 * been begun, there may be one layer or none.
 */
export function createLayout(sizes: readonly number[]): Layout {
  const L = sizes.length;
  // At least up to l = 2: where the parameters begin, even if there are none.
  const neuronOffset = new Int32Array(Math.max(L, 1) + 2);
  const weightOffset = new Int32Array(Math.max(L, 1) + 2);
  let neurons = 0;
  let weights = 0;
  for (let l = 1; l <= L; l++) {
    neuronOffset[l] = neurons;
    weightOffset[l] = weights;
    neurons += sizes[l - 1];
    if (l >= 2) weights += sizes[l - 1] * sizes[l - 2];
  }
  neuronOffset[L + 1] = neurons;
  weightOffset[L + 1] = weights;
  return { sizes: [...sizes], L, neuronOffset, weightOffset, neurons, weights };
}

/** Slot of neuron i of layer l in a neuron array. */
export function neuronIndex(layout: Layout, l: number, i: number): number {
  return layout.neuronOffset[l] + i - 1;
}

/** Slot of w_ij^(l) in a weight array. */
export function weightIndex(layout: Layout, l: number, i: number, j: number): number {
  return layout.weightOffset[l] + (i - 1) * layout.sizes[l - 2] + j - 1;
}
