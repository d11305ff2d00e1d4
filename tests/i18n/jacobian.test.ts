import { expect, test } from "vitest";
import { jacobianMessages } from "../../src/i18n/jacobian.ts";

const HAN = /\p{Script=Han}/u;

/** Every sentence, those with gaps filled by numbers. */
function sentences(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") {
    const point = { h: "1", error: "2" };
    return [
      value === jacobianMessages("en").plotSays || value === jacobianMessages("zh").plotSays
        ? (value as (...gaps: readonly unknown[]) => string)("1", point, point, point)
        : (value as (...gaps: readonly number[]) => string)(1, 2, 3),
    ];
  }
  return Object.values(value as object).flatMap(sentences);
}

test("the view of ∂y/∂x speaks Chinese in Chinese and English in English", () => {
  const notation = /^1 \/ 2$/;
  const left = sentences(jacobianMessages("zh")).filter(
    (text) => !HAN.test(text) && !notation.test(text) && text !== "",
  );
  expect(left).toEqual([]);
  expect(sentences(jacobianMessages("en")).filter((text) => HAN.test(text))).toEqual([]);
});

test("every formula between dollar signs is closed", () => {
  for (const lang of ["en", "zh"] as const) {
    const open = sentences(jacobianMessages(lang)).filter(
      (text) => text.split("$").length % 2 === 0,
    );
    expect(open).toEqual([]);
  }
});

test("Chinese sets its own stops, and spaces on both sides of a Latin symbol", () => {
  const { productOf, plotSays, errorMeasure } = jacobianMessages("zh");
  expect(productOf("第 3 层的 D", "第 2 层的 w")).toBe("从第 3 层的 D 到第 2 层的 w 的乘积");
  const at = { h: "1", error: "2" };
  expect(plotSays(errorMeasure.relative, at, at, at)).toMatch(/^相对误差随 h 的变化，[^.]*。$/);
});
