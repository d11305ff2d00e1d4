import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { expandLink } from "../../src/share/compress.ts";
import { opened } from "./opened.ts";

/**
 * Links that have been published, each with what it opened then. They open the same for ever:
 * lines are added to this file, never changed.
 */
const corpus = readFileSync(new URL("released-links.txt", import.meta.url), "utf8")
  .split("\n\n")
  .map((entry) => entry.split("\n").filter((line) => line !== "" && !line.startsWith("//")))
  .filter((entry) => entry.length > 0);

it("holds links with what they open", () => {
  expect(corpus.length).toBeGreaterThan(10);
  for (const entry of corpus) expect(entry).toHaveLength(2);
});

it.each(corpus)("%s", async (link, then) => {
  expect(opened(await expandLink(link))).toBe(then);
});
