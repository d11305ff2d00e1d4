import { describe, expect, it } from "vitest";
import { createLayout, weightIndex } from "../../src/engine/layout.ts";
import type { Network } from "../../src/engine/network.ts";
import { ref } from "../../src/engine/ref.ts";
import type { Command } from "../../src/session/command.ts";
import { reduce } from "../../src/session/reduce.ts";
import type { Session } from "../../src/session/session.ts";

const layout = createLayout([2, 3, 2]);
/** Every number tells its place: w_ij^(l) = lij, b_i^(l) = −li, x_i = i / 10, t_i = i / 100. */
const network: Network = {
  layout,
  activations: ["tanh", "sigmoid"],
  loss: "l2",
  w: Float64Array.of(211, 212, 221, 222, 231, 232, 311, 312, 313, 321, 322, 323),
  b: Float64Array.of(0, 0, -21, -22, -23, -31, -32),
  mask: null,
  x: Float64Array.of(0.1, 0.2),
  t: Float64Array.of(0.01, 0.02),
  eta: 0.5,
};
const session: Session = { rev: 3, network, parked: null };

function sessionAfter(commands: readonly Command[], start = session): Session {
  return commands.reduce(reduce, start);
}

function after(command: Command, start = session): Network {
  return reduce(start, command).network;
}

/** W^(l), row by row, with `_` for no edge and `new` for a weight that the network did not have. */
function weights({ layout: shape, w, mask }: Network, l: number): string {
  const row = (i: number): string =>
    Array.from({ length: shape.sizes[l - 2] }, (_, n) => {
      const k = weightIndex(shape, l, i, n + 1);
      if (mask?.[k] === 0) return "_";
      return w[k] > 100 ? String(w[k]) : "new";
    }).join(" ");
  return Array.from({ length: shape.sizes[l - 1] }, (_, n) => row(n + 1)).join("; ");
}

describe("a new neuron", () => {
  it("comes between others, connected", () => {
    const next = after({ type: "addNeuron", l: 2, at: 2, connected: true });
    expect(next.layout.sizes).toEqual([2, 4, 2]);
    expect(weights(next, 2)).toBe("211 212; new new; 221 222; 231 232");
    expect(weights(next, 3)).toBe("311 new 312 313; 321 new 322 323");
    expect(next.b).toEqual(Float64Array.of(0, 0, -21, 0, -22, -23, -31, -32));
    expect(next.mask).toBeNull();
  });

  it("comes without edges", () => {
    const next = after({ type: "addNeuron", l: 3, at: 3, connected: false });
    expect(weights(next, 3)).toBe("311 312 313; 321 322 323; _ _ _");
    expect(next.t).toEqual(Float64Array.of(0.01, 0.02, 0));
  });

  it("of the input layer has x = 0", () => {
    const next = after({ type: "addNeuron", l: 1, at: 1, connected: true });
    expect(next.x).toEqual(Float64Array.of(0, 0.1, 0.2));
    expect(weights(next, 2)).toBe("new 211 212; new 221 222; new 231 232");
  });

  it("gets other weights than the one before it", () => {
    const one = reduce(session, { type: "addNeuron", l: 2, at: 1, connected: true });
    const two = after({ type: "addNeuron", l: 2, at: 1, connected: true }, one);
    const [first, second] = [two.w.subarray(0, 2), two.w.subarray(2, 4)];
    // Nor the same ones on another scale.
    expect(Math.abs(first[0] * second[1] - first[1] * second[0])).toBeGreaterThan(0.05);
    const limit = Math.sqrt(6 / (2 + 5));
    for (const weight of first) {
      expect(weight).not.toBe(0);
      expect(Math.abs(weight)).toBeLessThanOrEqual(limit);
      expect(Number(weight.toFixed(2))).toBe(weight);
    }
  });
});

