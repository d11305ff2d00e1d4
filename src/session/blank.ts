/** What a network has that nobody has said anything about. */
import { createLayout } from "../engine/layout.ts";
import type { Activation, Network } from "../engine/network.ts";

export const DEFAULT_ETA = 0.5;
export const DEFAULT_ACTIVATION: Activation = "sigmoid";

/** The network of an empty stage. */
export const EMPTY_NETWORK: Network = {
  layout: createLayout([]),
  activations: [],
  loss: "l2",
  w: new Float64Array(),
  b: new Float64Array(),
  mask: null,
  x: new Float64Array(),
  t: new Float64Array(),
  eta: DEFAULT_ETA,
};
