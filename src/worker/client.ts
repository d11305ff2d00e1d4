/**
 * The page's side of the engine's worker: the newest network wins, and a worker that dies is
 * replaced and asked again. The page keeps its last Trace meanwhile; nothing here ever throws.
 */
import type { Network } from "../engine/network.ts";
import type { Trace } from "../engine/trace.ts";
import type { EngineReply, EngineRequest } from "./protocol.ts";

export interface EngineClientOptions {
  /** Starts a worker. May throw; that counts as a death. */
  readonly spawn: () => Worker;
  /** Receives traces, their revisions only ever growing. */
  readonly onTrace: (trace: Trace) => void;
  /** Told each time a worker was given up and another one started. */
  readonly onTrouble?: (kind: "restarted") => void;
  /**
   * How long a worker may be silent, in ms. A terminated worker fires no event, so that silence is
   * all there is to notice. Every death in a row doubles it: where the worker's script is slow to
   * load, patience helps and impatience never would.
   */
  readonly replyWithinMs?: number;
}

export interface EngineClient {
  /**
   * Asks for the trace of a network. One request is on its way at a time, and of those that wait
   * only the newest is kept.
   */
  request(network: Network, rev: number): void;
  /** Ends the worker; nothing is delivered afterwards. */
  dispose(): void;
}

const REPLY_WITHIN_MS = 4000;
/** The first replacement comes at once; each one after it in a row waits twice as long. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 4000;
const LONGEST_PATIENCE_MS = 60_000;

export function createEngineClient(options: EngineClientOptions): EngineClient {
  const { spawn, onTrace, onTrouble, replyWithinMs = REPLY_WITHIN_MS } = options;
  let worker: Worker | null = null;
  /** Ends with the worker, and its listeners with it: events on their way are not heard. */
  let life = new AbortController();
  /** The request on its way; null while the worker is idle. */
  let asked: EngineRequest | null = null;
  /** The newest request not yet on its way. */
  let waiting: EngineRequest | null = null;
  let delivered = -Infinity;
  /** Deaths since the last reply. */
  let deaths = 0;
  /** For the reply while there is a worker, else for the next worker. */
  let timer: ReturnType<typeof setTimeout> | undefined;

  function start(): void {
    try {
      worker = spawn();
    } catch {
      giveUp();
      return;
    }
    life = new AbortController();
    const { signal } = life;
    worker.addEventListener("message", ({ data }) => receive(data as EngineReply), { signal });
    worker.addEventListener("error", giveUp, { signal });
    worker.addEventListener("messageerror", giveUp, { signal });
    if (deaths > 0) onTrouble?.("restarted");
    ask();
  }

  function ask(): void {
    if (worker === null || asked !== null || waiting === null) return;
    asked = waiting;
    waiting = null;
    timer = setTimeout(giveUp, Math.min(replyWithinMs * 2 ** deaths, LONGEST_PATIENCE_MS));
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
      worker.postMessage(asked);
    } catch {
      giveUp();
    }
  }

  function receive(reply: EngineReply): void {
    if (asked === null || reply.rev !== asked.rev) return;
    if ("error" in reply) {
      giveUp();
      return;
    }
    const { network } = asked;
    clearTimeout(timer);
    asked = null;
    deaths = 0;
    // The worker goes on with the next request while the page draws this one.
    ask();
    if (reply.rev <= delivered) return;
    delivered = reply.rev;
    // The shape comes back as a copy; what is memoised on it must see the one it knows.
    const { layout, activations, mask } = network;
    onTrace({ ...reply.trace, layout, activations, mask });
  }

  /** Ends a worker that failed and starts another, which is asked what is now the newest. */
  function giveUp(): void {
    clearTimeout(timer);
    retire();
    waiting ??= asked;
    asked = null;
    deaths += 1;
    if (deaths === 1) {
      start();
      return;
    }
    timer = setTimeout(start, Math.min(FIRST_PAUSE_MS * 2 ** (deaths - 2), LONGEST_PAUSE_MS));
  }

  function retire(): void {
    if (worker === null) return;
    life.abort();
    worker.terminate();
    worker = null;
  }

  start();
  return {
    request(network, rev) {
      waiting = { rev, network };
      ask();
    },
    // Without a worker and without a timer for another, nothing asked later is ever sent.
    dispose() {
      clearTimeout(timer);
      retire();
      asked = null;
      waiting = null;
    },
  };
}
