import { outputActivationOf, type Activation, type Loss } from "../engine/network.ts";

/** The activations with the output's set to what the loss demands, if it demands any. */
export function demandOutput(
  activations: readonly Activation[],
  loss: Loss,
): readonly Activation[] {
  const demanded = outputActivationOf(loss);
  if (demanded === null || activations.length === 0) return activations;
  return activations.with(activations.length - 1, demanded);
}
