import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { matrixFrom, type Matrix } from "../../../src/engine/matrix.ts";
import { commonMessages } from "../../../src/i18n/common.ts";
import { messagesFor } from "../../../src/i18n/messages.ts";
import { formatNumber } from "../../../src/numbers/format.ts";
import type { Lang } from "../../../src/session/session.ts";
import { speakMatrix } from "../../../src/ui/common/speakMatrix.ts";

const LANGS = ["en", "zh"] as const;

const spoken = (lang: Lang, matrix: Matrix, digits = 4, whole = true): string =>
  speakMatrix("J", matrix, {
    words: commonMessages(lang),
    speech: messagesFor(lang).speech,
    format: { digits },
    whole,
  });

const matrixOf = (rows: number, columns: number, values: readonly number[]): Matrix => ({
  rows,
  columns,
  values: Float64Array.from(values),
});

describe("shape, then rows", () => {
  const matrix = matrixOf(2, 3, [0.1, -0.2, 3, 1e-7, NaN, 0]);

  test("in English", () => {
    expect(spoken("en", matrix)).toBe(
      "J, 2 by 3 matrix. Row 1: 0.1, minus 0.2, 3. " +
        "Row 2: 1 times 10 to the power minus 7, no number, 0.",
    );
  });

  test("in Chinese", () => {
    expect(spoken("zh", matrix)).toBe(
      "J，2 行 3 列矩阵。第 1 行：0.1、负0.2、3。第 2 行：1乘以10的负7次方、没有数值、0。",
    );
  });

  test("of a large matrix the table has the entries", () => {
    expect(
      spoken(
        "en",
        matrixFrom(10, 10, () => 7),
      ),
    ).toContain("Row 10: 7, 7");
    expect(
      spoken(
        "en",
        matrixFrom(10, 11, () => 7),
      ),
    ).toBe("J, 10 by 11 matrix. Its entries can be walked through in the table.");
    expect(
      spoken(
        "en",
        matrixFrom(10, 11, () => 7),
        4,
        false,
      ),
    ).toBe("J, 10 by 11 matrix. The table has its first rows and columns, and the last ones.");
    expect(
      spoken(
        "zh",
        matrixFrom(32, 32, () => 7),
      ),
    ).toBe("J，32 行 32 列矩阵。各元素可在表格中逐个浏览。");
  });
});

const matrices = fc
  .tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }))
  .chain(([rows, columns]) =>
    fc
      .array(fc.double(), { minLength: rows * columns, maxLength: rows * columns })
      .map((values) => matrixOf(rows, columns, values)),
  );

property.prop([matrices, fc.constantFrom(...LANGS), fc.integer({ min: 2, max: 10 })])(
  "every number of the matrix is said, in its row and in order",
  (matrix, lang, digits) => {
    const { noNumber } = commonMessages(lang);
    const { speech } = messagesFor(lang);
    const rows = spoken(lang, matrix, digits).split(lang === "en" ? /Row \d+: / : /第 \d+ 行：/u);
    expect(rows).toHaveLength(matrix.rows + 1);
    rows.slice(1).forEach((row, n) => {
      const entries = row
        .trim()
        .replace(/[.。]$/u, "")
        .split(lang === "en" ? ", " : "、");
      const from = n * matrix.columns;
      const wanted = Array.from(matrix.values.subarray(from, from + matrix.columns), (value) =>
        Number.isFinite(value) ? speech.number(formatNumber(value, { digits })) : noNumber,
      );
      expect(entries).toEqual(wanted);
    });
  },
);
