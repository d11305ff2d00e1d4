import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { readMatrixText } from "../../../src/share/matrixText.ts";
import { initTex } from "../../../src/ui/numbers/initTex.ts";
import { asCells, asNumpy } from "../../../src/ui/numbers/matrixCopy.ts";
import { pastedInto } from "../../../src/ui/numbers/pasted.ts";

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const matrixOf = <T>(entry: fc.Arbitrary<T>) =>
  fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(entry, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
const sized = { minLength: 1, maxLength: 6 };

describe("copied text", () => {
  it("is NumPy's, of doubles", () => {
    expect(
      asNumpy([
        [0.5, 1],
        [null, -2],
      ]),
    ).toBe("np.array([[0.5, 1.0],\n          [0.0, -2.0]])");
    expect(asNumpy([[1e21], [-0], [0.25]])).toBe("np.array([1e+21, -0.0, 0.25])");
  });

  it("is cells", () => {
    expect(
      asCells([
        [0.5, null],
        [-1, 3],
      ]),
    ).toBe("0.5\t_\n-1\t3");
  });

  test.prop([matrixOf(number)])("of NumPy reads back to the bit", (rows) => {
    expect(readMatrixText(asNumpy(rows))).toMatchObject({ ok: true, rows });
  });

  test.prop([matrixOf(fc.option(number))])("of cells reads back, missing edges too", (rows) => {
    expect(readMatrixText(asCells(rows))).toMatchObject({ ok: true, rows });
  });

  test.prop([fc.array(number, sized)])("of a vector reads back", (entries) => {
    expect(readMatrixText(asNumpy(entries.map((entry) => [entry])))).toMatchObject({
      ok: true,
      rows: [entries],
    });
  });
});

describe("a paste into a cell", () => {
  it.each([
    ["0,5", { kind: "number", value: 0.5 }],
    [" 1/4\n", { kind: "number", value: 0.25 }],
    ["1\t2", { kind: "table" }],
    ["[1]", { kind: "table" }],
    ["abc", { kind: "table" }],
    ["  ", { kind: "text" }],
  ] as const)("%j", (text, pasted) => {
    expect(pastedInto(text, false)).toEqual(pasted);
  });

  it.each([
    ["0.5", "text"],
    ["e-3", "text"],
    ["1 2", "table"],
    ["[[1, 2], [3, 4]]", "table"],
  ] as const)("%j while typing", (text, kind) => {
    expect(pastedInto(text, true)).toEqual({ kind });
  });
});

describe("the formula of an initialisation", () => {
  const format = { digits: 4 };
  it("is general for all layers", () => {
    expect(initTex("xavier", null, format)).toBe(
      "w_{ij}^{(l)} \\sim U(-r,\\, r), \\quad r = \\sqrt{\\frac{6}{n_{l-1} + n_l}}",
    );
    expect(initTex("zeros", null, format)).toBe("w_{ij}^{(l)} = 0");
    expect(initTex("equal", null, format)).toBe("w_{ij}^{(l)} = 0.5");
  });

  it("has the numbers of a layer", () => {
    expect(initTex("he", { l: 2, nIn: 3, nOut: 4 }, format)).toContain(
      "= \\sqrt{\\frac{6}{3}} \\approx 1.414",
    );
    expect(initTex("xavier", { l: 3, nIn: 2, nOut: 4 }, format)).toContain(
      "= \\sqrt{\\frac{6}{2 + 4}} = 1",
    );
    expect(initTex("uniform", { l: 3, nIn: 2, nOut: 4 }, format)).toBe(
      "w_{ij}^{(3)} \\sim U(-1,\\, 1)",
    );
  });
});
