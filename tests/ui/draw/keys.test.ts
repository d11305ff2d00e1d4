import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { ref } from "../../../src/engine/ref.ts";
import type { Network } from "../../../src/engine/network.ts";
import type { Command, Item } from "../../../src/session/command.ts";
import { refusalOf } from "../../../src/session/refusal.ts";
import { readLink } from "../../../src/share/link.ts";
import { deedOf, hereOf, type Deed } from "../../../src/ui/draw/keys.ts";

const network = (net: string): Network => readLink(`net=${net}`).network!;
const NOTHING = { walk: null, picked: [], pending: null };
const at = (l: number, i: number) => ({ ...NOTHING, walk: ref("a", l, i) });

function key(name: string): { key: string; shiftKey: boolean; altKey: boolean } {
  const parts = name.split("+");
  return { key: parts.at(-1)!, shiftKey: parts.includes("Shift"), altKey: parts.includes("Alt") };
}

function press(name: string, held: Parameters<typeof deedOf>[1], net = "3-2-1"): Deed | null {
  return deedOf(key(name), held, network(net));
}

const change = (command: Command): Deed => ({ type: "change", command });

test("the first neuron comes by Enter or N, and no other key means anything before it", () => {
  const first = change({ type: "addLayer", l: 1, size: 1, connected: true });
  expect(press("Enter", NOTHING, "")).toEqual(first);
  expect(press("n", NOTHING, "")).toEqual(first);
  for (const name of ["l", "c", "f", "Delete", " "]) expect(press(name, NOTHING, "")).toBeNull();
});

test("N adds below in the column, L a layer after or before", () => {
  expect(press("n", at(2, 1))).toEqual(change({ type: "addNeuron", l: 2, at: 2, connected: true }));
  expect(press("Shift+N", at(2, 1))).toEqual(
    change({ type: "addNeuron", l: 2, at: 2, connected: false }),
  );
  expect(press("l", at(2, 1))).toEqual(
    change({ type: "addLayer", l: 3, size: 1, connected: true }),
  );
  expect(press("Shift+L", at(2, 1))).toEqual(
    change({ type: "addLayer", l: 2, size: 1, connected: true }),
  );
});

test("a key for a place is answered where one has not begun to walk", () => {
  const answer: Deed = { type: "say", news: { code: "notWalking" } };
  for (const name of ["n", "l", "c", "f", "Delete", "Alt+ArrowUp"]) {
    expect(press(name, NOTHING)).toEqual(answer);
  }
});

describe("a connection", () => {
  const begun = { ...at(2, 1), pending: { l: 1, i: 3 } };
  test("begins with C and is completed by C or Enter at another neuron", () => {
    expect(press("c", at(1, 3))).toEqual({ type: "begin", from: { l: 1, i: 3 } });
    const done = change({ type: "connect", from: { l: 1, i: 3 }, to: { l: 2, i: 1 } });
    expect(press("c", begun)).toEqual(done);
    expect(press("Enter", begun)).toEqual(done);
  });
  test("is called off by Escape, or by C where it began", () => {
    expect(press("Escape", begun)).toEqual({ type: "callOff" });
    expect(press("c", { ...begun, walk: ref("a", 1, 3) })).toEqual({ type: "callOff" });
  });
  test("does not begin at a weight", () => {
    expect(press("c", { ...NOTHING, walk: ref("w", 2, 1, 1) })).toEqual({
      type: "say",
      news: { code: "notANeuron" },
    });
  });
});

test("Delete is for what is picked, or else for where one stands", () => {
  const picked: Item[] = [
    { kind: "edge", l: 2, i: 1, j: 1 },
    { kind: "neuron", l: 3, i: 1 },
  ];
  expect(press("Delete", { ...at(1, 1), picked })).toEqual(
    change({ type: "remove", items: picked }),
  );
  expect(press("Backspace", at(1, 1))).toEqual(
    change({ type: "remove", items: [{ kind: "neuron", l: 1, i: 1 }] }),
  );
  expect(press("Delete", { ...NOTHING, walk: ref("t", 0, 1) })).toBeNull();
});

test("Enter asks for the number of the place: input, bias, weight, target", () => {
  const cases = [
    [ref("a", 1, 2), ref("a", 1, 2)],
    [ref("a", 2, 1), ref("b", 2, 1)],
    [ref("b", 3, 1), ref("b", 3, 1)],
    [ref("w", 2, 1, 3), ref("w", 2, 1, 3)],
    [ref("t", 0, 1), ref("t", 0, 1)],
  ] as const;
  for (const [walk, number] of cases) {
    expect(press("Enter", { ...NOTHING, walk })).toEqual({ type: "type", ref: number });
  }
  expect(press("Enter", { ...NOTHING, walk: ref("E") })).toBeNull();
});

test("F connects the picked neurons fully, or else the one that is stood at", () => {
  const picked: Item[] = [
    { kind: "neuron", l: 2, i: 2 },
    { kind: "layer", l: 1 },
  ];
  expect(press("f", { ...at(1, 1), picked })).toEqual(
    change({ type: "connectFully", neurons: [{ l: 2, i: 2 }] }),
  );
  expect(press("f", at(1, 1))).toEqual(change({ type: "connectFully", neurons: [{ l: 1, i: 1 }] }));
});

test("one stands at what was picked last until one walks", () => {
  const picked: Item[] = [{ kind: "neuron", l: 2, i: 2 }];
  expect(hereOf({ ...NOTHING, picked })).toEqual(ref("a", 2, 2));
  expect(hereOf({ ...at(1, 1), picked })).toEqual(ref("a", 1, 1));
});

const moved = (to: Extract<Command, { type: "moveNeuron" }>["to"]): Deed =>
  change({ type: "moveNeuron", l: 2, i: 2, to });

describe("Alt with an arrow", () => {
  test("moves within the column and to the next one", () => {
    expect(press("Alt+ArrowUp", at(2, 2))).toEqual(moved({ l: 2, at: 1 }));
    expect(press("Alt+ArrowLeft", at(2, 2))).toEqual(moved({ l: 1, at: 2 }));
    expect(press("Alt+ArrowRight", at(2, 2))).toEqual(moved({ l: 3, at: 2 }));
  });
  test("beyond the last column makes a new one, but not of a neuron that is alone", () => {
    expect(press("Alt+ArrowLeft", at(1, 2))).toEqual(
      change({ type: "moveNeuron", l: 1, i: 2, to: { newLayer: 1 } }),
    );
    expect(press("Alt+ArrowRight", at(3, 1))).toEqual({ type: "say", news: { code: "border" } });
    expect(press("Alt+ArrowDown", at(3, 1))).toEqual({ type: "say", news: { code: "border" } });
  });

  test.prop([
    fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
    fc.nat(),
    fc.constantFrom("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"),
  ])("never asks for what is refused", (sizes, n, arrow) => {
    const all = sizes.flatMap((size, k) =>
      Array.from({ length: size }, (_, m) => ({ l: k + 1, i: m + 1 })),
    );
    const { l, i } = all[n % all.length];
    const net = network(sizes.join("-"));
    const deed = deedOf(key(`Alt+${arrow}`), at(l, i), net);
    if (deed?.type !== "change") {
      expect(deed).toEqual({ type: "say", news: { code: "border" } });
      return;
    }
    expect(refusalOf({ rev: 1, network: net, parked: null }, deed.command)).toBeNull();
  });
});
