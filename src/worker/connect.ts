/** The engine as the page has it: the numbers of an edit from the worker, some at once. */
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
 * So is what follows the pointer, where a move is heard as its frame begins, and what undo brings back,
 * where other connections than before take most of the frame to draw: the worker's answer would be late
 * for the frame and wait for the next one. The pass takes a hundredth of what is left of it.
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
