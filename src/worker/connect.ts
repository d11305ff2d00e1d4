/** The engine as the page has it: numbers from the worker, some at once. */
import { computeTrace } from "../engine/compute.ts";
import type { Network } from "../engine/network.ts";
import { createEngineClient, type EngineClient, type EngineClientOptions } from "./client.ts";

export interface ConnectedEngine {
  request(network: Network, rev: number): void;
  /** The same, answered before this returns. */
  requestAtOnce(network: Network, rev: number): void;
  /** Starts the worker, so that the next request finds it ready. */
  warmUp(): void;
}

/**
 * A worker takes longer to start (some 200 ms) than all the rest of the page, so the first request
 * is answered in the page, by the same functions and before this returns. The worker starts with
 * `warmUp`, when the network stands on the screen, or with the second request.
 *
 * So is what follows a hand, one number that is dragged, nudged or typed, and what undo brings back: to
 * draw it takes most of a frame, so that the worker's answer would be late for the next one and wait for
 * the one after it. The pass takes a hundredth of what is left of the frame.
 */
export function connectEngine(options: EngineClientOptions): ConnectedEngine {
  let client: EngineClient | null = null;
  let first = true;
  const worker = (): EngineClient => (client ??= createEngineClient(options));
  const requestAtOnce = (network: Network, rev: number): void => {
    first = false;
    options.onTrace(computeTrace(network, rev));
  };
  return {
    request(network, rev) {
      if (first) requestAtOnce(network, rev);
      else worker().request(network, rev);
    },
    requestAtOnce,
    warmUp: () => void worker(),
  };
}
