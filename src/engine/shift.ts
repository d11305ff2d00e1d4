/** One input moved, as central differences move it (errata Q2.3). */
import { computeTrace } from "./compute.ts";
import type { Trace } from "./trace.ts";

/** What is added to x: h e_j, with h below 0 where it is taken away. */
export interface Shift {
  readonly j: number;
  readonly h: number;
}

/** As it is written between x and the size of h. */
export function signOf({ h }: Shift): "+" | "−" {
  return h < 0 ? "−" : "+";
}

/** x + h e_j; the other components stay what they are. */
export function shifted(x: Float64Array, { j, h }: Shift): Float64Array {
  const moved = x.slice();
  moved[j - 1] += h;
  return moved;
}

/** The trace of the same network at x + h e_j, with what was added to x. */
export function computeShifted(trace: Trace, shift: Shift): Trace {
  const x = shifted(trace.a.subarray(0, trace.layout.sizes[0]), shift);
  return { ...computeTrace({ ...trace, x }, trace.rev), shift };
}
