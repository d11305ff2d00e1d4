import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { ref, type Ref } from "../../src/engine/ref.ts";
import type { Seed } from "../../src/engine/tangent.ts";
import type { Shape } from "../../src/engine/trace.ts";
import { parseAddress, writeAddress } from "../../src/steps/address.ts";
import { isInRange, isKnown } from "../../src/steps/known.ts";
import {
  createPlan,
  createTangentPlan,
  GRANULARITIES,
  stepAt,
  stepOf,
  type Granularity,
} from "../../src/steps/plan.ts";
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

const W211: Seed = { q: "w", l: 2, i: 1, j: 1 };

const anyBy = fc.constantFrom(...GRANULARITIES);
/** A network and an input, a bias or a weight of it. */
const networkAndSeed = fc
  .tuple(anyNetwork(), fc.nat(), fc.nat(), fc.constantFrom("x", "b", "w"))
  .map(([network, k, n, q]): [Shape, Seed] => {
    const { sizes, L } = network.layout;
    const l = 2 + (k % (L - 1));
    const i = 1 + (n % sizes[l - 1]);
    if (q === "x") return [network, { q, i: 1 + (n % sizes[0]) }];
    return [network, q === "b" ? { q, l, i } : { q: "w", l, i, j: 1 + (k % sizes[l - 2]) }];
  });

function addresses(by: Granularity, seed: Seed, shape: Shape = SHAPE): string[] {
  const plan = createTangentPlan(shape, by, seed);
  return Array.from({ length: plan.length + 1 }, (_, n) => writeAddress(stepAt(plan, n)));
}

describe("the steps of forward mode", () => {
  test("run from θ to the output", () => {
    expect(addresses("layer", X1)).toEqual(["x", "tz2", "ta2", "tz3", "ta3", "tE"]);
    expect(addresses("neuron", W311)).toEqual(["x", "tz3.1", "tz3.2", "ta3.1", "ta3.2", "tE"]);
  });

  test("have, by term, the products of ż in the layers after that of θ, and the terms of Ė", () => {
    expect(addresses("term", W311).join(" ")).toBe("x tz3.1 tz3.2 ta3.1 ta3.2 tE.1 tE.2 tE");
    expect(addresses("term", W211).join(" ")).toBe(
      "x tz2.1 tz2.2 ta2.1 ta2.2 tz3.1.1 tz3.1.2 tz3.1 tz3.2.1 tz3.2.2 tz3.2 ta3.1 ta3.2 tE.1 tE.2 tE",
    );
    expect(addresses("term", X1).slice(0, 7).join(" ")).toBe(
      "x tz2.1.1 tz2.1.2 tz2.1 tz2.2.1 tz2.2.2 tz2.2",
    );
  });

  test("have no products over missing edges", () => {
    const mask = Uint8Array.of(1, 1, 1, 1, 0, 1, 0, 0);
    expect(
      addresses("term", W211, { ...SHAPE, mask })
        .slice(5)
        .join(" "),
    ).toBe("tz3.1.2 tz3.1 tz3.2 ta3.1 ta3.2 tE.1 tE.2 tE");
  });

  test.prop([networkAndSeed])("are found again by their addresses", ([network, seed]) => {
    for (const by of GRANULARITIES) {
      const plan = createTangentPlan(network, by, seed);
      for (let n = 0; n <= plan.length; n++) {
        const at = stepAt(plan, n);
        expect(parseAddress(writeAddress(at))).toEqual(at);
        expect(stepOf(plan, at)).toBe(n);
      }
    }
  });

  test.prop([networkAndSeed, anyBy, anyBy, fc.nat()])(
    "stay at their neuron at another granularity, and come back from a finer one",
    ([network, seed], by, to, k) => {
      const plan = createTangentPlan(network, by, seed);
      const n = k % (plan.length + 1);
      const at = stepAt(plan, n);
      const other = createTangentPlan(network, to, seed);
      const there = stepAt(other, stepOf(other, at));
      expect([there.kind, there.l]).toEqual([at.kind, at.l]);
      if (to !== "layer" && at.l > 0 && at.i > 0) expect(there.i).toBe(at.i);
      if (GRANULARITIES.indexOf(to) > GRANULARITIES.indexOf(by)) {
        expect(stepOf(plan, there)).toBe(n);
      }
    },
  );

  test.prop([networkAndSeed, anyBy])(
    "stand among those of backpropagation at one and the same product, and back",
    ([network, seed], by) => {
      const plan = createTangentPlan(network, by, seed);
      const plain = createPlan(network, by);
      for (let n = 0; n <= plan.length; n++) {
        const at = stepAt(plan, n);
        const there = stepAt(plain, stepOf(plain, at));
        expect(`t${writeAddress(there)}`).toBe(n === 0 ? "tx" : writeAddress(at));
        expect(stepOf(plan, there)).toBe(n);
      }
    },
  );

  test("stand, among those of backpropagation, where what they differentiate does", () => {
    const plan = createPlan(SHAPE, "neuron");
    const where = (text: string): number => stepOf(plan, parseAddress(text)!);
    expect(where("tz3.2")).toBe(where("z3.2"));
    expect(where("ta2.1")).toBe(where("a2.1"));
    expect(where("tE")).toBe(where("E"));
    const terms = createPlan(SHAPE, "term");
    for (const of of ["z3.1.2", "z2.2.1", "E.2"]) {
      expect(stepOf(terms, parseAddress(`t${of}`)!)).toBe(stepOf(terms, parseAddress(of)!));
    }
  });

  test("stand where what they differentiate stood", () => {
    const plan = createTangentPlan(SHAPE, "term", W211);
    const where = (text: string): string =>
      writeAddress(stepAt(plan, stepOf(plan, parseAddress(text)!)));
    expect(["z3.1.2", "z3.1", "a2.2", "E.1", "E"].map(where)).toEqual([
      "tz3.1.2",
      "tz3.1",
      "ta2.2",
      "tE.1",
      "tE",
    ]);
    // In the layer of θ there are no products.
    expect(where("z2.1.2")).toBe("tz2.1");
    expect(["d2.1", "gw2.1.1", "gb3.1", "u", "x"].map(where)).toEqual(Array(5).fill("x"));
  });

  test("start when backpropagation is done", () => {
    const plan = createTangentPlan(SHAPE, "neuron", W311);
    expect(stepOf(plan, parseAddress("d2.1")!)).toBe(0);
    for (const r of [ref("gw", 2, 1, 1), ref("z", 3, 2), ref("a", 3, 2), ref("E")]) {
      expect(isKnown(plan, 0, r)).toBe(true);
    }
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

  test("is known, by term, when its last product is added and not before", () => {
    const plan = createTangentPlan(SHAPE, "term", W211);
    const after = (text: string, r: Ref): boolean =>
      isKnown(plan, stepOf(plan, parseAddress(text)!), r);
    expect(after("tz3.1.2", ref("tz", 3, 1))).toBe(false);
    expect(after("tz3.1", ref("tz", 3, 1))).toBe(true);
    expect(after("tE.2", ref("tE"))).toBe(false);
    expect(after("tE", ref("tE"))).toBe(true);
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
