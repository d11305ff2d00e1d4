import { describe, expect, it } from "vitest";
import { createLayout } from "../../src/engine/layout.ts";
import type { Network } from "../../src/engine/network.ts";
import { ref } from "../../src/engine/ref.ts";
import type { Command } from "../../src/session/command.ts";
import { EMPTY_NETWORK } from "../../src/session/blank.ts";
import { reduce } from "../../src/session/reduce.ts";
import { refusalOf } from "../../src/session/refusal.ts";
import type { Session } from "../../src/session/session.ts";

function sessionOf(...sizes: number[]): Session {
  const layout = createLayout(sizes);
  const network: Network = {
    ...EMPTY_NETWORK,
    layout,
    activations: sizes.slice(1).map(() => "tanh"),
    w: new Float64Array(layout.weights).fill(1),
    b: new Float64Array(layout.neurons),
    x: new Float64Array(sizes.at(0) ?? 0),
    t: new Float64Array(sizes.at(-1) ?? 0),
  };
  return { rev: 1, network, parked: null };
}

const small = sessionOf(2, 3, 2);
const deep = sessionOf(...Array.from({ length: 24 }, () => 1));
const wide = sessionOf(32, 32, 32, 32, 32, 24);

const connect = (l: number, i: number, m: number, k: number): Command => ({
  type: "connect",
  from: { l, i },
  to: { l: m, i: k },
});
const table = (name: "w" | "b" | "x", l: number, values: number[]): Command => ({
  type: "setValues",
  table: name,
  l,
  values: Float64Array.from(values),
});

describe("refused", () => {
  it.each<[string, Session, Command, object]>([
    [
      "a layer too many",
      deep,
      { type: "addLayer", l: 2, size: 1, connected: true },
      { code: "tooManyLayers", limit: 24 },
    ],
    [
      "a neuron too many",
      wide,
      { type: "addNeuron", l: 2, at: 1, connected: false },
      { code: "tooManyNeurons", l: 2, limit: 32 },
    ],
    [
      "a layer too large",
      small,
      { type: "resizeLayer", l: 2, size: 33 },
      { code: "tooManyNeurons", l: 2, limit: 32 },
    ],
    [
      "a neuron moved to a full layer from one that vanishes",
      sessionOf(1, 32),
      { type: "moveNeuron", l: 1, i: 1, to: { l: 2, at: 1 } },
      { code: "tooManyNeurons", l: 2, limit: 32 },
    ],
    [
      "connections too many",
      wide,
      { type: "resizeLayer", l: 6, size: 32 },
      { code: "tooManyConnections", found: 5120, limit: 5000 },
    ],
    [
      "a layer of nothing",
      small,
      { type: "addLayer", l: 2, size: 0, connected: true },
      { code: "notASize", limit: 32 },
    ],
    [
      "half a neuron",
      small,
      { type: "resizeLayer", l: 2, size: 1.5 },
      { code: "notASize", limit: 32 },
    ],
    [
      "a neuron beyond the foot",
      small,
      { type: "addNeuron", l: 2, at: 5, connected: true },
      { code: "notThere" },
    ],
    [
      "a place between two places",
      small,
      { type: "addNeuron", l: 2, at: 1.5, connected: true },
      { code: "notThere" },
    ],
    [
      "a move beyond the foot of its own column",
      small,
      { type: "moveNeuron", l: 2, i: 1, to: { l: 2, at: 4 } },
      { code: "notThere" },
    ],
    [
      "removing what is not there",
      small,
      { type: "remove", items: [{ kind: "edge", l: 2, i: 1, j: 3 }] },
      { code: "notThere" },
    ],
    ["nothing to remove", small, { type: "remove", items: [] }, { code: "notThere" }],
    [
      "an edge that skips a layer",
      small,
      connect(1, 2, 3, 1),
      { code: "notNeighbours", from: { l: 1, i: 2 }, to: { l: 3, i: 1 } },
    ],
    ["an edge within a layer", small, connect(2, 1, 2, 2), { code: "sameLayer", l: 2 }],
    ["an edge to itself", small, connect(2, 1, 2, 1), { code: "sameNeuron" }],
    ["an edge that is there", small, connect(2, 1, 1, 1), { code: "alreadyConnected" }],
    ["an edge to nowhere", small, connect(2, 1, 1, 3), { code: "notThere" }],
    [
      "connecting fully what is",
      small,
      { type: "connectFully", neurons: [{ l: 2, i: 1 }] },
      { code: "fullyConnected" },
    ],
    [
      "connecting without neighbours",
      sessionOf(2),
      { type: "connectFully", neurons: [{ l: 1, i: 1 }] },
      { code: "noNeighbours" },
    ],
    ["too few numbers", small, table("x", 1, [1]), { code: "wrongCount", found: 1, expected: 2 }],
    [
      "too many numbers",
      small,
      table("w", 2, [1, 2, 3, 4, 5, 6, 7]),
      { code: "wrongCount", found: 7, expected: 6 },
    ],
    [
      "a mask of another shape",
      small,
      { type: "setValues", table: "w", l: 3, values: new Float64Array(6), mask: new Uint8Array(5) },
      { code: "wrongCount", found: 5, expected: 6 },
    ],
    ["NaN in a table", small, table("b", 2, [1, 2, NaN]), { code: "notFinite", at: 3 }],
    ["biases of the input layer", small, table("b", 1, [1, 2]), { code: "inputLayer" }],
    ["a table of no layer", small, table("w", 4, []), { code: "notThere" }],
    [
      "new weights for the input layer",
      small,
      { type: "initialize", l: 1, method: "he", seed: 1 },
      { code: "inputLayer" },
    ],
    [
      "new weights where there are none",
      sessionOf(2),
      { type: "initialize", l: "all", method: "he", seed: 1 },
      { code: "notThere" },
    ],
    [
      "infinity",
      small,
      { type: "setValue", ref: ref("b", 2, 1), value: Infinity },
      { code: "notFinite", at: 0 },
    ],
    ["setting δ", small, { type: "setValue", ref: ref("d", 2, 1), value: 1 }, { code: "computed" }],
    [
      "softmax in a hidden layer",
      small,
      { type: "setActivation", l: 2, activation: "softmax" },
      { code: "softmaxHidden", l: 2 },
    ],
    [
      "a step of other numbers",
      small,
      { type: "takeStep", rev: 0, w: small.network.w, b: small.network.b },
      { code: "outdated" },
    ],
  ])("%s", (_, session, command, refusal) => {
    expect(refusalOf(session, command)).toEqual(refusal);
    expect(reduce(session, command)).toBe(session);
  });
});

describe("not refused", () => {
  it.each<[string, Session, Command]>([
    ["a size within the limits", wide, { type: "resizeLayer", l: 6, size: 28 }],
    ["a place at the foot", small, { type: "addNeuron", l: 2, at: 4, connected: true }],
    ["a layer behind the last", small, { type: "addLayer", l: 4, size: 1, connected: true }],
    [
      "a selection of which something is left",
      small,
      {
        type: "remove",
        items: [
          { kind: "neuron", l: 9, i: 9 },
          { kind: "neuron", l: 1, i: 1 },
        ],
      },
    ],
  ])("%s", (_, session, command) => {
    expect(refusalOf(session, command)).toBeNull();
    expect(reduce(session, command).rev).toBe(session.rev + 1);
  });
});
