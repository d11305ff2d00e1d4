import { describe, expect, it } from "vitest";
import { fc, test } from "@fast-check/vitest";
import {
  DIGITS_RANGE,
  formatCut,
  formatExact,
  formatNumber,
  formatShortest,
  isRounded,
} from "../../src/numbers/format.ts";
import { parseNumber } from "../../src/numbers/parse.ts";

const anyDouble = fc.double({ noNaN: true, noDefaultInfinity: true });
const anyDigits = fc.integer({ min: DIGITS_RANGE[0], max: DIGITS_RANGE[1] });
const EDGES = [0, -0, 5e-324, -5e-324, 2.2250738585072014e-308, Number.MAX_VALUE, 0.1 + 0.2, 1e21];

/** The number a text stands for; the text must be readable. */
function read(text: string): number {
  const parsed = parseNumber(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem}`);
  return parsed.value;
}

describe("formatNumber", () => {
  it.each([
    [0.5932699921, 4, "0.5933"],
    [0.5932699921, 10, "0.5932699921"],
    [0.5, 4, "0.5"],
    [-0.1385, 4, "−0.1385"],
    [0, 4, "0"],
    [-0, 4, "0"],
    [1, 4, "1"],
    [100, 2, "100"],
    [12345, 4, "12350"],
    [999999, 4, "1e6"],
    [999999, 6, "999999"],
    [1e6, 4, "1e6"],
    [-1234567, 4, "−1.235e6"],
    [0.0001, 4, "0.0001"],
    [0.00009999, 4, "9.999e−5"],
    [0.000099999, 4, "0.0001"],
    [1.25e-7, 4, "1.25e−7"],
    [5e-324, 4, "5e−324"],
    [1.7976931348623157e308, 3, "1.8e308"],
    [NaN, 4, "—"],
    [-Infinity, 4, "—"],
  ])("%f with %i digits is %s", (value, digits, text) => {
    expect(formatNumber(value, { digits })).toBe(text);
  });

  test.prop([anyDouble, anyDigits])("reads back as the value rounded", (value, digits) => {
    const text = formatNumber(value, { digits });
    const rounded = Number(value.toPrecision(digits));
    // Rounding up can leave the range of doubles; then there is no text to read back.
    expect(text).not.toMatch(/-|Infinity|NaN/);
    if (Number.isFinite(rounded)) expect(Object.is(read(text), rounded + 0)).toBe(true);
  });

  test.prop([anyDouble, anyDigits])("says ≈ exactly where it rounds", (value, digits) => {
    const text = formatNumber(value, { digits });
    const parsed = parseNumber(text);
    expect(isRounded(value, { digits })).toBe(!parsed.ok || parsed.value !== value);
  });

  test.prop([anyDouble, anyDigits])("shows no more digits than asked for", (value, digits) => {
    const [mantissa] = formatNumber(value, { digits }).split("e");
    const significant = mantissa.replace(/[−.]/g, "").replace(/^0+/, "").replace(/0+$/, "");
    expect(significant.length).toBeLessThanOrEqual(digits);
  });
});

describe("formatCut", () => {
  it.each([
    [-0.30041, 2, "−0.30"],
    [0.30041, 3, "0.300"],
    [0.5, 2, "0.5"],
    [0.1 + 0.2, 2, "0.3"],
    [9.996, 2, "10"],
    [1.004, 2, "1.0"],
    [1004, 2, "1000"],
    [0.00009999, 2, "0.00010"],
    [1.003e-7, 2, "1.0e−7"],
    [-1003000, 3, "−1.00e6"],
    [NaN, 2, "—"],
  ])("%f cut to %i digits is %s", (value, digits, text) => {
    expect(formatCut(value, { digits })).toBe(text);
  });

  test.prop([anyDouble, anyDigits])("is the value rounded to the digits shown", (value, digits) => {
    const text = formatCut(value, { digits });
    const rounded = Number(value.toPrecision(digits));
    if (Number.isFinite(rounded)) expect(Object.is(read(text), rounded + 0)).toBe(true);
    const [mantissa] = text.split("e");
    const figures = mantissa.replace(/[−.]/g, "").replace(/^0+/, "");
    // Zeros before the point only give the size.
    const shown = mantissa.includes(".") ? figures : figures.replace(/0+$/, "");
    expect(shown.length).toBeLessThanOrEqual(digits);
    if (isRounded(value, { digits }) && mantissa.includes(".")) expect(shown.length).toBe(digits);
  });
});

describe("exact texts", () => {
  test.prop([anyDouble])("read back as the same double", (value) => {
    expect(Object.is(read(formatExact(value)), value)).toBe(true);
    expect(Object.is(read(formatShortest(value)), value)).toBe(true);
  });

  it.each(EDGES)("%f", (value) => {
    expect(Object.is(read(formatExact(value)), value)).toBe(true);
    expect(Object.is(read(formatShortest(value)), value)).toBe(true);
  });

  it("differ in the minus sign alone", () => {
    expect(formatExact(-1e-7)).toBe("−1e−7");
    expect(formatShortest(-1e-7)).toBe("-1e-7");
    expect(formatExact(-0)).toBe("−0");
  });
});

describe("parseNumber", () => {
  it.each([
    ["0.5", 0.5],
    [".5", 0.5],
    [",5", 0.5],
    ["0,5", 0.5],
    ["5.", 5],
    ["+2", 2],
    ["-2", -2],
    ["−2", -2],
    ["–2", -2],
    ["1/3", 1 / 3],
    [" 1 / -3 ", -1 / 3],
    ["1,5/,5", 3],
    ["1e-3", 0.001],
    ["1E3", 1000],
    ["1e−3", 0.001],
    ["  7\t", 7],
    ["1e-999", 0],
    ["007", 7],
    ["－０．５", -0.5],
    ["１／８", 0.125],
    ["２ｅ－３", 0.002],
  ])("“%s” is %f", (text, value) => {
    expect(parseNumber(text)).toEqual({ ok: true, value });
  });

  it.each([
    ["", "empty"],
    ["  ", "empty"],
    ["abc", "notANumber"],
    ["1.2.3", "notANumber"],
    ["1,234.5", "notANumber"],
    // It separates, and is no decimal comma.
    ["１，５", "notANumber"],
    ["1 2", "notANumber"],
    ["1e", "notANumber"],
    ["0x10", "notANumber"],
    ["NaN", "notANumber"],
    ["Infinity", "notANumber"],
    ["--2", "notANumber"],
    ["1/2/3", "notANumber"],
    ["1/", "notANumber"],
    ["/2", "notANumber"],
    [".", "notANumber"],
    ["-", "notANumber"],
    ["_", "notANumber"],
    ["1/0", "divisionByZero"],
    ["0/0", "divisionByZero"],
    ["1/-0", "divisionByZero"],
    ["1e999", "outOfRange"],
    ["1/1e-320", "outOfRange"],
    ["1e999/1e999", "outOfRange"],
    ["1/1e999", "outOfRange"],
  ])("“%s”: %s", (text, problem) => {
    expect(parseNumber(text)).toEqual({ ok: false, problem });
  });

  test.prop([fc.string()])("of anything is a finite number or a problem", (text) => {
    const parsed = parseNumber(text);
    if (parsed.ok) expect(Number.isFinite(parsed.value)).toBe(true);
    else expect(parsed.problem).toBeTruthy();
  });

  test.prop([anyDouble, anyDouble])("divides as doubles do", (a, b) => {
    const parsed = parseNumber(`${formatShortest(a)}/${formatExact(b)}`);
    if (b === 0) expect(parsed).toEqual({ ok: false, problem: "divisionByZero" });
    else if (Number.isFinite(a / b)) expect(parsed).toEqual({ ok: true, value: a / b });
    else expect(parsed).toEqual({ ok: false, problem: "outOfRange" });
  });
});
