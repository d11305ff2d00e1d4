import { expect, test } from "vitest";
import { libraryMessages } from "../../src/i18n/library.ts";
import { networksMessages } from "../../src/i18n/networks.ts";

const HAN = /\p{Script=Han}/u;

function sentences(lang: "en" | "zh"): string[] {
  const { previous, ...words } = libraryMessages(lang);
  const { problems, ...more } = networksMessages(lang);
  return [words, previous, more, problems]
    .flatMap((part) => Object.values(part))
    .map((entry) => (typeof entry === "string" ? entry : entry("1", "2")));
}

test("each of the two catalogues is in its own language", () => {
  expect(sentences("zh").filter((text) => !HAN.test(text))).toEqual([]);
  expect(sentences("en").filter((text) => HAN.test(text))).toEqual([]);
});
