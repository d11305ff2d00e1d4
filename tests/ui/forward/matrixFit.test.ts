import { fc, test } from "@fast-check/vitest";
import { describe, expect, test as example } from "vitest";
import { matrixFrom } from "../../../src/engine/matrix.ts";
import { fitMatrix, widthOf } from "../../../src/ui/forward/matrixFit.ts";

describe("a matrix in the room there is", () => {
  const matrix = matrixFrom(2, 3, (i, j) => -(i + j) / 700);

  example("keeps its digits where they fit", () => {
    expect(fitMatrix(matrix, 700, 10).digits).toBe(10);
  });

  example("has fewer digits where they do not, since of three columns none can be left out", () => {
    expect(fitMatrix(matrix, 290, 10).digits).toBeLessThan(4);
  });

  example("has fewer columns rather than hardly a digit", () => {
    const wide = matrixFrom(4, 6, (i, j) => -(i + j) / 700);
    expect(fitMatrix(wide, 320, 4).digits).toBe(4);
  });
});

/** Without the exponents of tiny numbers. */
const small = (value: number): number => (Math.abs(value) < 1e-4 ? 0 : value);

test.prop([
  fc.integer({ min: 1, max: 8 }),
  fc.integer({ min: 1, max: 8 }),
  fc.integer({ min: 2, max: 10 }),
  fc.integer({ min: 310, max: 800 }),
  fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 64, maxLength: 64 }),
])(
  "is never wider than a phone's room, nor has it more digits than asked for",
  (rows, columns, digits, width, values) => {
    const matrix = matrixFrom(rows, columns, (i, j) => small(values[(i - 1) * 8 + j - 1]));
    const fit = fitMatrix(matrix, width, digits);
    expect(fit.digits).toBeLessThanOrEqual(digits);
    expect(widthOf(matrix, fit)).toBeLessThanOrEqual(width);
  },
);
