import type { Network } from "./network.ts";
import type { Trace } from "./trace.ts";

/** The network a trace was computed from. Shares the trace's arrays. */
export function givenOf(trace: Trace): Network {
  const { layout, activations, loss, w, b, mask, a, t, eta } = trace;
  return { layout, activations, loss, w, b, mask, x: a.subarray(0, layout.sizes[0] ?? 0), t, eta };
}
