import { expect, test, vi } from "vitest";
import { createLayout } from "../../src/engine/layout.ts";
import type { Network } from "../../src/engine/network.ts";
import type { Trace } from "../../src/engine/trace.ts";
import { connectEngine } from "../../src/worker/connect.ts";

const network: Network = {
  layout: createLayout([1, 1]),
  activations: ["identity"],
  loss: "l2",
  w: Float64Array.of(2),
  b: Float64Array.of(0, 1),
  mask: null,
  x: Float64Array.of(3),
  t: Float64Array.of(0),
  eta: 0.5,
};

function connect() {
  const traces: Trace[] = [];
  const posted: unknown[] = [];
  const spawn = vi.fn<() => Worker>(
    () =>
      ({
        addEventListener() {},
        postMessage: (message: unknown) => posted.push(message),
        terminate() {},
      }) as unknown as Worker,
  );
  const engine = connectEngine({ spawn, onTrace: (trace) => traces.push(trace) });
  return { engine, traces, posted, spawn };
}

test("the first numbers are there at once, without a worker", () => {
  const { engine, traces, spawn } = connect();
  engine.request(network, 0);
  expect(traces.map(({ rev, a }) => [rev, a[1]])).toEqual([[0, 7]]);
  expect(spawn).not.toHaveBeenCalled();
});

test("later ones come from one worker, started when the page asks for it", () => {
  const { engine, traces, posted, spawn } = connect();
  engine.request(network, 0);
  engine.warmUp();
  expect(spawn).toHaveBeenCalledTimes(1);
  engine.request(network, 1);
  expect(traces).toHaveLength(1);
  expect(posted).toMatchObject([{ rev: 1 }]);
  expect(spawn).toHaveBeenCalledTimes(1);
});

test("what follows the pointer is there at once, and a worker that stands is not asked", () => {
  const { engine, traces, posted } = connect();
  engine.request(network, 0);
  engine.warmUp();
  engine.request(network, 1);
  engine.requestAtOnce({ ...network, x: Float64Array.of(4) }, 2);
  expect(traces.map(({ rev, a }) => [rev, a[1]])).toEqual([
    [0, 7],
    [2, 9],
  ]);
  expect(posted).toMatchObject([{ rev: 1 }]);
});
