import { beforeAll, expect, test, vi } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import type { EngineReply, EngineRequest } from "../../src/worker/protocol.ts";
import { networkWith } from "./network.ts";

type Post = (reply: EngineReply, options: { transfer: ArrayBuffer[] }) => void;

/** The worker's global scope, in so far as the shell uses it. */
const scope = Object.assign(new EventTarget(), { postMessage: vi.fn<Post>() });

function send(request: EngineRequest): { reply: EngineReply; transfer: ArrayBuffer[] } {
  scope.postMessage.mockClear();
  scope.dispatchEvent(new MessageEvent("message", { data: request }));
  expect(scope.postMessage).toHaveBeenCalledOnce();
  const [reply, { transfer }] = scope.postMessage.mock.calls[0];
  return { reply, transfer };
}

beforeAll(async () => {
  vi.stubGlobal("self", scope);
  await import("../../src/worker/engine.worker.ts");
});

test("a request is answered with its trace, every array of it transferred", () => {
  const network = { ...networkWith(2), mask: Uint8Array.of(1) };
  const { reply, transfer } = send({ rev: 7, network });
  expect(reply).toEqual({ rev: 7, trace: computeTrace(network, 7) });
  const { trace } = structuredClone(reply, { transfer }) as Extract<
    EngineReply,
    { trace: unknown }
  >;
  expect(trace).toEqual(computeTrace(network, 7));
  const left = Object.values((reply as typeof reply & { trace: object }).trace).filter(
    (value) => ArrayBuffer.isView(value) && value.byteLength > 0,
  );
  expect(left).toEqual([]);
});

test("what the engine throws is a reply, not the worker's end", () => {
  const network = { ...networkWith(2), layout: null as never };
  const { reply, transfer } = send({ rev: 8, network });
  expect(reply).toEqual({ rev: 8, error: expect.stringContaining("TypeError") as string });
  expect(transfer).toEqual([]);
});
