/** Why the sheet's product, with its bias twice in σ', comes to ∂y/∂x here all the same. */
import { computeJacobian, type JacobianProduct } from "../../engine/jacobian.ts";
import { largestOf } from "../../engine/matrix.ts";
import { activationOf } from "../../engine/network.ts";
import type { Trace } from "../../engine/trace.ts";

export type AgreementReason =
  /** Every σ' stays what it is: no bias, or σ straight where it is counted twice. */
  | "sameSlopes"
  /** Some path from x to y has no factor 0, but all their products are too small for a double. */
  | "underflow"
  /** What changes reaches ∂y/∂x along no path, or is rounded away. */
  | "noEffect";

/** `slope` is σ' with the bias twice; the two products are taken to be equal. */
export function reasonOfAgreement(
  trace: Trace,
  { jacobian }: JacobianProduct,
  slope: Float64Array,
): AgreementReason {
  const firstOfLayer2 = trace.layout.sizes[0];
  if (slope.every((value, k) => k < firstOfLayer2 || value === trace.slope[k])) return "sameSlopes";
  return largestOf(jacobian.values) === 0 && underflows(trace) ? "underflow" : "noEffect";
}

/** Magnitudes cannot cancel: if their product is 0 all the same, it has lost its last bit. */
function underflows(trace: Trace): boolean {
  const magnitudes = { ...trace, w: trace.w.map(Math.abs), slope: trace.slope.map(Math.abs) };
  return isConnected(trace) && largestOf(computeJacobian(magnitudes).jacobian.values) === 0;
}

/** Whether a path leads from an input to an output along which every w and every σ' is not 0. */
function isConnected({ layout, w, slope, activations }: Trace): boolean {
  const { L, sizes, neuronOffset, weightOffset } = layout;
  let reached = Array.from({ length: sizes[0] }, () => true);
  for (let l = 2; l <= L; l++) {
    const before = reached;
    const softmax = activationOf({ activations }, l) === "softmax";
    reached = Array.from({ length: sizes[l - 1] }, (_, i) => {
      const from = weightOffset[l] + i * before.length;
      // Softmax is the last layer, and there every y follows every z.
      const open = softmax || slope[neuronOffset[l] + i] !== 0;
      return open && before.some((is, j) => is && w[from + j] !== 0);
    });
  }
  return reached.includes(true);
}