describe("a new layer", () => {
  it("takes the place of the edges it parts", () => {
    const next = after({ type: "addLayer", l: 3, size: 1, connected: true });
    expect(next.layout.sizes).toEqual([2, 3, 1, 2]);
    expect(weights(next, 2)).toBe("211 212; 221 222; 231 232");
    expect([weights(next, 3), weights(next, 4)]).toEqual(["new new new", "new; new"]);
    expect(next.activations).toEqual(["tanh", "sigmoid", "sigmoid"]);
    expect(next.t).toEqual(network.t);
  });

  it("may come without edges", () => {
    const next = after({ type: "addLayer", l: 2, size: 1, connected: false });
    expect([weights(next, 2), weights(next, 3)]).toEqual(["_ _", "_; _; _"]);
    expect(next.activations).toEqual(["tanh", "tanh", "sigmoid"]);
  });

  it("in front becomes the input", () => {
    const next = after({ type: "addLayer", l: 1, size: 3, connected: true });
    expect(next.x).toEqual(new Float64Array(3));
    expect(next.b.subarray(0, 5)).toEqual(new Float64Array(5));
    expect(next.activations).toEqual(["tanh", "tanh", "sigmoid"]);
    expect(weights(next, 3)).toBe("211 212; 221 222; 231 232");
  });

  it("at the end becomes the output that the loss demands", () => {
    const ce = reduce(session, { type: "setLoss", loss: "ce" });
    const next = after({ type: "addLayer", l: 4, size: 2, connected: true }, ce);
    expect(next).toMatchObject({ loss: "ce", activations: ["tanh", "tanh", "softmax"] });
    expect(next.t).toEqual(new Float64Array(2));
    const back = after(
      { type: "remove", items: [{ kind: "layer", l: 4 }] },
      { ...ce, network: next },
    );
    expect(back).toMatchObject({ loss: "ce", activations: ["tanh", "softmax"] });
  });

  it("does not take softmax from an output that stays one", () => {
    const softmax = reduce(session, { type: "setActivation", l: 3, activation: "softmax" });
    const next = after({ type: "addLayer", l: 3, size: 2, connected: true }, softmax);
    expect(next.activations).toEqual(["tanh", "tanh", "softmax"]);
  });
});

describe("a moved neuron", () => {
  it("takes its numbers along within its column", () => {
    const next = after({ type: "moveNeuron", l: 2, i: 1, to: { l: 2, at: 3 } });
    expect(weights(next, 2)).toBe("221 222; 231 232; 211 212");
    expect(weights(next, 3)).toBe("312 313 311; 322 323 321");
    expect(next.b).toEqual(Float64Array.of(0, 0, -22, -23, -21, -31, -32));
    const input = after({ type: "moveNeuron", l: 1, i: 2, to: { l: 1, at: 1 } });
    expect(input.x).toEqual(Float64Array.of(0.2, 0.1));
    const output = after({ type: "moveNeuron", l: 3, i: 2, to: { l: 3, at: 1 } });
    expect(output.t).toEqual(Float64Array.of(0.02, 0.01));
  });

  it("is connected anew in another column", () => {
    const next = after({ type: "moveNeuron", l: 2, i: 3, to: { l: 3, at: 1 } });
    expect(next.layout.sizes).toEqual([2, 2, 3]);
    expect(weights(next, 2)).toBe("211 212; 221 222");
    expect(weights(next, 3)).toBe("new new; 311 312; 321 322");
    expect(next.b).toEqual(Float64Array.of(0, 0, -21, -22, -23, -31, -32));
    expect(next.t).toEqual(Float64Array.of(0, 0.01, 0.02));
  });

  it("keeps its edges to a side that stays", () => {
    const next = after({ type: "moveNeuron", l: 2, i: 3, to: { newLayer: 3 } });
    expect(next.layout.sizes).toEqual([2, 2, 1, 2]);
    expect([weights(next, 3), weights(next, 4)]).toEqual(["new new", "313; 323"]);
  });

  it("stays without edges where it had none", () => {
    const alone = reduce(session, { type: "addNeuron", l: 2, at: 4, connected: false });
    const next = after({ type: "moveNeuron", l: 2, i: 4, to: { l: 3, at: 3 } }, alone);
    expect(weights(next, 3)).toBe("311 312 313; 321 322 323; _ _ _");
  });

  it("leaves no empty column behind", () => {
    const chain = reduce(session, { type: "resizeLayer", l: 2, size: 1 });
    const next = after({ type: "moveNeuron", l: 2, i: 1, to: { l: 3, at: 3 } }, chain);
    expect(next.layout.sizes).toEqual([2, 3]);
    expect(weights(next, 2)).toBe("new new; new new; 211 212");
    expect(reduce(chain, { type: "moveNeuron", l: 2, i: 1, to: { newLayer: 3 } })).toBe(chain);
  });

  it("that was alone takes its layer’s activation along", () => {
    const chain = reduce(session, { type: "resizeLayer", l: 2, size: 1 });
    const next = after({ type: "moveNeuron", l: 2, i: 1, to: { newLayer: 4 } }, chain);
    expect(next.layout.sizes).toEqual([2, 2, 1]);
    expect(next.activations).toEqual(["sigmoid", "tanh"]);
  });
});

