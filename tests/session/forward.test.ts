import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import type { Seed } from "../../src/engine/tangent.ts";
import { createLayout } from "../../src/engine/layout.ts";
import {
  parseForward,
  parseSeed,
  recursionOf,
  seedOf,
  writeForward,
  writeSeed,
  type ForwardChoice,
} from "../../src/session/forward.ts";

const INDEX = fc.integer({ min: 1, max: 32 });
const seeds: fc.Arbitrary<Seed> = fc.oneof(
  fc.record({ q: fc.constant("w" as const), l: INDEX, i: INDEX, j: INDEX }),
  fc.record({ q: fc.constant("b" as const), l: INDEX, i: INDEX }),
  fc.record({ q: fc.constant("x" as const), i: INDEX }),
);
const SHAPE = {
  layout: createLayout([2, 2, 1]),
  activations: ["sigmoid", "sigmoid"],
  loss: "l2",
  mask: Uint8Array.of(0, 1, 1, 1, 1, 1),
} as const;

const inTab = (forward: Seed): Seed | null => seedOf({ tab: "forward", forward }, SHAPE);

property.prop([seeds])("what is written as θ is read again", (seed) => {
  expect(parseSeed(writeSeed(seed))).toEqual(seed);
});

const recursions = fc.oneof(
  fc.constantFrom<ForwardChoice>("written", "repaired"),
  INDEX.map((l): ForwardChoice => `written.${l}`),
  INDEX.map((l): ForwardChoice => `repaired.${l}`),
);

property.prop([fc.oneof(recursions, seeds)])(
  "what is written as a choice is read again",
  (choice) => {
    expect(parseForward(writeForward(choice))).toEqual(choice);
  },
);

test("a recursion has its name, and the layer it has come to", () => {
  expect(recursionOf("written")).toEqual({ name: "written", layer: null });
  expect(recursionOf("repaired.12")).toEqual({ name: "repaired", layer: 12 });
});

test.each([
  "written.",
  "written.0",
  "written.1.2",
  "Written",
  "repaired.100",
  "tangent",
  "repaired.2 ",
])("%j is no choice", (text) => {
  expect(parseForward(text)).toBeNull();
});

test.each(["", "w2.1", "w0.1.1", "b2", "x", "x1.1", "a2.1", "w2.1.1.1", "w2.1.1 ", "x100"])(
  "%j is no θ",
  (text) => {
    expect(parseSeed(text)).toBeNull();
  },
);

test("without the chosen number θ is the first weight there is", () => {
  expect(inTab({ q: "b", l: 2, i: 2 })).toEqual({ q: "b", l: 2, i: 2 });
  expect(inTab({ q: "w", l: 2, i: 1, j: 1 })).toEqual({ q: "w", l: 2, i: 1, j: 2 });
  expect(inTab({ q: "x", i: 3 })).toEqual({ q: "w", l: 2, i: 1, j: 2 });
});

test("only the tab of part (b) has a θ, and only in forward mode", () => {
  expect(seedOf({ tab: "step", forward: { q: "x", i: 1 } }, SHAPE)).toBeNull();
  expect(seedOf({ tab: "forward", forward: "repaired" }, SHAPE)).toBeNull();
});
