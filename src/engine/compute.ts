import { backwardPass } from "./backward.ts";
import { createBuffers } from "./buffers.ts";
import { forwardPass } from "./forward.ts";
import { evaluateLoss } from "./losses.ts";
import type { Network } from "./network.ts";
import { firstOverflow } from "./range.ts";
import type { Trace } from "./trace.ts";
import { gradientStep } from "./update.ts";

/**
 * Everything there is to show of a network: forward pass, E, backward pass, one gradient-descent
 * step and E after it, stamped with the revision it belongs to.
 *
 * The trace owns its arrays and shares none with the network, so that its buffers can be
 * transferred. Never throws on numbers: what leaves the range of doubles is named in `overflow`.
 */
export function computeTrace(network: Network, rev: number): Trace {
  const { layout, activations, loss, eta } = network;
  const buffers = createBuffers(layout);
  forwardPass(network, buffers);
  const E = evaluateLoss(network, buffers);
  backwardPass(network, buffers);

  const wNext = new Float64Array(layout.weights);
  const bNext = new Float64Array(layout.neurons);
  gradientStep(network, buffers.gw, buffers.delta, wNext, bNext);
  const after = { ...network, w: wNext, b: bNext };
  const scratch = createBuffers(layout);
  forwardPass(after, scratch);
  const ENext = evaluateLoss(after, scratch);

  const trace = {
    rev,
    layout,
    activations,
    loss,
    eta,
    mask: network.mask === null ? null : network.mask.slice(),
    w: network.w.slice(),
    b: network.b.slice(),
    t: network.t.slice(),
    ...buffers,
    E,
    wNext,
    bNext,
    ENext,
  };
  return { ...trace, overflow: firstOverflow(trace) };
}