it("moved without edges out of its column lets the others be connected", () => {
  const chain = reduce(session, { type: "resizeLayer", l: 2, size: 1 });
  const items = [
    { kind: "edge", l: 2, i: 1, j: 1 },
    { kind: "edge", l: 2, i: 1, j: 2 },
    { kind: "edge", l: 3, i: 1, j: 1 },
    { kind: "edge", l: 3, i: 2, j: 1 },
  ] as const;
  const cut = reduce(chain, { type: "remove", items });
  const next = after({ type: "moveNeuron", l: 2, i: 1, to: { l: 3, at: 1 } }, cut);
  expect(weights(next, 2)).toBe("_ _; new new; new new");
});

describe("removing", () => {
  it("takes neurons with their edges", () => {
    const next = after({
      type: "remove",
      items: [
        { kind: "neuron", l: 2, i: 2 },
        { kind: "neuron", l: 1, i: 1 },
      ],
    });
    expect([weights(next, 2), weights(next, 3)]).toEqual(["212; 232", "311 313; 321 323"]);
    expect(next.x).toEqual(Float64Array.of(0.2));
  });

  it("connects what a vanished layer leaves side by side", () => {
    const items = [1, 2, 3].map((i) => ({ kind: "neuron", l: 2, i }) as const);
    const next = after({ type: "remove", items });
    expect(next.layout.sizes).toEqual([2, 2]);
    expect(weights(next, 2)).toBe("new new; new new");
    expect(next.activations).toEqual(["sigmoid"]);
    expect(after({ type: "remove", items: [{ kind: "layer", l: 2 }] })).toEqual(next);
  });

  it("may leave one layer, or nothing", () => {
    const layers = [1, 2, 3].map((l) => ({ kind: "layer", l }) as const);
    const one = after({ type: "remove", items: layers.slice(0, 2) });
    expect(one).toMatchObject({ layout: { sizes: [2] }, activations: [], t: network.t });
    expect(after({ type: "remove", items: layers })).toMatchObject({ layout: { L: 0 } });
    expect(after({ type: "clear" })).toMatchObject({ layout: { L: 0 }, loss: "l2", eta: 0.5 });
  });
});

