import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { exampleLink, type ExampleId } from "../../src/share/examples.ts";
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
