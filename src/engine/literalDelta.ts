/** Part (b) of the sheet as it is written: δ^(1) = 0 and δ^(l) = δ^(l−1) ∂z^(l−1)/∂z^(l). */
import { neuronIndex, weightIndex } from "./layout.ts";
import { ref, type Ref } from "./ref.ts";
import { edgeExists, type Trace } from "./trace.ts";

/** Why δ_i^(l) is 0/0 and not 0: the factor is 1 / (w_ij^(l) σ'(z_j^(l−1))). */
export interface ZeroByZero {
  /** An edge is missing, a weight is 0, a σ' is 0, or an earlier δ was already 0/0. */
  readonly cause: "edge" | "weight" | "slope" | "earlier";
  /** The weight (of the edge), that σ', or that δ. */
  readonly ref: Ref;
}

export interface LiteralDelta {
  /**
   * δ wherever every factor is finite: 0 whatever the network (errata B3), neuron array; NaN where
   * a σ' on the way is.
   */
  readonly delta: Float64Array;
  /** For every neuron slot the first cause of a 0/0, or null where δ is 0. */
  readonly causes: readonly (ZeroByZero | null)[];
}

/**
 * Read index by index, as the division by a matrix has no other meaning (errata B6): δ_i^(l) is a
 * sum over j of 0 / (w_ij^(l) σ'(z_j^(l−1))), and σ' of layer 1 is 1. Without
 * an edge z_i^(l) does not depend on z_j^(l−1), and there is no ∂z_j^(l−1)/∂z_i^(l).
 */
export function literalDelta(trace: Trace): LiteralDelta {
  const { layout, slope } = trace;
  const causes: (ZeroByZero | null)[] = Array.from({ length: layout.neurons }, () => null);
  const delta = new Float64Array(layout.neurons);
  for (let l = 2; l <= layout.L; l++) {
    const [from, to] = [layout.neuronOffset[l - 1], layout.neuronOffset[l]];
    const before = slope.subarray(from, to);
    const isLost = before.some(Number.isNaN) || delta.subarray(from, to).some(Number.isNaN);
    for (let i = 1; i <= layout.sizes[l - 1]; i++) {
      const slot = neuronIndex(layout, l, i);
      causes[slot] = causeOf(trace, causes, l, i);
      if (isLost && causes[slot] === null) delta[slot] = NaN;
    }
  }
  return { delta, causes };
}

function causeOf(
  trace: Trace,
  causes: readonly (ZeroByZero | null)[],
  l: number,
  i: number,
): ZeroByZero | null {
  const { layout, w, slope } = trace;
  for (let j = 1; j <= layout.sizes[l - 2]; j++) {
    if (!edgeExists(trace, l, i, j)) return { cause: "edge", ref: ref("w", l, i, j) };
    const before = neuronIndex(layout, l - 1, j);
    if (w[weightIndex(layout, l, i, j)] === 0) return { cause: "weight", ref: ref("w", l, i, j) };
    if (slope[before] === 0) return { cause: "slope", ref: ref("s", l - 1, j) };
    if (causes[before] !== null) return { cause: "earlier", ref: ref("d", l - 1, j) };
  }
  return null;
}
