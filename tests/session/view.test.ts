import { expect, it } from "vitest";
import { clampDigits, preferredLang } from "../../src/session/view.ts";

it("takes the first language of the browser that it speaks", () => {
  expect(preferredLang(["zh-Hant-TW", "en"])).toBe("zh");
  expect(preferredLang(["fr-FR", "ZH-cn"])).toBe("zh");
  expect(preferredLang(["de", "en-GB", "zh"])).toBe("en");
  expect(preferredLang(["zho-x"])).toBe("en");
  expect(preferredLang([])).toBe("en");
});

it("keeps the digits within what can be shown", () => {
  expect([1, 2, 4.4, 10, 99, NaN].map(clampDigits)).toEqual([2, 2, 4, 10, 10, 4]);
});
