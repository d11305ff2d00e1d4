import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { down, parameterAt, pointAt } from "../../src/diagram/curve.ts";
import { scriptAdvance } from "../../src/diagram/notation.ts";
import { edgeWidth } from "../../src/diagram/scales.ts";
import { fitNumber, numberRoom, textWidth } from "../../src/diagram/text.ts";

describe("the curve", () => {
  test.prop([fc.double({ min: 0, max: 1, noNaN: true })])("is found again by its x", (t) => {
    const { x } = pointAt({ x0: 0, y0: 0, x1: 1, y1: 1 }, t);
    expect(parameterAt(x)).toBeCloseTo(t, 7);
    expect(pointAt({ x0: 0, y0: 2, x1: 1, y1: 3 }, t).y).toBeCloseTo(2 + down(t), 12);
  });
});

test("the curve's parameter is exact where the curve bends most", () => {
  for (let t = 0.05; t < 1; t += 0.05) {
    expect(parameterAt(pointAt({ x0: 0, y0: 0, x1: 1, y1: 1 }, t).x)).toBeCloseTo(t, 9);
  }
});

describe("the thickness of an edge", () => {
  test.prop([fc.double({ noNaN: true })])("stays within its bounds for any weight", (weight) => {
    const width = edgeWidth(weight, 1, 5);
    expect(width).toBeGreaterThanOrEqual(1);
    expect(width).toBeLessThanOrEqual(5);
    expect(edgeWidth(-weight, 1, 5)).toBe(width);
  });

  test("grows with the weight's magnitude", () => {
    const widths = [0, 0.15, 0.55, 1, 3, 1e300].map((weight) => edgeWidth(weight, 1, 5));
    expect(widths).toEqual(widths.toSorted((p, q) => p - q));
    expect(new Set(widths).size).toBe(widths.length);
    expect(edgeWidth(-Infinity, 1, 5)).toBe(5);
  });
});

describe("the room of a number", () => {
  const room = { width: 60, size: 16, smallest: 8.5, family: "sans" } as const;

  test("holds any number of so many digits that is written in full", () => {
    for (const text of ["−0.1235", "12.35", "−1235", "0.001"]) {
      expect(textWidth(text)).toBeLessThanOrEqual(numberRoom(4));
    }
  });

  test("a longer number is set smaller before it loses digits", () => {
    expect(fitNumber(0.5, { digits: 4 }, room)).toEqual({ text: "0.5", size: 16 });
    const small = fitNumber(-0.00012345, { digits: 4 }, room)!;
    expect(small.text).toBe("−0.0001234");
    expect(small.size).toBeLessThan(16);
    const cut = fitNumber(-0.000123456789, { digits: 10 }, room)!;
    expect(cut.text.length).toBeLessThan("−0.000123456789".length);
    expect(cut.size).toBeGreaterThanOrEqual(8.5);
    const zeros = fitNumber(-0.30041, { digits: 4 }, { ...room, width: 25 })!;
    expect(zeros.text).toBe("−0.30");
    expect(textWidth(cut.text) * cut.size).toBeLessThanOrEqual(60);
    expect(fitNumber(-0.00012345, { digits: 4 }, { ...room, width: 12 })).toBeNull();
    const narrow = { ...room, width: 32 };
    expect(fitNumber(-0.0048, { digits: 4 }, narrow)).toBeNull();
    expect(fitNumber(-0.0048, { digits: 4 }, { ...narrow, fewest: 1 })?.text).toBe("−0.005");
    expect(fitNumber(-0.00034, { digits: 4 }, { ...narrow, fewest: 1 })?.text).toBe("−3e−4");
  });

  test("scripts are as wide as KaTeX_Main sets them", () => {
    expect(scriptAdvance("(2)")).toBeCloseTo(2 * 0.389 + 0.5);
    expect(scriptAdvance("12")).toBe(1);
  });
});
