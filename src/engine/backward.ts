import type { Buffers } from "./buffers.ts";
import type { Network } from "./network.ts";

/** What a backward pass reads of its network. */
export type BackwardInput = Pick<Network, "layout" | "w" | "mask">;

/**
 * δ^(l) = ((w^(l+1))ᵀ δ^(l+1)) ⊙ σ'(z^(l)) for l = L − 1 … 1, the last of which is ∂E/∂x, and
 * ∂E/∂w^(l) = δ^(l) (a^(l−1))ᵀ (errata, section 0), after a forward pass and the loss, which wrote
 * a, slope and δ^(L). Writes delta and gw, which is 0 where there is no edge; allocates nothing.
 *
 * Column j of w^(l) and of its gradient need the same δ^(l), so one sweep does both; two columns
 * at a time share each read of δ_i and lie side by side in memory. The terms of a sum are added in
 * the order of i, as the formula is written.
 */
export function backwardPass(
  { layout, w, mask }: BackwardInput,
  { a, slope, delta, gw }: Omit<Buffers, "z">,
): void {
  const { L, neuronOffset, weightOffset } = layout;
  for (let l = L; l >= 2; l--) {
    // Layer l − 1 has the neuron slots from … to − 1, layer l those up to end − 1.
    const from = neuronOffset[l - 1];
    const to = neuronOffset[l];
    const end = neuronOffset[l + 1];
    const n = to - from;
    let column = weightOffset[l];
    let j = from;
    for (; j + 2 <= to; j += 2, column += 2) {
      const a0 = a[j];
      const a1 = a[j + 1];
      let s0 = 0;
      let s1 = 0;
      for (let i = to, k = column; i < end; i++, k += n) {
        const d = delta[i];
        gw[k] = d * a0;
        gw[k + 1] = d * a1;
        s0 += w[k] * d;
        s1 += w[k + 1] * d;
      }
      delta[j] = s0 * slope[j];
      delta[j + 1] = s1 * slope[j + 1];
    }
    if (j < to) {
      let s = 0;
      for (let i = to, k = column; i < end; i++, k += n) {
        const d = delta[i];
        gw[k] = d * a[j];
        s += w[k] * d;
      }
      delta[j] = s * slope[j];
    }
  }
  if (mask !== null) {
    for (let k = 0; k < layout.weights; k++) if (mask[k] === 0) gw[k] = 0;
  }
}
