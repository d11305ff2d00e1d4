import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { nearestStep, STEPS } from "../../../src/engine/stepSize.ts";
import { STEP_SIZES } from "../../../src/ui/check/stepSizes.ts";
import { shortStep } from "../../../src/ui/jacobian/stepSize.ts";

test("every step is found again by its short form", () => {
  for (let n = 0; n < STEPS.length; n++) expect(nearestStep(shortStep(n))).toBe(n);
  expect(shortStep(STEPS.indexOf(1e-5))).toBe(1e-5);
});

test.each([
  [1, 1e-1],
  [5e-324, 1e-12],
  [1.7e308, 1e-1],
  [2e-6, 1e-6],
  [6e-6, 1e-5],
])("nearest to %d is %d, by ratio", (h, nearest) => {
  expect(STEP_SIZES[nearestStep(h, STEP_SIZES)]).toBe(nearest);
});

property.prop([fc.double({ min: 1e-15, max: 0.1, noNaN: true })])(
  "a step between those there are goes to a neighbour",
  (h) => {
    const ratio = h / STEPS[nearestStep(h)];
    expect(Math.abs(Math.log10(ratio))).toBeLessThan(0.126);
  },
);
