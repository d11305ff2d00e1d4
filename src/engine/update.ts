import type { Network } from "./network.ts";

/**
 * One step of gradient descent, w − η ∂E/∂w and b − η δ, into wNext (weight array) and bNext
 * (neuron array; layer 1 has no biases and keeps its zeros). Everything on the right is from
 * before the step: δ of a hidden layer is never taken with weights already updated (errata,
 * section 7). Allocates nothing.
 */
export function gradientStep(
  { layout, w, b, eta }: Pick<Network, "layout" | "w" | "b" | "eta">,
  gw: Float64Array,
  delta: Float64Array,
  wNext: Float64Array,
  bNext: Float64Array,
): void {
  for (let k = 0; k < layout.weights; k++) wNext[k] = w[k] - eta * gw[k];
  const first = layout.neuronOffset[2];
  for (let k = 0; k < first; k++) bNext[k] = b[k];
  for (let k = first; k < layout.neurons; k++) bNext[k] = b[k] - eta * delta[k];
}
