import { expect, it } from "vitest";
import { test } from "@fast-check/vitest";
import { messagesFor } from "../../src/i18n/messages.ts";
import { refusalSentence } from "../../src/i18n/refusals.ts";
import { INIT_METHODS } from "../../src/session/initialize.ts";
import { nameOf } from "../../src/session/names.ts";
import type { Refusal } from "../../src/session/refusal.ts";
import { anyCommand } from "../session/commands.ts";

const HAN = /\p{Script=Han}/u;
const en = messagesFor("en").structure;
const zh = messagesFor("zh").structure;

const refusals: { readonly [C in Refusal["code"]]: Extract<Refusal, { code: C }> } = {
  tooManyLayers: { code: "tooManyLayers", limit: 24 },
  tooManyNeurons: { code: "tooManyNeurons", l: 2, limit: 32 },
  tooManyConnections: { code: "tooManyConnections", found: 5120, limit: 5000 },
  notASize: { code: "notASize", limit: 32 },
  notThere: { code: "notThere" },
  notNeighbours: { code: "notNeighbours", from: { l: 1, i: 1 }, to: { l: 3, i: 1 } },
  sameLayer: { code: "sameLayer", l: 2 },
  sameNeuron: { code: "sameNeuron" },
  alreadyConnected: { code: "alreadyConnected" },
  fullyConnected: { code: "fullyConnected" },
  noNeighbours: { code: "noNeighbours" },
  notFinite: { code: "notFinite", at: 3 },
  wrongCount: { code: "wrongCount", found: 1, expected: 2 },
  computed: { code: "computed" },
  inputLayer: { code: "inputLayer" },
  softmaxHidden: { code: "softmaxHidden", l: 2 },
  outdated: { code: "outdated" },
};

it.each(Object.values(refusals))(
  "$code is a sentence with its facts in both languages",
  (refusal) => {
    const sentences = [refusalSentence(refusal, "en"), refusalSentence(refusal, "zh")];
    expect(sentences[0]).toMatch(/^[A-Z0-9].*\.$/);
    expect(sentences[0]).not.toMatch(HAN);
    expect(sentences[1]).toMatch(/\p{Script=Han}.*。$/u);
    for (const [fact, value] of Object.entries(refusal)) {
      if (typeof value !== "number" || fact === "code") continue;
      for (const sentence of sentences) expect(sentence).toContain(String(value));
    }
  },
);

it("tells one from many", () => {
  expect(refusalSentence(refusals.wrongCount, "en")).toBe("1 number was given, and 2 are needed.");
  expect(en.command({ code: "remove", kind: "edge", count: 1 })).toBe("deleting a connection");
  expect(zh.command({ code: "remove", kind: "edge", count: 2 })).toBe("删除 2 条连接");
});

it("tells the kinds of initialising apart", () => {
  const names = INIT_METHODS.map((method) => ({ code: "initialize", l: "all", method }) as const);
  for (const { command } of [en, zh]) {
    expect(new Set(names.map(command)).size).toBe(INIT_METHODS.length);
  }
  expect(en.command(names[2])).toBe("initialising all weights (He)");
  expect(zh.command({ ...names[2], l: 2 })).toBe("初始化第 2 层（He）");
});

test.prop([anyCommand])("every command has a name in both languages", (command) => {
  const name = nameOf(command);
  expect(en.command(name)).toMatch(/^[a-z].*[^.]$/s);
  expect(en.command(name)).not.toMatch(HAN);
  expect(zh.command(name)).toMatch(HAN);
  expect(en.command(name) + zh.command(name)).not.toMatch(/undefined|NaN|\[object/);
});
