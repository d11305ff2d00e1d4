/**
 * E together with the δ of the output layer, which comes out of the same differences. The
 * cross-entropies are taken from the logits z^(L): from y = a^(L) they would be −ln 0 as soon as
 * y rounds to 0 or 1.
 */
import { othersOf, sigmoid, softplus } from "./activations.ts";
import type { Buffers } from "./buffers.ts";
import { isComplete, type Network } from "./network.ts";

/** What a loss reads of its network. */
export type LossInput = Pick<Network, "layout" | "activations" | "loss" | "t">;

/**
 * E, and δ^(L) = ∂E/∂z^(L) into delta, after a forward pass that wrote z, a and slope; 0 where there
 * is no output yet, for a single layer is the input. Allocates nothing.
 */
export function evaluateLoss(network: LossInput, buffers: Omit<Buffers, "gw">): number {
  if (!isComplete(network)) return 0;
  switch (network.loss) {
    case "l2":
      return network.activations[network.layout.L - 2] === "softmax"
        ? halfSquaredErrorOfSoftmax(network, buffers)
        : halfSquaredError(network, buffers);
    case "ce":
      return softmaxCrossEntropy(network, buffers);
    case "bce":
      return binaryCrossEntropy(network, buffers);
  }
}

/**
 * ½ Σ (y − t)², halved before it is squared, so that E overflows only if it must.
 * δ_i = (y_i − t_i) σ'(z_i): one term for each output, no sum over k (errata E3).
 */
function halfSquaredError(
  { layout, t }: LossInput,
  { a, slope, delta }: Omit<Buffers, "gw">,
): number {
  const from = layout.neuronOffset[layout.L];
  let E = 0;
  for (let i = 0, k = from; k < layout.neurons; i++, k++) {
    const error = a[k] - t[i];
    E += 0.5 * error * error;
    delta[k] = error * slope[k];
  }
  return E;
}

/** δ = (diag(y) − y yᵀ)(y − t), written as y_i Σ_j y_j (v_i − v_j) with v = y − t (errata S7). */
function halfSquaredErrorOfSoftmax(
  { layout, t }: LossInput,
  { a: y, delta }: Omit<Buffers, "gw">,
): number {
  const from = layout.neuronOffset[layout.L];
  const n = layout.neurons - from;
  let E = 0;
  for (let i = 0; i < n; i++) {
    const error = y[from + i] - t[i];
    E += 0.5 * error * error;
    let sum = 0;
    for (let j = 0; j < n; j++) sum += y[from + j] * (error - (y[from + j] - t[j]));
    delta[from + i] = y[from + i] * sum;
  }
  return E;
}

/**
 * −Σ t ln y = Σ t (ln Σ e^z − z), both logarithms taken about the largest z, whose own e^0 = 1 is
 * kept apart by log1p, for the others would be rounded off beside it.
 *
 * δ_i = y_i Σ_j t_j − t_i with its term j = i, which cancels, left out:
 * y_i Σ_{j≠i} t_j − t_i (1 − y_i). A one-hot target then costs no digits however sure the
 * network is.
 */
function softmaxCrossEntropy(
  { layout, t }: LossInput,
  { z, a: y, delta }: Omit<Buffers, "gw">,
): number {
  const from = layout.neuronOffset[layout.L];
  const to = layout.neurons;
  let top = from;
  for (let k = from + 1; k < to; k++) if (z[k] > z[top]) top = k;
  let others = 0;
  for (let k = from; k < to; k++) if (k !== top) others += Math.exp(z[k] - z[top]);
  const logSum = Math.log1p(others);
  let E = 0;
  for (let k = from; k < to; k++) {
    const target = t[k - from];
    E += target * (z[top] - z[k] + logSum);
    let otherTargets = 0;
    for (let m = from; m < to; m++) if (m !== k) otherTargets += t[m - from];
    delta[k] = y[k] * otherTargets - target * othersOf(y, k, from, to);
  }
  return E;
}

/**
 * −Σ [t ln y + (1 − t) ln(1 − y)], with −ln σ(z) = softplus(−z), and δ = y − t without the
 * cancellation of a saturated y.
 */
function binaryCrossEntropy({ layout, t }: LossInput, { z, delta }: Omit<Buffers, "gw">): number {
  const from = layout.neuronOffset[layout.L];
  let E = 0;
  for (let i = 0, k = from; k < layout.neurons; i++, k++) {
    E += t[i] * softplus(-z[k]) + (1 - t[i]) * softplus(z[k]);
    delta[k] = (1 - t[i]) * sigmoid(z[k]) - t[i] * sigmoid(-z[k]);
  }
  return E;
}
