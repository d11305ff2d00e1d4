import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { createLayout } from "../../src/engine/layout.ts";
import { createPlan, GRANULARITIES } from "../../src/steps/plan.ts";
import { timelineScale } from "../../src/ui/timelineScale.ts";

const plans = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 6 }),
    fc.constantFrom(...GRANULARITIES),
  )
  .map(([sizes, by]) =>
    createPlan(
      {
        layout: createLayout(sizes),
        activations: sizes.slice(1).map(() => "sigmoid"),
        loss: "l2",
        mask: null,
      },
      by,
    ),
  );

test.prop([plans, fc.double({ min: 0, max: 1, noNaN: true })])(
  "a step is found again at its own position, and positions grow with the steps",
  (plan, share) => {
    const scale = timelineScale(plan.phases);
    const n = Math.round(share * plan.length);
    expect(scale.stepAt(scale.position(n))).toBe(n);
    if (n > 0) {
      expect(scale.position(n)).toBeGreaterThan(scale.position(n - 1));
      expect(scale.start(n)).toBeLessThan(scale.position(n));
      expect(scale.stepAt(scale.start(n) - 1e-9)).toBe(n - 1);
    }
  },
);

test.prop([plans, fc.double({ noNaN: true, min: -2, max: 3 })])(
  "every place on the bar and beside it is a step of the plan",
  (plan, fraction) => {
    const n = timelineScale(plan.phases).stepAt(fraction);
    expect(Number.isInteger(n) && n >= 0 && n <= plan.length).toBe(true);
    if (fraction <= 0) expect(n).toBe(0);
    if (fraction >= 1) expect(n).toBe(plan.length);
  },
);

test("where nothing is computed yet, every place of the bar is the start", () => {
  expect(timelineScale([]).stepAt(0.5)).toBe(0);
});
