import type { Layout } from "./layout.ts";

/**
 * Where a pass writes. Made once and written over by every pass, which itself allocates nothing.
 * Neuron arrays hold layer 1 too, as in a Trace: z^(1) := x, σ'_(1) := 1, δ^(1) = ∂E/∂x.
 */
export interface Buffers {
  /** z, neuron array. */
  readonly z: Float64Array;
  /** a, neuron array. */
  readonly a: Float64Array;
  /** σ'(z), neuron array. */
  readonly slope: Float64Array;
  /** δ, neuron array. */
  readonly delta: Float64Array;
  /** ∂E/∂w, weight array. */
  readonly gw: Float64Array;
}

/** Fresh buffers for networks of this layout. */
export function createBuffers(layout: Layout): Buffers {
  return {
    z: new Float64Array(layout.neurons),
    a: new Float64Array(layout.neurons),
    slope: new Float64Array(layout.neurons),
    delta: new Float64Array(layout.neurons),
    gw: new Float64Array(layout.weights),
  };
}
