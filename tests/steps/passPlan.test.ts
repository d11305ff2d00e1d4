import { test } from "@fast-check/vitest";
import { describe, expect, test as example } from "vitest";
import { createLayout } from "../../src/engine/layout.ts";
import { parseRefKey, ref } from "../../src/engine/ref.ts";
import { knownSteps } from "../../src/diagram/knownSteps.ts";
import { parseAddress, writeAddress } from "../../src/steps/address.ts";
import { isInRange, isKnown } from "../../src/steps/known.ts";
import { createPassPlan, createPlan, GRANULARITIES, stepAt, stepOf } from "../../src/steps/plan.ts";
import { anyNetwork } from "../session/networks.ts";

const SHAPE = {
  layout: createLayout([2, 2, 1]),
  activations: ["sigmoid", "sigmoid"],
  loss: "l2",
  mask: null,
} as const;
const plan = createPassPlan(SHAPE, "neuron");

describe("the steps of a forward pass alone", () => {
  example("end with y", () => {
    const addresses = Array.from({ length: plan.length + 1 }, (_, n) =>
      writeAddress(stepAt(plan, n)),
    );
    expect(addresses).toEqual(["x", "z2.1", "z2.2", "a2.1", "a2.2", "z3.1", "a3.1"]);
    expect(plan.phases.map(({ phase }) => phase)).toEqual(["forward"]);
  });

  test.prop([anyNetwork()])("are the first ones of the network, and found again", (network) => {
    for (const by of GRANULARITIES) {
      const pass = createPassPlan(network, by);
      const whole = createPlan(network, by);
      for (let n = 0; n <= pass.length; n++) {
        const at = stepAt(pass, n);
        expect(at).toEqual(stepAt(whole, n));
        expect(stepOf(pass, at)).toBe(n);
      }
      if (pass.length > 0) expect(stepAt(whole, pass.length + 1).kind).toBe("E");
    }
  });

  example.each(["E", "E.1", "d3.1", "d2.2", "gw2.1.1", "gb3.1", "u", "tE", "a3.1"])(
    "%s stands at the end",
    (text) => {
      for (const by of GRANULARITIES) {
        const pass = createPassPlan(SHAPE, by);
        expect(stepOf(pass, parseAddress(text)!)).toBe(pass.length);
      }
    },
  );

  example("a step of forward mode stands where what it differentiates does", () => {
    expect(stepOf(plan, parseAddress("tz2.2")!)).toBe(2);
  });
});

describe("what a forward pass alone makes known", () => {
  example("z and a with their steps, and nothing behind them", () => {
    expect(isKnown(plan, 0, ref("a", 1, 2))).toBe(true);
    expect(isKnown(plan, 2, ref("a", 2, 1))).toBe(false);
    expect(isKnown(plan, 3, ref("a", 2, 1))).toBe(true);
    for (const key of ["E", "d.3.1", "d.1.1", "gw.2.1.1", "gb.3.1", "nw.2.1.1", "nE", "tz.2.1"]) {
      expect(isKnown(plan, plan.length, parseRefKey(key)!)).toBe(false);
    }
  });

  example("nothing of E or δ for the drawing either", () => {
    const { E, under, own } = knownSteps(plan);
    expect([E, ...under.subarray(2)].every((step) => step > plan.length)).toBe(true);
    expect([...own]).toEqual([0, 0, 3, 4, 6]);
  });

  example("hides after an overflow what the steps of the network hide", () => {
    for (const key of ["z.2.1", "a.2.2", "a.3.1"]) {
      expect(isInRange(plan, ref("E"), parseRefKey(key)!)).toBe(true);
    }
    expect(isInRange(plan, ref("z", 3, 1), ref("a", 2, 2))).toBe(true);
    expect(isInRange(plan, ref("z", 3, 1), ref("a", 3, 1))).toBe(false);
    expect(isInRange(plan, ref("z", 3, 1), ref("E"))).toBe(false);
  });
});
