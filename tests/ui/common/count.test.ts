import { expect, test } from "vitest";
import { costOf } from "../../../src/engine/cost.ts";
import { countInWords, formatCount } from "../../../src/ui/common/count.ts";

test("counts are whole as long as doubles hold them whole", () => {
  expect(formatCount(240)).toBe("240");
  expect(formatCount(34194)).toBe("34,194");
  expect(formatCount(Number.MAX_SAFE_INTEGER)).toBe("9,007,199,254,740,991");
  expect(formatCount(12_288n)).toBe("12,288");
  expect(formatCount(10n ** 25n)).toBe("≈ 1e25");
  const { paths } = costOf(Array.from({ length: 24 }, () => 32));
  expect(formatCount(paths)).toMatch(/^≈ \d\.\d{3}e\d\d$/);
});

test("a large count is said in the words of the language, a small one is not", () => {
  expect(countInWords(34194, "en")).toBeNull();
  expect(countInWords(12_345_678, "en")).toBe("12.3 million");
  expect(countInWords(12_345_678, "zh")).toBe("1230万");
  expect(countInWords(1e18, "en")).toBeNull();
});
