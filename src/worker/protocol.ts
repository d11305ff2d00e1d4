/**
 * What the page and the engine's worker say to each other. A network is copied on its way in; the
 * arrays of a trace are handed over on their way out.
 */
import type { Network } from "../engine/network.ts";
import type { Trace } from "../engine/trace.ts";

export interface EngineRequest {
  /** Revision of the Session the network is from; the reply carries the same. */
  readonly rev: number;
  readonly network: Network;
}

export type EngineReply =
  | { readonly rev: number; readonly trace: Trace }
  | {
      readonly rev: number;
      /** What the engine threw, for the developer's eyes: never shown to the user. */
      readonly error: string;
    };

/** The buffers of a trace, each once, to be transferred instead of copied. */
export function buffersOf(trace: Trace): ArrayBuffer[] {
  const { mask, w, b, t, z, a, slope, delta, gw, wNext, bNext } = trace;
  const arrays = [w, b, t, z, a, slope, delta, gw, wNext, bNext, ...(mask === null ? [] : [mask])];
  return arrays.map((array) => array.buffer as ArrayBuffer);
}
