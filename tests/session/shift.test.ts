import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { createLayout } from "../../src/engine/layout.ts";
import { STEPS } from "../../src/engine/stepSize.ts";
import { shiftOf } from "../../src/session/shift.ts";
import { defaultView } from "../../src/session/view.ts";

const LAYOUT = createLayout([3, 2]);
const PLAYED = {
  ...defaultView("en"),
  tab: "jacobian",
  jacobian: "difference",
  run: "plus",
} as const;

test("the pass is played in its own part alone, where there is one to play", () => {
  expect(shiftOf(PLAYED, LAYOUT)).toEqual({ j: 1, h: 1e-5 });
  expect(shiftOf({ ...PLAYED, run: "minus" }, LAYOUT)).toEqual({ j: 1, h: -1e-5 });
  expect(shiftOf({ ...PLAYED, run: "none" }, LAYOUT)).toBeNull();
  expect(shiftOf({ ...PLAYED, tab: "check" }, LAYOUT)).toBeNull();
  expect(shiftOf({ ...PLAYED, jacobian: "sheet" }, LAYOUT)).toBeNull();
  for (const sizes of [[], [3]]) expect(shiftOf(PLAYED, createLayout(sizes))).toBeNull();
});

property.prop([fc.integer({ min: 1, max: 32 }), fc.double({ min: 1e-300, max: 1e3, noNaN: true })])(
  "it moves an input the network has, by an h the views offer",
  (j, h) => {
    const shift = shiftOf({ ...PLAYED, entry: { i: 1, j }, h }, LAYOUT)!;
    expect(shift.j).toBe(Math.min(j, 3));
    expect(STEPS).toContain(shift.h);
  },
);
