import { renderToString } from "katex";
import { describe, expect, test } from "vitest";
import { KATEX_OPTIONS } from "../../src/formula/trust.ts";
import { ERRATUM_IDS } from "../../src/homework/ids.ts";
import { homeworkMessages } from "../../src/i18n/homework.ts";
import { segmentsOf } from "../../src/i18n/prose.ts";

/** Every sentence of a catalogue with its path. */
function sentences(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => sentences(part, `${path}.${key}`));
}

const HAN = /\p{Script=Han}/u;
/** What is an equation and nothing else needs no words. */
const wordsOf = (prose: string): string =>
  segmentsOf(prose)
    .map((segment) => ("text" in segment ? segment.text : ""))
    .join("")
    .replace(/\(\d[abc]\)|[\s.,:;。，：；]/g, "");

describe.each(["en", "zh"] as const)("in %s", (lang) => {
  const all = sentences(homeworkMessages(lang));

  test.each(ERRATUM_IDS)("%s is told", (id) => {
    const { says, wrong, why, correct } = homeworkMessages(lang).errata[id];
    for (const prose of [says, why, correct]) expect(prose.length).toBeGreaterThan(4);
    expect(wrong).not.toBe("");
  });

  test("formulas in sentences are closed and can be set", () => {
    expect(all.filter(([, prose]) => prose.split("$").length % 2 === 0)).toEqual([]);
    const segments = all.flatMap(([, prose]) => segmentsOf(prose));
    for (const tex of segments.flatMap((segment) => ("tex" in segment ? segment.tex : []))) {
      expect(renderToString(tex, KATEX_OPTIONS)).toContain("katex");
    }
    // What looks like TeX has to be marked as such.
    const texts = segments.flatMap((segment) => ("text" in segment ? segment.text : []));
    expect(texts.filter((text) => /[\\^_{}]/.test(text))).toEqual([]);
  });

  test("it is that language", () => {
    const foreign = all.filter(([, prose]) =>
      lang === "en" ? HAN.test(prose) : wordsOf(prose) !== "" && !HAN.test(prose),
    );
    expect(foreign).toEqual([]);
  });
});

test("Chinese sentences end and pause in Chinese, around formulas too", () => {
  const left = sentences(homeworkMessages("zh")).filter(([, prose]) =>
    segmentsOf(prose).some((segment) => "text" in segment && /[,;:?!.]/.test(segment.text)),
  );
  expect(left).toEqual([]);
});

const withoutMistake = (lang: "en" | "zh"): string[] =>
  ERRATUM_IDS.filter((id) => homeworkMessages(lang).errata[id].wrong === null);

test("both languages have what is wrong in the same places", () => {
  expect(withoutMistake("en")).toEqual(["S2", "S3", "S4", "S7"]);
  expect(withoutMistake("zh")).toEqual(withoutMistake("en"));
});
