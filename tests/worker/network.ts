import { createLayout } from "../../src/engine/layout.ts";
import type { Network } from "../../src/engine/network.ts";

/** A 1-1 network with weight w. */
export function networkWith(w: number): Network {
  return {
    layout: createLayout([1, 1]),
    activations: ["identity"],
    loss: "l2",
    w: Float64Array.of(w),
    b: new Float64Array(2),
    mask: null,
    x: Float64Array.of(1),
    t: Float64Array.of(0),
    eta: 0.5,
  };
}