describe("neurons that were parted and come together again", () => {
  const layerBetween: Command = { type: "addLayer", l: 2, size: 2, connected: true };
  const withoutIt: Command = { type: "remove", items: [{ kind: "layer", l: 2 }] };
  it("have their weights again, and nothing is left apart", () => {
    const end = sessionAfter([layerBetween, withoutIt]);
    expect(end.network).toEqual(network);
    expect(end).not.toHaveProperty("parted");
  });

  it("have them after other changes in between, where both are still there", () => {
    const end = sessionAfter([
      layerBetween,
      { type: "setValue", ref: ref("w", 2, 1, 1), value: 9 },
      { ...layerBetween, l: 3 },
      { type: "remove", items: [{ kind: "neuron", l: 4, i: 1 }] },
      { type: "addNeuron", l: 1, at: 1, connected: true },
      withoutIt,
      withoutIt,
    ]);
    expect(weights(end.network, 2)).toBe("new 221 222; new 231 232");
    expect(weights(end.network, 3)).toBe("312 313; 322 323");
  });

  it("have the edges they had and no others, and the weights of those that were removed", () => {
    const items = [{ kind: "edge", l: 2, i: 2, j: 1 }] as const;
    const cut = reduce(session, { type: "remove", items });
    const end = sessionAfter([layerBetween, withoutIt], cut);
    expect(weights(end.network, 2)).toBe("211 212; _ 222; 231 232");
    const from = { l: 1, i: 1 };
    expect(after({ type: "connect", from, to: { l: 2, i: 2 } }, end)).toEqual(network);
  });

  it("have them also where an edge elsewhere was removed together with a neuron", () => {
    const items = [
      { kind: "edge", l: 3, i: 1, j: 2 },
      { kind: "neuron", l: 1, i: 1 },
    ] as const;
    const end = sessionAfter([layerBetween, { type: "remove", items }, withoutIt]);
    expect(weights(end.network, 2)).toBe("212; 222; 232");
  });

  it("are connected where there was no edge at all between the layers", () => {
    const loose = sessionAfter([
      { type: "clear" },
      { type: "addLayer", l: 1, size: 1, connected: false },
      { type: "addLayer", l: 2, size: 1, connected: false },
    ]);
    const end = sessionAfter([layerBetween, withoutIt], loose);
    expect(weights(end.network, 2)).toBe("new");
  });

  it("have them also where one was moved away and back", () => {
    const end = sessionAfter([
      { type: "moveNeuron", l: 2, i: 3, to: { newLayer: 3 } },
      { type: "moveNeuron", l: 3, i: 1, to: { l: 2, at: 3 } },
    ]);
    expect(end.network).toEqual(network);
  });

  it("know nothing of another network that is opened", () => {
    const opened = sessionAfter([layerBetween, { type: "open", network }]);
    expect(opened).not.toHaveProperty("parted");
  });
});

it("resizes a layer at its foot", () => {
  const grown = reduce(session, { type: "resizeLayer", l: 2, size: 4 });
  expect(weights(grown.network, 3)).toBe("311 312 313 new; 321 322 323 new");
  const shrunk = after({ type: "resizeLayer", l: 2, size: 1 }, grown);
  expect([weights(shrunk, 2), weights(shrunk, 3)]).toEqual(["211 212", "311; 321"]);
});

it("connects a neuron to both sides", () => {
  const alone = reduce(session, { type: "addNeuron", l: 2, at: 1, connected: false });
  const next = after({ type: "connectFully", neurons: [{ l: 2, i: 1 }] }, alone);
  expect(weights(next, 2)).toBe("new new; 211 212; 221 222; 231 232");
  expect(weights(next, 3)).toBe("new 311 312 313; new 321 322 323");
});

it("draws a network from nothing", () => {
  const commands: Command[] = [
    { type: "clear" },
    { type: "addLayer", l: 1, size: 1, connected: false },
    { type: "addNeuron", l: 1, at: 2, connected: false },
    { type: "addLayer", l: 2, size: 1, connected: false },
    { type: "connect", from: { l: 2, i: 1 }, to: { l: 1, i: 2 } },
    { type: "connectFully", neurons: [{ l: 2, i: 1 }] },
  ];
  const { network: drawn, rev } = commands.reduce(reduce, session);
  expect(rev).toBe(session.rev + commands.length);
  expect(drawn).toMatchObject({ layout: { sizes: [2, 1] }, activations: ["sigmoid"], mask: null });
  expect(drawn.w).not.toContain(0);
});
