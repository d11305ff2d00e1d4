import { describe, expect, it } from "vitest";
import { fc, test } from "@fast-check/vitest";
import { createLayout } from "../../src/engine/layout.ts";
import type { Network } from "../../src/engine/network.ts";
import { ref } from "../../src/engine/ref.ts";
import { reduce } from "../../src/session/reduce.ts";
import { editableValue, ETA, type Command, type Session } from "../../src/session/session.ts";
import { anyNetwork } from "./networks.ts";

const layout = createLayout([2, 3, 2]);
const network: Network = {
  layout,
  activations: ["tanh", "sigmoid"],
  loss: "l2",
  w: Float64Array.from({ length: layout.weights }, (_, k) => k / 10),
  b: new Float64Array(layout.neurons),
  mask: null,
  x: Float64Array.of(1, 2),
  t: Float64Array.of(3, 4),
  eta: 0.5,
};
const session: Session = { rev: 7, network, parked: null };

describe("setValue", () => {
  it.each([ref("w", 3, 2, 3), ref("b", 2, 3), ref("a", 1, 2), ref("t", 0, 2), ETA])(
    "sets %o and nothing else, in a new array",
    (r) => {
      const before = structuredClone(network);
      const after = reduce(session, { type: "setValue", ref: r, value: 42 });
      expect(after.rev).toBe(8);
      expect(editableValue(after.network, r)).toBe(42);
      expect(network).toEqual(before);
      const back = reduce(after, {
        type: "setValue",
        ref: r,
        value: editableValue(network, r),
      });
      expect(back.network).toEqual(network);
    },
  );

  it("tells −0 from 0", () => {
    const r = ref("b", 2, 1);
    const after = reduce(session, { type: "setValue", ref: r, value: -0 });
    expect(after.rev).toBe(8);
    expect(editableValue(after.network, r)).toBe(-0);
  });

  it.each<[string, Command]>([
    ["the value it has", { type: "setValue", ref: ref("w", 2, 1, 2), value: 0.1 }],
    ["NaN", { type: "setValue", ref: ref("w", 2, 1, 2), value: NaN }],
    ["Infinity", { type: "setValue", ref: ETA, value: Infinity }],
    ["a computed number", { type: "setValue", ref: ref("z", 2, 1), value: 1 }],
    ["a layer that is not there", { type: "setValue", ref: ref("b", 4, 1), value: 1 }],
    ["a bias of the input layer", { type: "setValue", ref: ref("b", 1, 1), value: 1 }],
    ["a neuron that is not there", { type: "setValue", ref: ref("b", 2, 4), value: 1 }],
    ["an input that is not there", { type: "setValue", ref: ref("a", 1, 3), value: 1 }],
    ["a target that is not there", { type: "setValue", ref: ref("t", 0, 3), value: 1 }],
    ["a column that is not there", { type: "setValue", ref: ref("w", 2, 1, 3), value: 1 }],
    ["an index that is none", { type: "setValue", ref: ref("t", 0, 1.5), value: 1 }],
  ])("refuses %s", (_, command) => {
    expect(reduce(session, command)).toBe(session);
  });

  it("refuses a weight whose edge is missing", () => {
    const mask = new Uint8Array(layout.weights).fill(1);
    mask[1] = 0;
    const masked = { rev: 1, network: { ...network, mask }, parked: null };
    const command = { type: "setValue", ref: ref("w", 2, 1, 2), value: 9 } as const;
    expect(reduce(masked, command)).toBe(masked);
  });
});

describe("activations and losses", () => {
  it("a loss sets the output activation it demands", () => {
    const ce = reduce(session, { type: "setLoss", loss: "ce" });
    expect(ce.network).toMatchObject({ loss: "ce", activations: ["tanh", "softmax"] });
    const bce = reduce(ce, { type: "setLoss", loss: "bce" });
    expect(bce.network).toMatchObject({ loss: "bce", activations: ["tanh", "sigmoid"] });
    const l2 = reduce(bce, { type: "setLoss", loss: "l2" });
    expect(l2.network).toMatchObject({ loss: "l2", activations: ["tanh", "sigmoid"] });
  });

  it("another output activation makes the loss l2, a hidden one does not", () => {
    const ce = reduce(session, { type: "setLoss", loss: "ce" });
    const hidden = reduce(ce, { type: "setActivation", l: 2, activation: "relu" });
    expect(hidden.network).toMatchObject({ loss: "ce", activations: ["relu", "softmax"] });
    const output = reduce(ce, { type: "setActivation", l: 3, activation: "relu" });
    expect(output.network).toMatchObject({ loss: "l2", activations: ["tanh", "relu"] });
  });

  it.each<[string, Command]>([
    ["softmax in a hidden layer", { type: "setActivation", l: 2, activation: "softmax" }],
    ["the input layer", { type: "setActivation", l: 1, activation: "relu" }],
    ["a layer that is not there", { type: "setActivation", l: 4, activation: "relu" }],
    ["the activation it has", { type: "setActivation", l: 2, activation: "tanh" }],
    ["the loss it has", { type: "setLoss", loss: "l2" }],
  ])("refuses %s", (_, command) => {
    expect(reduce(session, command)).toBe(session);
  });

  test.prop([
    anyNetwork(),
    fc.array(
      fc.oneof(
        fc.record({
          type: fc.constant("setLoss" as const),
          loss: fc.constantFrom("l2" as const, "ce" as const, "bce" as const),
        }),
        fc.record({
          type: fc.constant("setActivation" as const),
          l: fc.integer({ min: 1, max: 6 }),
          activation: fc.constantFrom("relu" as const, "softmax" as const, "sigmoid" as const),
        }),
      ),
    ),
  ])("always go together", (start, commands) => {
    let state: Session = { rev: 0, network: start, parked: null };
    for (const command of commands) {
      state = reduce(state, command);
      const { activations, loss } = state.network;
      expect(activations.slice(0, -1)).not.toContain("softmax");
      if (loss === "ce") expect(activations.at(-1)).toBe("softmax");
      if (loss === "bce") expect(activations.at(-1)).toBe("sigmoid");
    }
  });
});

describe("takeStep", () => {
  const w = network.w.map((value) => value + 1);
  const b = network.b.map((value) => value + 1);

  it("takes the parameters of its own revision", () => {
    const after = reduce(session, { type: "takeStep", rev: 7, w, b });
    expect(after).toMatchObject({ rev: 8, network: { w, b, x: network.x } });
    expect(after.network.w).not.toBe(w);
  });

  it.each<[string, Command]>([
    ["an older revision", { type: "takeStep", rev: 6, w, b }],
    ["what changes nothing", { type: "takeStep", rev: 7, w: network.w, b: network.b }],
    ["what left the range", { type: "takeStep", rev: 7, w: w.with(0, Infinity), b }],
    ["another network’s", { type: "takeStep", rev: 7, w: w.subarray(1), b }],
  ])("refuses %s", (_, command) => {
    expect(reduce(session, command)).toBe(session);
  });
});

it("opens another network", () => {
  const other = { ...network, eta: 1 };
  expect(reduce(session, { type: "open", network: other })).toEqual({
    rev: 8,
    network: other,
    parked: null,
  });
  expect(reduce(session, { type: "open", network })).toBe(session);
});
