import { describe, expect, it } from "vitest";
import type { MatrixTarget } from "../../src/share/matrixFit.ts";
import { readPaste } from "../../src/share/matrixPaste.ts";

const B2: MatrixTarget = { table: "b", l: 2, rows: 2, columns: 1 };
const B3: MatrixTarget = { ...B2, l: 3, rows: 3 };
const SQUARE: MatrixTarget = { table: "w", l: 2, rows: 2, columns: 2 };
const COLUMN: MatrixTarget = { ...SQUARE, columns: 1 };

describe("a comma", () => {
  it.each([
    ["0,5\n1,5", B2, [0.5, 1.5]],
    ["0,5;1,5", B2, [0.5, 1.5]],
    ["-0,5\r\n2\r\n1,5\r\n", B3, [-0.5, 2, 1.5]],
    ["0,5\n1,5", COLUMN, [0.5, 1.5]],
  ])("%j is decimal where only that fits", (text, target, values) => {
    const { reading, fit } = readPaste(text, target);
    expect(reading).toMatchObject({ ok: true, notation: "decimalCommas" });
    expect(fit).toMatchObject({ kind: "fits", values: Float64Array.from(values) });
  });

  it.each([
    ["0,5\n1,5", SQUARE, [0, 5, 1, 5]],
    ["0,5;1,5", SQUARE, [0, 5, 1, 5]],
    ["0,5", B2, [0, 5]],
    ["0.5,1.5", B2, [0.5, 1.5]],
  ])("%j separates where that fits", (text, target, values) => {
    expect(readPaste(text, target).fit).toMatchObject({
      kind: "fits",
      values: Float64Array.from(values),
    });
  });

  it("separates in a link's matrix and where it is full-width, whatever fits", () => {
    for (const text of ["w2=0,5;1,5", "0，5\n1，5"]) {
      expect(readPaste(text, COLUMN).fit, text).toMatchObject({ kind: "resize", columns: 2 });
    }
  });

  it("is decimal in a vector of another length too, which can be resized", () => {
    expect(readPaste("0,5\n1,5", B3).fit).toMatchObject({ kind: "resize", rows: 2 });
  });
});

it("says of a text that can be read in no way what is wrong with its first reading", () => {
  expect(readPaste("0,5\n1,x", B2)).toMatchObject({ reading: { ok: false }, fit: null });
});
