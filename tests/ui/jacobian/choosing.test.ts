import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { matrixFrom } from "../../../src/engine/matrix.ts";
import { largestDeviation } from "../../../src/ui/jacobian/deviation.ts";
import { cellAfter, within } from "../../../src/ui/jacobian/gridKeys.ts";

const SIZE = { rows: 2, columns: 3 };

describe("the arrow keys in a matrix", () => {
  test.each([
    ["ArrowUp", { row: 1, column: 2 }],
    ["ArrowDown", { row: 2, column: 2 }],
    ["ArrowLeft", { row: 1, column: 1 }],
    ["ArrowRight", { row: 1, column: 3 }],
  ])("%s", (key, cell) => {
    expect(cellAfter(key, { row: 1, column: 2 }, SIZE)).toEqual(cell);
  });

  test("no other key, not even the name of something else", () => {
    expect(cellAfter("Enter", { row: 1, column: 1 }, SIZE)).toBeNull();
    expect(cellAfter("toString", { row: 1, column: 1 }, SIZE)).toBeNull();
  });
});

property.prop([fc.integer(), fc.integer({ min: 1, max: 32 })])(
  "an index is brought to one there is, and left alone where it is one",
  (index, count) => {
    const found = within(index, count);
    expect(found).toBeGreaterThanOrEqual(1);
    expect(found).toBeLessThanOrEqual(count);
    if (index >= 1 && index <= count) expect(found).toBe(index);
  },
);

describe("the largest deviation", () => {
  const exact = matrixFrom(2, 2, (i, j) => i + j);

  test("has its place and its size", () => {
    const found = matrixFrom(2, 2, (i, j) => (i === 2 && j === 1 ? -1 : i + j));
    expect(largestDeviation(found, exact)).toEqual({ row: 2, column: 1, size: 4 });
  });

  test("is 0 between equal matrices, and unknown where there is no number", () => {
    expect(largestDeviation(exact, exact)?.size).toBe(0);
    expect(
      largestDeviation(
        matrixFrom(2, 2, () => NaN),
        exact,
      ),
    ).toBeNull();
  });
});
