import type { Layout } from "./layout.ts";

/** Activation functions; leaky has slope 0.01 for z ≤ 0, softmax is for the output layer only. */
export const ACTIVATIONS = [
  "identity",
  "sigmoid",
  "tanh",
  "relu",
  "leaky",
  "softplus",
  "softmax",
] as const;
export type Activation = (typeof ACTIVATIONS)[number];

/**
 * Losses: `l2` is the homework's ½ Σ (y_k − t_k)²; `ce` is −Σ t ln y and needs softmax at the
 * output; `bce` is −Σ [t ln y + (1 − t) ln(1 − y)] and needs sigmoid at the output.
 */
export const LOSSES = ["l2", "ce", "bce"] as const;
export type Loss = (typeof LOSSES)[number];

/** The activation a loss demands at the output, or null where any will do. */
export function outputActivationOf(loss: Loss): Activation | null {
  if (loss === "ce") return "softmax";
  if (loss === "bce") return "sigmoid";
  return null;
}

/** A network and the numbers put on it. Arrays are replaced, never written to, once shared. */
export interface Network {
  readonly layout: Layout;
  /** σ_(l) at index l − 2, for l = 2 … L; empty while there are fewer than two layers. */
  readonly activations: readonly Activation[];
  readonly loss: Loss;
  /** All weights, in the layout's weight slots. A missing edge has weight 0. */
  readonly w: Float64Array;
  /** All biases, in the layout's neuron slots; the slots of layer 1 are unused and 0. */
  readonly b: Float64Array;
  /** 1 = the edge exists, 0 = it does not (in weight slots); null = all exist. */
  readonly mask: Uint8Array | null;
  /** Input x, length n_1. */
  readonly x: Float64Array;
  /** Target t, length n_L; while there is one layer only, it is that one's. */
  readonly t: Float64Array;
  /** Learning rate η. */
  readonly eta: number;
}

/** Whether there is something to compute: an input layer and another one. */
export function isComplete({ layout }: Pick<Network, "layout">): boolean {
  return layout.L >= 2;
}

/** σ_(l) of layer l; the input layer counts as identity (errata, section 0). */
export function activationOf(network: Pick<Network, "activations">, l: number): Activation {
  return l < 2 ? "identity" : network.activations[l - 2];
}
