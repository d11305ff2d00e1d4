import { expect, test } from "vitest";
import { createLayout } from "../../src/engine/layout.ts";
import { mulberry32, seededWeights } from "../../src/engine/random.ts";

test("seed 1 gives these weights for ever, because released links leave them out", () => {
  expect([...seededWeights(createLayout([2, 3, 1]), 1)]).toEqual([
    0.28, -1.09, 0.06, 1.05, 1.03, -0.48, 0.28, 0.54, -0.18,
  ]);
  expect([...seededWeights(createLayout([1, 1]), 1)]).toEqual([0.44]);
  expect([...seededWeights(createLayout([32, 32]), 1)].slice(-4)).toEqual([
    -0.22, -0.17, 0.21, 0.04,
  ]);
});

test("the generator is Mulberry32", () => {
  const random = mulberry32(1);
  // As its C source gives them for x = 1, each output divided by 2³².
  expect([random(), random(), random()]).toEqual([
    0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
  ]);
});

test("weights lie within the scale of their layer, are finite, and hold no −0", () => {
  const layout = createLayout([3, 20, 32, 2]);
  const misfits: number[] = [];
  for (let seed = 0; seed < 50; seed++) {
    const w = seededWeights(layout, seed);
    for (let l = 2; l <= layout.L; l++) {
      const limit = Math.sqrt(6 / (layout.sizes[l - 2] + layout.sizes[l - 1])) + 0.005;
      for (const value of w.subarray(layout.weightOffset[l], layout.weightOffset[l + 1])) {
        if (Math.abs(value) > limit || Object.is(value, -0)) misfits.push(value);
      }
    }
  }
  expect(misfits).toEqual([]);
});

test("different seeds give different weights", () => {
  const layout = createLayout([2, 2, 2]);
  const seen = new Set(
    Array.from({ length: 100 }, (_, seed) => seededWeights(layout, seed).join()),
  );
  expect(seen.size).toBe(100);
});
