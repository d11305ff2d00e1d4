import { expect, test } from "vitest";
import { GRANULARITIES, createPlan, stepAt } from "../../src/steps/plan.ts";
import { writeAddress } from "../../src/steps/address.ts";
import type { ItemId } from "../../src/homework/ids.ts";
import { SHEET } from "../../src/homework/sheet.ts";
import { itemOfStep, stepsOf } from "../../src/homework/steps.ts";
import { MAZUR } from "../formula/networks.ts";

const HIDDEN_WEIGHT = { l: 2, i: 1, j: 2 };
const OUTPUT_WEIGHT = { l: 3, i: 2, j: 1 };

test.each<[ItemId, readonly string[], readonly string[]]>([
  ["symbol-x", ["x"], ["x"]],
  ["symbol-z", ["z2.1"], ["z3.2"]],
  ["symbol-E", ["E"], ["E"]],
  ["1a", ["gw2.1.2"], ["gw3.2.1"]],
  ["2b", ["gb2.1"], ["gb3.2"]],
  ["delta-out", ["d3.1"], ["d3.2"]],
  ["delta-hidden", ["d2.1"], ["d2.1"]],
  ["jacobian", ["d2.1"], ["d2.1"]],
  ["dz-dw", ["gw2.1.2"], ["gw3.2.1"]],
  ["3c", ["d3.1", "d2.1"], ["d3.2", "d2.1"]],
  ["forward-first", ["d2"], ["d2"]],
  ["composition", ["z3", "a3"], ["z3", "a3"]],
  ["product", [], []],
])("%s is used at %j", (id, hidden, output) => {
  expect(stepsOf(id, MAZUR, HIDDEN_WEIGHT).map(writeAddress)).toEqual(hidden);
  expect(stepsOf(id, MAZUR, OUTPUT_WEIGHT).map(writeAddress)).toEqual(output);
});

test("every step has its place on the sheet, but for the update", () => {
  const known = new Set(SHEET.flatMap(({ items }) => items.map(({ id }) => id)));
  for (const by of GRANULARITIES) {
    const plan = createPlan(MAZUR, by);
    for (let n = 0; n <= plan.length; n++) {
      const at = stepAt(plan, n);
      const id = itemOfStep(at);
      expect(id === null ? at.kind === "u" : known.has(id)).toBe(true);
    }
  }
});
