/** Drawings that have only been begun: one layer, or none. */
import { expect, it } from "vitest";
import { createLayout } from "../../src/engine/layout.ts";
import { parseRefKey } from "../../src/engine/ref.ts";
import { parseAddress, START } from "../../src/steps/address.ts";
import { isInRange, isKnown } from "../../src/steps/known.ts";
import {
  createPlan,
  GRANULARITIES,
  phaseOf,
  phaseStep,
  stepAt,
  stepOf,
} from "../../src/steps/plan.ts";

it.each([[[]], [[3]]])("layers of %o have no step but the start", (sizes) => {
  const layout = createLayout(sizes);
  for (const by of GRANULARITIES) {
    const plan = createPlan({ layout, activations: [], loss: "ce", mask: null }, by);
    expect(plan).toMatchObject({ length: 0, runs: [], phases: [] });
    expect([0, 1, 7].map((n) => stepAt(plan, n))).toEqual([START, START, START]);
    const addresses = ["x", "z2.1", "E.1", "d2", "gw3.1.1", "u"];
    expect(addresses.map((at) => stepOf(plan, parseAddress(at)!))).toEqual([0, 0, 0, 0, 0, 0]);
    expect([phaseStep(plan, 0, 1), phaseStep(plan, 0, -1)]).toEqual([0, 0]);
    expect([phaseOf(plan, 0), phaseOf(plan, 1)]).toEqual([null, null]);
    const known = ["a.1.1", "t.1", "eta", "E", "d.1.1", "nE"].map((key) =>
      isKnown(plan, 0, parseRefKey(key)!),
    );
    expect(known).toEqual([true, true, true, false, false, false]);
    expect(isInRange(plan, null, parseRefKey("E")!)).toBe(true);
  }
});
