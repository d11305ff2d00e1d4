import { describe, expect, test } from "vitest";
import { deedMessages } from "../../src/i18n/deeds.ts";
import { messagesFor } from "../../src/i18n/messages.ts";
import type { Item } from "../../src/session/command.ts";
import { countKinds } from "../../src/session/items.ts";
import type { DrawNews } from "../../src/store/deskNews.ts";

const ITEMS: readonly Item[] = [
  { kind: "neuron", l: 2, i: 3 },
  { kind: "edge", l: 2, i: 3, j: 1 },
  { kind: "layer", l: 2 },
];
const from = { l: 1, i: 1 };
const NEWS: readonly DrawNews[] = [
  { code: "mode", mode: "draw" },
  { code: "mode", mode: "read" },
  ...ITEMS.flatMap((item): DrawNews[] => [
    { code: "added", item, connected: true },
    { code: "added", item, connected: false },
    { code: "moved", item },
    { code: "removed", item },
    { code: "picked", item, isOn: true, count: 2 },
    { code: "picked", item, isOn: false, count: 1 },
  ]),
  { code: "removedSeveral", kind: "neuron", count: 4 },
  { code: "removedSeveral", kind: null, count: 4 },
  { code: "pickedSeveral", kind: "edge", count: 2 },
  { code: "pickedSeveral", kind: null, count: 2 },
  { code: "connected", from, to: { l: 2, i: 3 } },
  { code: "connectedFully", count: 1 },
  { code: "connectedFully", count: 2 },
  { code: "activation", l: 2, activation: "tanh" },
  { code: "changed" },
  { code: "begun", from },
  { code: "calledOff" },
  { code: "unpicked" },
  { code: "border" },
  { code: "notANeuron" },
  { code: "notWalking" },
];

describe("what drawing has brought about is told", () => {
  test("in English sentences, each another one", () => {
    const told = NEWS.map((news) => deedMessages("en").news(news));
    for (const text of told) expect(text).toMatch(/^[A-Z0-9][^\p{Script=Han}]*\.$/u);
    expect(new Set(told).size).toBe(NEWS.length);
  });

  test("in Chinese sentences, each another one", () => {
    const told = NEWS.map((news) => deedMessages("zh").news(news));
    for (const text of told) expect(text).toMatch(/\p{Script=Han}.*。$/u);
    expect(new Set(told).size).toBe(NEWS.length);
  });

  test("with the places meant", () => {
    const edge: DrawNews = { code: "removed", item: ITEMS[1] };
    expect(deedMessages("en").news(edge)).toBe(
      "Deleted the connection from neuron 1 of layer 1 to neuron 3 of layer 2.",
    );
    expect(deedMessages("zh").news(edge)).toBe(
      "已删除从第 1 层的神经元 1 到第 2 层的神经元 3 的连接。",
    );
  });
});

test("what was deleted is called as undoing it calls it", () => {
  const { command } = messagesFor("en").structure;
  for (const kind of ["neuron", "edge", "layer", null] as const) {
    const what = command({ code: "remove", kind, count: 2 }).replace("deleting ", "");
    const told = deedMessages("en").news({ code: "removedSeveral", kind, count: 2 });
    expect(told).toBe(`${what} deleted.`);
  }
});

test("what a menu deletes is said by kind and count", () => {
  const counts = countKinds([ITEMS[1], ITEMS[0], { kind: "edge", l: 2, i: 1, j: 1 }]);
  expect(deedMessages("en").deleteParts(counts)).toBe("Delete 1 neuron and 2 connections");
  expect(deedMessages("zh").deleteParts(counts)).toBe("删除 1 个神经元、2 条连接");
  expect(deedMessages("en").partsOf(countKinds(ITEMS))).toBe("1 layer, 1 neuron and 1 connection");
  expect(deedMessages("zh").partsOf(countKinds(ITEMS))).toBe("1 层、1 个神经元、1 条连接");
});
