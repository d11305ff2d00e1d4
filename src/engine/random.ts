import type { Layout } from "./layout.ts";

/**
 * Initial weights for a seed, in the layout's weight slots: uniform in ±√(6 / (n_{l−1} + n_l))
 * (Glorot and Bengio 2010), which keeps a and δ of comparable size from layer to layer, rounded
 * to two decimals so that they read well on the drawing.
 *
 * One number is drawn for every slot, in their order, whether or not its edge exists. Links rely
 * on these numbers: neither generator, scale, order nor rounding may ever change.
 */
export function seededWeights(layout: Layout, seed: number): Float64Array {
  const random = mulberry32(seed);
  const w = new Float64Array(layout.weights);
  for (let l = 2; l <= layout.L; l++) {
    const limit = Math.sqrt(6 / (layout.sizes[l - 2] + layout.sizes[l - 1]));
    for (let k = layout.weightOffset[l]; k < layout.weightOffset[l + 1]; k++) {
      // + 0 turns −0 into 0: a weight is written into links, and the sign would be kept.
      w[k] = Math.round((2 * random() - 1) * limit * 100) / 100 + 0;
    }
  }
  return w;
}

/**
 * Tommy Ettinger's Mulberry32: uniform in [0, 1), state of 32 bits, and unlike a plain
 * congruential generator it starts well from small seeds, which are the ones people type.
 * The seed is taken modulo 2³².
 */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let h = Math.imul(state ^ (state >>> 15), state | 1);
    h ^= h + Math.imul(h ^ (h >>> 7), h | 61);
    return ((h ^ (h >>> 14)) >>> 0) / 2 ** 32;
  };
}
