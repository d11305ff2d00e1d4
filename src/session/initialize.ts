import type { Layout } from "../engine/layout.ts";
import { mulberry32 } from "../engine/random.ts";

export const INIT_METHODS = ["uniform", "xavier", "he", "zeros", "equal"] as const;

/**
 * Ways to choose the weights of a layer: uniform in ±1; uniform in ±√(6 / (n_{l−1} + n_l)) (Glorot
 * and Bengio 2010); uniform in ±√(6 / n_{l−1}) (He et al. 2015); all 0; all 0.5, which with 0 is
 * the symmetry trap: neurons of one layer that start alike stay alike.
 */
export type InitMethod = (typeof INIT_METHODS)[number];

/** What every weight is after `equal`. */
export const EQUAL_WEIGHT = 0.5;

/** The largest |w| that a method can give to a layer with n_{l−1} inputs and n_l neurons. */
export function initLimit(method: InitMethod, nIn: number, nOut: number): number {
  switch (method) {
    case "uniform":
      return 1;
    case "xavier":
      return Math.sqrt(6 / (nIn + nOut));
    case "he":
      return Math.sqrt(6 / nIn);
    case "zeros":
      return 0;
    case "equal":
      return EQUAL_WEIGHT;
  }
}

/**
 * Weights for the layers from … to in the layout's weight slots, the other slots as in `w`. The
 * same seed gives a layer the same weights, whether it is alone or one of all: a lecture can
 * change one layer's and say which.
 */
export function initialWeights(
  layout: Layout,
  w: Float64Array,
  layers: { readonly from: number; readonly to: number },
  method: InitMethod,
  seed: number,
): Float64Array {
  const next = w.slice();
  for (let l = layers.from; l <= layers.to; l++) {
    const limit = initLimit(method, layout.sizes[l - 2], layout.sizes[l - 1]);
    const draw = drawer(method, limit, mulberry32(layerSeed(seed, l)));
    for (let k = layout.weightOffset[l]; k < layout.weightOffset[l + 1]; k++) next[k] = draw();
  }
  return next;
}

/** A seed of its own for each layer: with one for all, equal layers would get equal weights. */
function layerSeed(seed: number, l: number): number {
  return Math.floor(mulberry32((seed >>> 0) + l * 0x9e3779b9)() * 2 ** 32);
}

function drawer(method: InitMethod, limit: number, random: () => number): () => number {
  if (method === "zeros" || method === "equal") return () => limit;
  return () => uniform(random, limit);
}

/** Uniform in ±limit, rounded to two decimals like the weights of links; never −0. */
export function uniform(random: () => number, limit: number): number {
  return Math.round((2 * random() - 1) * limit * 100) / 100 + 0;
}
