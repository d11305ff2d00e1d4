import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { formatNumber } from "../../../src/numbers/format.ts";
import { tellingDigits } from "../../../src/ui/jacobian/telling.ts";

test.each([
  [[0.69999, 0.7, 0.70001], 4, 5],
  [[0.5, 0.7, 0.9], 4, 4],
  [[0.7 - 1e-15, 0.7, 0.7 + 1e-15], 4, 15],
  [[-0.4, -0.4, -0.4], 4, 4],
  [[NaN, 0.70001, 0.7], 4, 5],
  [[Infinity, 1e300, 1e300], 2, 2],
  [[0, -0, 1], 4, 4],
  [[1, 1 + Number.EPSILON], 10, 17],
  [[0.70001, 0.7], 10, 10],
])("%j in at least %i digits takes %i", (values, digits, wanted) => {
  expect(tellingDigits(values, digits)).toBe(wanted);
});

property.prop([
  fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 3 }),
  fc.integer({ min: 2, max: 10 }),
])("different doubles have different texts", (values, least) => {
  const digits = tellingDigits(values, least);
  const texts = new Set(values.map((value) => formatNumber(value, { digits })));
  expect(texts.size).toBe(new Set(values).size);
  expect(digits).toBeGreaterThanOrEqual(least);
});
