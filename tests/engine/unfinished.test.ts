/** Drawings that have only been begun: one layer, or none. */
import { expect, it } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import { createLayout } from "../../src/engine/layout.ts";
import { isComplete, LOSSES, type Network } from "../../src/engine/network.ts";

function begun(x: readonly number[], loss: Network["loss"]): Network {
  return {
    layout: createLayout(x.length === 0 ? [] : [x.length]),
    activations: [],
    loss,
    w: new Float64Array(),
    b: new Float64Array(x.length),
    mask: null,
    x: Float64Array.from(x),
    t: Float64Array.from(x, () => 1),
    eta: 0.5,
  };
}

it.each(LOSSES)("a single layer is the input, and nothing follows from it (%s)", (loss) => {
  const network = begun([1, 1e308, -0], loss);
  expect(isComplete(network)).toBe(false);
  const trace = computeTrace(network, 3);
  expect(trace).toMatchObject({ rev: 3, E: 0, ENext: 0, overflow: null });
  expect(trace.a).toEqual(network.x);
  expect([...trace.delta, ...trace.bNext]).toEqual([0, 0, 0, 0, 0, 0]);
  expect(trace.t).toEqual(network.t);
  expect([trace.gw.length, trace.wNext.length]).toEqual([0, 0]);
});

it.each(LOSSES)("an empty stage computes (%s)", (loss) => {
  const trace = computeTrace(begun([], loss), 0);
  expect(trace).toMatchObject({ E: 0, ENext: 0, overflow: null });
  const arrays = [trace.z, trace.a, trace.slope, trace.delta, trace.gw, trace.bNext, trace.t];
  expect(arrays.every((array) => array.length === 0)).toBe(true);
});

it("knows where the parameters would begin", () => {
  expect(createLayout([]).neuronOffset[2]).toBe(0);
  expect(createLayout([3]).neuronOffset[2]).toBe(3);
  expect(isComplete({ layout: createLayout([1, 1]) })).toBe(true);
});
