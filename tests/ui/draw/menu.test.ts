import { expect, test } from "vitest";
import { ref } from "../../../src/engine/ref.ts";
import type { Item } from "../../../src/session/command.ts";
import { refusalOf } from "../../../src/session/refusal.ts";
import type { Session } from "../../../src/session/session.ts";
import { readLink } from "../../../src/share/link.ts";
import { entriesOf, type Entry } from "../../../src/ui/draw/menu.ts";

const session = (link: string): Session => ({
  rev: 1,
  network: readLink(link).network!,
  parked: null,
});
const name = (entry: Entry): string =>
  entry.kind === "command"
    ? entry.name
    : entry.kind === "activation"
      ? entry.activation
      : entry.kind;
const names = (link: string, item: Item | null, picked: readonly Item[] = []): string[] =>
  entriesOf(session(link), picked, item).map(name);

const neuron: Item = { kind: "neuron", l: 2, i: 1 };
const edge: Item = { kind: "edge", l: 2, i: 1, j: 1 };

test("a part's menu offers what applies to it", () => {
  expect(names("net=2-2-1", neuron)).toEqual(["type", "addNeuron", "layer", "delete"]);
  expect(names("net=2-2-1&w2=_,1;1,1", neuron)).toContain("connectFully");
  expect(names("net=2-2-1", edge)).toEqual(["type", "delete"]);
  expect(names("net=", null)).toEqual(["firstNeuron", "fit"]);
  expect(names("net=2-2-1", null)).toEqual(["fit"]);
});

const first = (item: Item): Entry => entriesOf(session("net=2-2-1"), [], item)[0];

test("the number of a part is its weight, its input or its bias", () => {
  expect(first(edge)).toEqual({ kind: "type", ref: ref("w", 2, 1, 1) });
  expect(first(neuron)).toEqual({ kind: "type", ref: ref("b", 2, 1) });
  expect(first({ kind: "neuron", l: 1, i: 2 })).toEqual({ kind: "type", ref: ref("a", 1, 2) });
});

test("softmax is offered to the output layer alone, and no activation to the input layer", () => {
  expect(names("net=2-2-1", { kind: "layer", l: 3 })).toContain("softmax");
  expect(names("net=2-2-1", { kind: "layer", l: 2 })).not.toContain("softmax");
  expect(names("net=2-2-1", { kind: "layer", l: 1 })).not.toContain("sigmoid");
});

test("for one of several that are picked the menu is about all of them", () => {
  const entries = entriesOf(session("net=2-2-1"), [neuron, edge], neuron);
  expect(entries).toEqual([
    { kind: "command", name: "delete", command: { type: "remove", items: [neuron, edge] } },
  ]);
  expect(names("net=2-2-1", edge, [neuron])).toEqual(["type", "delete"]);
});

test("what would be refused is not offered", () => {
  const full = `net=${Array.from({ length: 24 }, () => 1).join("-")}`;
  expect(names(full, { kind: "layer", l: 3 })).not.toContain("addLayerAfter");
  expect(names("net=32-2", { kind: "neuron", l: 1, i: 4 })).not.toContain("addNeuron");
  for (const link of [full, "net=32-2"]) {
    const work = session(link);
    const commands = entriesOf(work, [], { kind: "layer", l: 1 }).flatMap((entry) =>
      entry.kind === "command" ? [entry.command] : [],
    );
    expect(commands.map((command) => refusalOf(work, command))).toEqual(commands.map(() => null));
  }
});
