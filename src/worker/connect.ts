/** The engine as the page has it: the first numbers at once, all later ones from the worker. */
import { computeTrace } from "../engine/compute.ts";
import type { Network } from "../engine/network.ts";
import { createEngineClient, type EngineClient, type EngineClientOptions } from "./client.ts";

export interface ConnectedEngine {
  request(network: Network, rev: number): void;
  /** Starts the worker, so that the next request finds it ready. */
  warmUp(): void;
}

/**
 * A worker takes longer to start (some 200 ms) than all the rest of the page, so the first request
 * is answered in the page, by the same functions and before this returns. The worker starts with
 * `warmUp`, when the network stands on the screen, or with the second request.
 */
export function connectEngine(options: EngineClientOptions): ConnectedEngine {
  let client: EngineClient | null = null;
  let first = true;
  const worker = (): EngineClient => (client ??= createEngineClient(options));
  return {
    request(network, rev) {
      if (!first) {
        worker().request(network, rev);
        return;
      }
      first = false;
      options.onTrace(computeTrace(network, rev));
    },
    warmUp: () => void worker(),
  };
}
