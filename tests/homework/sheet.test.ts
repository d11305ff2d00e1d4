import { renderToString } from "katex";
import { describe, expect, test } from "vitest";
import { KATEX_OPTIONS } from "../../src/formula/trust.ts";
import {
  CLAIM_IDS,
  ERRATUM_IDS,
  PART_A_IDS,
  PART_B_IDS,
  QUESTION_2_IDS,
  SYMBOL_IDS,
} from "../../src/homework/ids.ts";
import { SHEET } from "../../src/homework/sheet.ts";

const ITEMS = SHEET.flatMap(({ items }) => items);

test("nothing of the sheet is left out, and nothing stands twice", () => {
  const ids = SHEET.map(({ id, items }) => [id, items.map((item) => item.id)]);
  expect(ids).toEqual([
    ["symbols", [...SYMBOL_IDS, CLAIM_IDS[0]]],
    ["backward", [...PART_A_IDS]],
    ["forward", [CLAIM_IDS[1], ...PART_B_IDS]],
    ["input", [...QUESTION_2_IDS]],
  ]);
});

test("labels are those of the sheet", () => {
  const labels = ITEMS.flatMap(({ label }) => label ?? []);
  expect(labels.join(" ")).toBe("(1a) (1b) (2a) (2b) (3a) (3b) (3c) (4a) (4b) (4c)");
});

test.each(ERRATUM_IDS)("%s has its place", (id) => {
  expect(ITEMS.some(({ errata }) => errata.includes(id))).toBe(true);
});

describe.each(ITEMS)("$id", (item) => {
  test("is quoted, and its TeX can be set", () => {
    expect(item.asWritten ?? item.quote).not.toBeNull();
    const { asWritten, index, matrix, range, shapes } = item;
    const all = [asWritten, index, matrix, range, ...shapes.map((factor) => factor.tex)];
    for (const tex of all.filter((text) => text !== null)) {
      expect(renderToString(tex, KATEX_OPTIONS)).toContain("katex");
    }
  });

  test("says what is right where it is wrong", () => {
    const { verdict, errata, asWritten, index, matrix } = item;
    expect(verdict === "right" || errata.length > 0).toBe(true);
    expect(asWritten === null || index !== null || matrix !== null).toBe(true);
  });
});
