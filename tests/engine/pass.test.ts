import { fc, test } from "@fast-check/vitest";
import { afterEach, describe, expect, vi } from "vitest";
import { backwardPass } from "../../src/engine/backward.ts";
import { createBuffers, type Buffers } from "../../src/engine/buffers.ts";
import { forwardPass } from "../../src/engine/forward.ts";
import { evaluateLoss } from "../../src/engine/losses.ts";
import type { Network } from "../../src/engine/network.ts";
import { gradientStep } from "../../src/engine/update.ts";
import { networks } from "./arbitrary.ts";

function pass(network: Network, buffers: Buffers): number {
  forwardPass(network, buffers);
  const E = evaluateLoss(network, buffers);
  backwardPass(network, buffers);
  return E;
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("a repeated pass", () => {
  test.prop([networks])("leaves nothing of what the buffers held before", (network) => {
    const fresh = createBuffers(network.layout);
    const used = createBuffers(network.layout);
    for (const array of Object.values(used) as Float64Array[]) array.fill(NaN);
    const E = pass(network, fresh);
    expect(pass(network, used)).toBe(E);
    expect(pass(network, used)).toBe(E);
    expect(used).toEqual(fresh);
  });

  test.prop([networks])("reads its network and writes none of it", (network) => {
    const before = structuredClone(network);
    const buffers = createBuffers(network.layout);
    pass(network, buffers);
    const { weights, neurons } = network.layout;
    const wNext = new Float64Array(weights);
    gradientStep(network, buffers.gw, buffers.delta, wNext, new Float64Array(neurons));
    expect(network).toEqual(before);
  });

  test("makes no array", () => {
    const samples = fc.sample(networks, { numRuns: 50, seed: 1 }).map((network) => ({
      network,
      buffers: createBuffers(network.layout),
      wNext: new Float64Array(network.layout.weights),
      bNext: new Float64Array(network.layout.neurons),
    }));
    const made = vi.fn<() => never>();
    const prototype = Object.getPrototypeOf(Float64Array.prototype) as Float64Array;
    for (const name of ["slice", "subarray", "map", "filter"] as const) {
      vi.spyOn(prototype, name).mockImplementation(made);
    }
    for (const name of ["Float64Array", "Array", "ArrayBuffer"] as const) {
      vi.stubGlobal(name, new Proxy(globalThis[name], { construct: made, apply: made }));
    }
    for (const { network, buffers, wNext, bNext } of samples) {
      pass(network, buffers);
      gradientStep(network, buffers.gw, buffers.delta, wNext, bNext);
    }
    vi.unstubAllGlobals();
    expect(made).not.toHaveBeenCalled();
  });
});
