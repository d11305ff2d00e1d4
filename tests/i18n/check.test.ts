import { renderToString } from "katex";
import { describe, expect, test } from "vitest";
import { METHODS } from "../../src/engine/cost.ts";
import { KATEX_OPTIONS } from "../../src/formula/trust.ts";
import { checkMessages } from "../../src/i18n/check.ts";
import { segmentsOf } from "../../src/i18n/prose.ts";
import { CLOSED_FORMS, LEADING_TERMS, sizesOf, TANGENT_FORM } from "../../src/ui/check/forms.ts";

/** Every sentence of a catalogue; those with values, with some. */
function sentences(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return [(value as (...args: unknown[]) => string)(["3"], 4, 5)];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(sentences);
}

const textOf = (prose: string): string =>
  segmentsOf(prose)
    .map((segment) => ("text" in segment ? segment.text : ""))
    .join("");

describe.each(["en", "zh"] as const)("in %s", (lang) => {
  const all = sentences(checkMessages(lang));

  test("formulas in sentences are closed and can be set", () => {
    expect(all.filter((prose) => prose.split("$").length % 2 === 0)).toEqual([]);
    for (const tex of all.flatMap(segmentsOf).flatMap((each) => ("tex" in each ? each.tex : []))) {
      expect(renderToString(tex, KATEX_OPTIONS)).toContain("katex");
    }
    // What looks like TeX has to be marked as such.
    expect(all.filter((prose) => /[\\^_{}]/.test(textOf(prose)))).toEqual([]);
  });

  test("it is that language", () => {
    // In Chinese a word is followed by full-width punctuation.
    const foreign = lang === "en" ? /\p{Script=Han}/u : /\p{Script=Han}\s?[,;:?!]/u;
    expect(all.filter((prose) => foreign.test(textOf(prose)))).toEqual([]);
  });
});

test("Chinese has a space on both sides of a Latin symbol", () => {
  const { plot, axes } = checkMessages("zh");
  expect(plot(axes.depth, "1", "2")).toContain("随深度 L 的变化");
});

test("a page of one row is not called from and to", () => {
  expect(checkMessages("en").rows("17", "17", "17")).toBe("17 of 17");
  expect(checkMessages("zh").rows("17", "17", "17")).toBe("第 17 个，共 17 个");
});

test("the closed forms can be set", () => {
  const forms = METHODS.flatMap((method) => [CLOSED_FORMS[method], LEADING_TERMS[method]]);
  for (const form of [...forms, TANGENT_FORM, ...sizesOf({ F: "1,024", B: "4", P: "1,028" })]) {
    expect(renderToString(form, KATEX_OPTIONS)).toContain("katex");
  }
});
