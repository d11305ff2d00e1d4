import { activate } from "./activations.ts";
import type { Buffers } from "./buffers.ts";
import type { Network } from "./network.ts";

/** What a forward pass reads. */
export type ForwardInput = Pick<Network, "layout" | "activations" | "w" | "b" | "x">;

/**
 * z^(l) = w^(l) a^(l−1) + b^(l) and a^(l) = σ_(l)(z^(l)) for l = 2 … L, and σ'(z) beside them,
 * because it comes out of the same exponential. Writes z, a and slope, layer 1 included;
 * allocates nothing.
 *
 * Two rows of w share each read of a. Every row still adds up from left to right with the bias
 * last, as the formula is written, so that the formula evaluated term by term gives the same
 * double. The loops stand in this one function because for small networks calls would cost more
 * than the arithmetic.
 */
export function forwardPass(
  { layout, activations, w, b, x }: ForwardInput,
  { z, a, slope }: Pick<Buffers, "z" | "a" | "slope">,
): void {
  const { L, neuronOffset } = layout;
  // Layer l − 1 has the neuron slots from … to − 1, layer l those up to end − 1.
  let from = 0;
  let to = neuronOffset[2];
  for (let j = 0; j < to; j++) {
    z[j] = x[j];
    a[j] = x[j];
    slope[j] = 1;
  }
  let k = 0;
  for (let l = 2; l <= L; l++) {
    const n = to - from;
    const end = neuronOffset[l + 1];
    let i = to;
    for (; i + 2 <= end; i += 2, k += n) {
      let s0 = 0;
      let s1 = 0;
      for (let j = from; j < to; j++, k++) {
        const v = a[j];
        s0 += w[k] * v;
        s1 += w[k + n] * v;
      }
      z[i] = s0 + b[i];
      z[i + 1] = s1 + b[i + 1];
    }
    if (i < end) {
      let s = 0;
      for (let j = from; j < to; j++, k++) s += w[k] * a[j];
      z[i] = s + b[i];
    }
    activate(activations[l - 2], z, a, slope, to, end);
    from = to;
    to = end;
  }
}
