import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { notchOf, nudge } from "../../src/numbers/nudge.ts";

test("a notch is a tenth of the leading digit's place", () => {
  expect(notchOf(0.4)).toBeCloseTo(0.01, 15);
  expect(notchOf(-5)).toBeCloseTo(0.1, 15);
  expect(notchOf(0)).toBe(0.01);
});

test("dragging leaves no binary dust and passes through zero", () => {
  expect(nudge(0.1, 20, 0.01)).toBe(0.3);
  expect(nudge(0.4, -40, notchOf(0.4))).toBe(0);
  expect(nudge(0.4, -41, notchOf(0.4))).toBe(-0.01);
});

test.prop([fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -99, max: 99 })])(
  "the result is a finite number, and no notch at all changes nothing",
  (value, notches) => {
    expect(Number.isFinite(nudge(value, notches, notchOf(value)))).toBe(true);
    expect(Object.is(nudge(value, 0, notchOf(value)), value)).toBe(true);
  },
);
