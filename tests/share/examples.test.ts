import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import { neuronIndex, weightIndex } from "../../src/engine/layout.ts";
import type { Network } from "../../src/engine/network.ts";
import type { Trace } from "../../src/engine/trace.ts";
import { messagesFor } from "../../src/i18n/messages.ts";
import { EXAMPLES, exampleLink, type ExampleId } from "../../src/share/examples.ts";
import { readLink } from "../../src/share/link.ts";

/** Which oracle network an example is, where it is one. */
const ORACLE: Partial<Record<ExampleId, string>> = {
  mazur: "mazur-2-2-2",
  xor: "xor-2-3-1-01-half-sse",
  classifier: "net-3-4-4-2-relu-softmax",
  vanishing: "vanish-chain-20-sigmoid",
};

it.each(Object.entries(ORACLE))("%s is the oracle’s %s", (id, fixture) => {
  const path = new URL(`../fixtures/oracle/${fixture}.json`, import.meta.url);
  const oracle = JSON.parse(readFileSync(path, "utf8"));
  const network = readLink(exampleLink(id as ExampleId)).network!;
  const { layout } = network;
  expect(layout.sizes).toEqual(oracle.network.sizes);
  expect(network.activations).toEqual(oracle.network.activations);
  expect(network.loss).toBe(oracle.network.loss === "softmax_ce" ? "ce" : "l2");
  expect([...network.w]).toEqual(oracle.W.flat(2));
  expect([...network.b.subarray(layout.neuronOffset[2])]).toEqual(oracle.b.flat());
  expect([...network.x]).toEqual(oracle.x);
  expect([...network.t]).toEqual(oracle.t);
});

it("the chain has one neuron in each of four layers", () => {
  const { layout, activations } = readLink(exampleLink("chain")).network!;
  expect(layout.sizes).toEqual([1, 1, 1, 1]);
  expect(activations).toEqual(["sigmoid", "sigmoid", "sigmoid"]);
});

function networkOf(id: ExampleId): Network {
  return readLink(exampleLink(id)).network!;
}

function traceOf(id: ExampleId): Trace {
  return computeTrace(networkOf(id), 0);
}

/** The output for an input. */
function outputFor(network: Network, x: readonly number[]): Float64Array {
  const { a, layout } = computeTrace({ ...network, x: Float64Array.from(x) }, 0);
  return a.slice(layout.neuronOffset[layout.L]);
}

/** Rows of ∂E/∂w^(l). */
function gradientRows({ gw, layout }: Trace, l: number): Float64Array[] {
  return Array.from({ length: layout.sizes[l - 1] }, (_, k) =>
    gw.slice(weightIndex(layout, l, k + 1, 1), weightIndex(layout, l, k + 2, 1)),
  );
}

describe("what an example says is so", () => {
  it.each<[ExampleId, (p: boolean, q: boolean) => boolean]>([
    ["or", (p, q) => p || q],
    ["and", (p, q) => p && q],
  ])("%s is computed for all four inputs", (id, logical) => {
    const network = networkOf(id);
    for (const p of [0, 1]) {
      for (const q of [0, 1]) {
        expect(outputFor(network, [p, q])[0] > 0.5).toBe(logical(p === 1, q === 1));
      }
    }
    const [p, q] = network.x;
    expect(network.t[0] === 1).toBe(logical(p === 1, q === 1));
    expect(network.w).toEqual(networkOf("or").w);
  });

  it("bottleneck: the output changes in one direction only", () => {
    const network = networkOf("bottleneck");
    const [w1, w2] = network.w;
    const [x1, x2, x3] = network.x;
    // Across the weights of the one neuron, x may change without the output noticing.
    expect(outputFor(network, [x1 + 1, x2 - w1 / w2, x3])).toEqual(
      outputFor(network, [x1, x2, x3]),
    );
    const y = outputFor(network, [x1, x2, x3]);
    const changes = [0, 1].map((scale) =>
      outputFor(network, [x1 + 0.1 + scale, x2, x3]).map((v, k) => v - y[k]),
    );
    expect(changes[0][0] / changes[1][0]).toBeCloseTo(changes[0][2] / changes[1][2], 12);
  });

  it("sparse: missing connections have no gradient, the others have", () => {
    const { gw, mask } = traceOf("sparse");
    expect(mask!.filter((edge) => edge === 0).length).toBeGreaterThan(3);
    expect(Array.from(gw, (value) => (value === 0 ? 0 : 1))).toEqual([...mask!]);
  });

  it("symmetry: hidden neurons are equal, and equal after the step", () => {
    const trace = traceOf("symmetry");
    const [first, ...others] = gradientRows(trace, 2);
    expect(first.every((value) => value !== 0)).toBe(true);
    for (const row of others) expect(row).toEqual(first);
    const [nextFirst, ...nextOthers] = gradientRows({ ...trace, gw: trace.wNext }, 2);
    for (const row of nextOthers) expect(row).toEqual(nextFirst);
  });

  it("dead: one neuron of the hidden layer learns nothing", () => {
    const trace = traceOf("dead");
    const { layout, z, delta, gw } = trace;
    expect(z[neuronIndex(layout, 2, 2)]).toBeLessThan(0);
    expect(delta[neuronIndex(layout, 2, 2)] === 0).toBe(true);
    expect(gradientRows(trace, 2).map((row) => row.every((value) => value === 0))).toEqual([
      false,
      true,
      false,
    ]);
    expect(gw[weightIndex(layout, 3, 1, 2)] === 0).toBe(true);
  });

  it("saturated: wrong by almost 1, and no slope anywhere", () => {
    const { layout, a, slope, delta, E, t } = traceOf("saturated");
    expect(Math.abs(a[neuronIndex(layout, 3, 1)] - t[0])).toBeGreaterThan(0.99);
    expect(E).toBeGreaterThan(0.49);
    for (const value of slope.subarray(layout.neuronOffset[2])) expect(value).toBeLessThan(1e-4);
    expect(Math.abs(delta[neuronIndex(layout, 3, 1)])).toBeLessThan(1e-4);
  });

  it.each<[ExampleId, number, number]>([
    ["vanishing", 1e-25, 1e-15],
    ["exploding", 1e3, 1e4],
  ])("%s: from the output to layer 2, δ changes by a factor of %d to %d", (id, low, high) => {
    const { layout, delta } = traceOf(id);
    const factor = Math.abs(
      delta[neuronIndex(layout, 2, 1)] / delta[neuronIndex(layout, layout.L, 1)],
    );
    expect(factor).toBeGreaterThan(low);
    expect(factor).toBeLessThan(high);
  });

  it.each(EXAMPLES)("$id is introduced in one sentence in both languages", ({ id }) => {
    expect(messagesFor("en").examples[id].description).toMatch(/^[^.]+\.$/);
    expect(messagesFor("zh").examples[id].description).toMatch(/^[^。]+。$/);
  });
});
