import { computeTrace } from "../../src/engine/compute.ts";
import type { EngineReply, EngineRequest } from "../../src/worker/protocol.ts";

/** A worker that answers and fails when the test says so. */
export class FakeWorker extends EventTarget {
  readonly received: EngineRequest[] = [];
  terminated = false;

  /** Copies what it is sent, and throws if it cannot be copied, as a worker does. */
  postMessage(request: EngineRequest): void {
    this.received.push(structuredClone(request));
  }

  terminate(): void {
    this.terminated = true;
  }

  get lastRev(): number | undefined {
    return this.received.at(-1)?.rev;
  }

  /** Answers a request, the last one unless told, with what the engine makes of it. */
  answer(request = this.received.at(-1)!): void {
    this.send({ rev: request.rev, trace: computeTrace(request.network, request.rev) });
  }

  send(reply: EngineReply): void {
    this.dispatchEvent(new MessageEvent("message", { data: reply }));
  }

  fail(kind: "error" | "messageerror"): void {
    this.dispatchEvent(new Event(kind));
  }
}
