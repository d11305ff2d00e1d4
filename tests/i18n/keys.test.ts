import { expect, test } from "vitest";
import { keysMessages } from "../../src/i18n/keys.ts";

test.each(["steps", "drawing"] as const)("both languages name the same keys: %s", (map) => {
  const [en, zh] = [keysMessages("en")[map], keysMessages("zh")[map]];
  expect(zh).toHaveLength(en.length);
  for (const [keys, meaning] of zh) {
    expect(keys).not.toBe("");
    expect(meaning).toMatch(/\p{Script=Han}/u);
  }
});
