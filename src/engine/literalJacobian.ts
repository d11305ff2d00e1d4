/**
 * The sheet's own product for ∂y/∂x, evaluated as far as it means anything (errata Q2.1, Q2.2):
 * σ'(z^(n) + b) × w^(n) × σ'(z^(n−1) + b) × w^(n−1) × ⋯ × σ'(w^(1) x + b^(1)) × w^(1).
 */
import { computeJacobian } from "./jacobian.ts";
import { activate } from "./activations.ts";
import type { Matrix } from "./matrix.ts";
import { activationOf } from "./network.ts";
import { ref, type Ref } from "./ref.ts";
import type { Trace } from "./trace.ts";

/** Why the product as printed has no value. */
export type LiteralFault =
  /** With x = a^(1), as in the sheet's own table, there is no w^(1) and no b^(1) (Q2.1, S3). */
  | { readonly code: "noFirstWeights" }
  /**
   * σ'(z^(l)) is a column of n_l > 1 numbers and cannot stand left of w^(l) (Q2.2). The σ' of
   * softmax is a matrix and no such fault (S7).
   */
  | { readonly code: "columnTimesMatrix"; readonly l: number };

export interface LiteralJacobian {
  /** What keeps the product as printed from having a value; the first is always there. */
  readonly faults: readonly LiteralFault[];
  /**
   * The value once superscripts go up by one, σ' is read as a diagonal matrix and b as b^(l): the
   * bias is in σ' twice for l = 3 … L, and once for l = 2, as printed. n_L × n_1.
   */
  readonly value: Matrix;
  /** σ' with the bias twice, length layout.neurons; NaN in a layer where that is out of range. */
  readonly slope: Float64Array;
  /** The first z, from the output back, that with the bias twice is not finite. */
  readonly overflow: Ref | null;
}

/** Faults in the order in which one meets them, reading from the left. */
export function literalJacobian(trace: Trace): LiteralJacobian {
  const { layout, z, b } = trace;
  const { L, neuronOffset, sizes } = layout;
  const faults: LiteralFault[] = [{ code: "noFirstWeights" }];
  const twice = z.slice();
  const a = trace.a.slice();
  const slope = trace.slope.slice();
  let overflow: Ref | null = null;
  for (let l = L; l >= 2; l--) {
    const activation = activationOf(trace, l);
    if (sizes[l - 1] > 1 && activation !== "softmax") faults.push({ code: "columnTimesMatrix", l });
    if (l === 2) continue;
    const from = neuronOffset[l];
    const to = neuronOffset[l + 1];
    for (let k = from; k < to; k++) twice[k] += b[k];
    activate(activation, twice, a, slope, from, to);
    const lost = twice.subarray(from, to).findIndex((value) => !Number.isFinite(value));
    if (lost < 0) continue;
    // A bounded σ would make a number of ∞.
    a.fill(NaN, from, to);
    slope.fill(NaN, from, to);
    overflow ??= ref("z", l, lost + 1);
  }
  return { faults, value: computeJacobian({ ...trace, a, slope }).jacobian, slope, overflow };
}
