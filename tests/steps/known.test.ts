import { describe, expect, it } from "vitest";
import { createLayout } from "../../src/engine/layout.ts";
import { parseRefKey, refKey } from "../../src/engine/ref.ts";
import type { Tangent } from "../../src/engine/tangent.ts";
import type { Shape } from "../../src/engine/trace.ts";
import { parseAddress, writeAddress } from "../../src/steps/address.ts";
import { establishedBy, hiddenBy, isInRange, isKnown } from "../../src/steps/known.ts";
import { createPlan, createTangentPlan, stepOf } from "../../src/steps/plan.ts";

const shape: Shape = {
  layout: createLayout([2, 2, 2]),
  activations: ["sigmoid", "sigmoid"],
  loss: "l2",
  mask: null,
};
const plan = createPlan(shape, "neuron");
const r = (key: string) => parseRefKey(key)!;

describe("what establishes a quantity", () => {
  it.each([
    ["z.2.1", "z2.1"],
    ["a.3.2", "a3.2"],
    ["s.2.1", "a2.1"],
    ["E", "E"],
    ["d.3.1", "d3.1"],
    ["d.1.2", "d2"],
    ["gw.3.2.1", "gw3.2.1"],
    ["gb.2.1", "gb2.1"],
    ["nw.2.1.1", "u"],
    ["nb.2.1", "u"],
    ["nE", "u"],
  ])("%s: step %s", (key, at) => {
    expect(writeAddress(establishedBy(r(key))!)).toBe(at);
  });

  it.each(["a.1.1", "z.1.1", "s.1.1", "w.2.1.1", "b.2.1", "t.1", "eta"])("%s is given", (key) => {
    expect(establishedBy(r(key))).toBeNull();
    expect(isKnown(plan, 0, r(key))).toBe(true);
  });
});

describe("what is known", () => {
  it.each(["z.2.1", "a.3.2", "E", "d.2.1", "gw.3.2.1", "gb.2.1", "nE"])(
    "%s from its own step on",
    (key) => {
      const n = stepOf(plan, establishedBy(r(key))!);
      expect(isKnown(plan, n - 1, r(key))).toBe(false);
      expect(isKnown(plan, n, r(key))).toBe(true);
      expect(isKnown(plan, plan.length, r(key))).toBe(true);
    },
  );

  it("∂E/∂x only when all of δ^(2) is", () => {
    const at = (text: string): number => stepOf(plan, parseAddress(text)!);
    expect(isKnown(plan, at("d2.1"), r("d.1.1"))).toBe(false);
    expect(isKnown(plan, at("d2.2"), r("d.1.1"))).toBe(true);
  });
});

describe("what is in range", () => {
  it("everything where nothing overflows", () => {
    for (const key of ["a.1.1", "z.2.1", "nE"]) expect(isInRange(plan, null, r(key))).toBe(true);
  });

  it("what comes before the first overflow, and what is given", () => {
    const overflow = r("a.2.2");
    for (const key of ["z.2.1", "z.2.2", "a.2.1", "a.1.1", "w.3.1.1", "t.1", "eta"]) {
      expect(isInRange(plan, overflow, r(key))).toBe(true);
    }
    for (const key of ["a.2.2", "s.2.2", "z.3.1", "E", "d.3.1", "gw.2.1.1", "nw.2.1.1", "nE"]) {
      expect(isInRange(plan, overflow, r(key))).toBe(false);
    }
  });

  it("δ^(2) where only ∂E/∂x, which follows from it, overflows", () => {
    for (const key of ["d.2.1", "d.2.2", "E"]) {
      expect(isInRange(plan, r("d.1.1"), r(key))).toBe(true);
    }
    for (const key of ["d.1.1", "d.1.2", "gw.3.1.1", "nE"]) {
      expect(isInRange(plan, r("d.1.1"), r(key))).toBe(false);
    }
  });

  it("the updated parameters where only E after the update overflows", () => {
    expect(isInRange(plan, r("nE"), r("nw.2.1.1"))).toBe(true);
    expect(isInRange(plan, r("nE"), r("gw.2.1.1"))).toBe(true);
    expect(isInRange(plan, r("nE"), r("nE"))).toBe(false);
    expect(isInRange(plan, r("nw.3.1.1"), r("nb.2.1"))).toBe(false);
  });
});

describe("what hides a quantity of forward mode", () => {
  const forward = createTangentPlan(shape, "neuron", { q: "w", l: 2, i: 1, j: 1 });
  const hidden = (of: string, overflow: string | null, carried: string | null): string | null => {
    const tangent = { overflow: carried === null ? null : r(carried) } as Tangent;
    const found = hiddenBy(
      forward,
      { overflow: overflow === null ? null : r(overflow), tangent },
      r(of),
    );
    return found && refKey(found);
  };

  it("what forward mode itself lost, from there on, and nothing of backpropagation", () => {
    for (const key of ["ta.2.1", "ta.2.2", "tz.3.1", "tE"]) {
      expect(hidden(key, null, "ta.2.1")).toBe("ta.2.1");
    }
    for (const key of ["tz.2.1", "tz.2.2", "a.3.1", "d.2.1", "E", "nE", "w.2.1.1"]) {
      expect(hidden(key, null, "ta.2.1")).toBeNull();
    }
  });

  it("what backpropagation lost before, where it is needed", () => {
    expect(hidden("tz.3.1", "a.2.2", "tz.3.1")).toBe("a.2.2");
    expect(hidden("tz.3.1", "d.2.1", "tz.3.1")).toBe("tz.3.1");
    expect(hidden("tz.2.1", "d.2.1", "tz.3.1")).toBeNull();
  });

  it("nothing where all is in range", () => {
    expect(hidden("tE", null, null)).toBeNull();
  });
});
