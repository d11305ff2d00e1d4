import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { ref } from "../../src/engine/ref.ts";
import type { Seed } from "../../src/engine/tangent.ts";
import { parseAddress, writeAddress } from "../../src/steps/address.ts";
import { isInRange, isKnown } from "../../src/steps/known.ts";
import { createPlan, createTangentPlan, stepAt, stepOf } from "../../src/steps/plan.ts";
import { anyNetwork } from "../session/networks.ts";
import { createLayout } from "../../src/engine/layout.ts";

const SHAPE = {
  layout: createLayout([2, 2, 2]),
  activations: ["sigmoid", "sigmoid"],
  loss: "l2",
  mask: null,
} as const;
const W311: Seed = { q: "w", l: 3, i: 1, j: 1 };
const X1: Seed = { q: "x", i: 1 };

function addresses(by: "layer" | "neuron" | "term", seed: Seed): string[] {
  const plan = createTangentPlan(SHAPE, by, seed);
  return Array.from({ length: plan.length + 1 }, (_, n) => writeAddress(stepAt(plan, n)));
}

describe("the steps of forward mode", () => {
  test("run from θ to the output", () => {
    expect(addresses("layer", X1)).toEqual(["x", "tz2", "ta2", "tz3", "ta3", "tE"]);
    expect(addresses("neuron", W311)).toEqual(["x", "tz3.1", "tz3.2", "ta3.1", "ta3.2", "tE"]);
  });

  test("are by neuron where they are asked for by term", () => {
    expect(addresses("term", W311)).toEqual(addresses("neuron", W311));
  });

  test.prop([anyNetwork()])("are found again by their addresses", (network) => {
    for (const by of ["layer", "neuron", "term"] as const) {
      const plan = createTangentPlan(network, by, X1);
      for (let n = 0; n <= plan.length; n++) {
        const at = stepAt(plan, n);
        expect(parseAddress(writeAddress(at))).toEqual(at);
        expect(stepOf(plan, at)).toBe(n);
      }
    }
  });

  test("stand, among those of backpropagation, where what they differentiate does", () => {
    const plan = createPlan(SHAPE, "neuron");
    const where = (text: string): number => stepOf(plan, parseAddress(text)!);
    expect(where("tz3.2")).toBe(where("z3.2"));
    expect(where("ta2.1")).toBe(where("a2.1"));
    expect(where("tE")).toBe(where("E"));
  });

  test("start when backpropagation is done", () => {
    const plan = createTangentPlan(SHAPE, "neuron", W311);
    expect(stepOf(plan, parseAddress("d2.1")!)).toBe(0);
    expect(isKnown(plan, 0, ref("gw", 2, 1, 1))).toBe(true);
  });
});

describe("what forward mode carries", () => {
  test("is known from its step on, and from the start before the layer of θ", () => {
    const plan = createTangentPlan(SHAPE, "neuron", W311);
    expect(isKnown(plan, 0, ref("ta", 2, 2))).toBe(true);
    expect(isKnown(plan, 1, ref("tz", 3, 1))).toBe(true);
    expect(isKnown(plan, 1, ref("tz", 3, 2))).toBe(false);
    expect(isKnown(plan, 4, ref("tE"))).toBe(false);
    expect(isKnown(plan, 5, ref("tE"))).toBe(true);
  });

  test("is never known while backpropagation is stepped through", () => {
    const plan = createPlan(SHAPE, "neuron");
    expect(isKnown(plan, plan.length, ref("ta", 2, 1))).toBe(false);
  });

  test("is hidden where what it differentiates is out of range", () => {
    const plan = createTangentPlan(SHAPE, "neuron", X1);
    expect(isInRange(plan, ref("z", 3, 1), ref("ta", 2, 1))).toBe(true);
    expect(isInRange(plan, ref("z", 3, 1), ref("tz", 3, 1))).toBe(false);
    expect(isInRange(plan, ref("nE"), ref("tE"))).toBe(true);
  });
});
