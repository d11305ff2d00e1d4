import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { messagesFor } from "../../src/i18n/messages.ts";

/** Every string of a catalogue with its path; functions are left to the tests of their rooms. */
function strings(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => strings(part, `${path}.${key}`));
}

const HAN = /\p{Script=Han}/u;
/** Names and notation that are the same in both languages. */
const SHARED = /^\.ui\.(activations|labels|legendPositive|legendNegative|tabs\.jacobian)|^\.speech/;

test("no English sentence is left in the Chinese catalogue", () => {
  const left = strings(messagesFor("zh")).filter(
    ([path, text]) => !SHARED.test(path) && !HAN.test(text),
  );
  expect(left).toEqual([]);
});

test("no Chinese is left in the English catalogue", () => {
  const left = strings(messagesFor("en")).filter(([, text]) => HAN.test(text));
  expect(left).toEqual([]);
});

test("Chinese sentences have Chinese punctuation", () => {
  const folder = new URL("../../src/i18n/zh/", import.meta.url);
  const left = readdirSync(folder).flatMap((name) =>
    readFileSync(new URL(name, folder), "utf8")
      .split("\n")
      .filter((line) => /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u.test(line)),
  );
  expect(left).toEqual([]);
});
