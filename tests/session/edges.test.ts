import { describe, expect, it } from "vitest";
import { fc, test } from "@fast-check/vitest";
import { weightIndex } from "../../src/engine/layout.ts";
import { edgeExists } from "../../src/engine/trace.ts";
import type { Command } from "../../src/session/command.ts";
import { reduce } from "../../src/session/reduce.ts";
import type { Session } from "../../src/session/session.ts";
import { anyNetwork } from "./networks.ts";

/** A session and one of its places for edges. */
const anyPlace = anyNetwork().chain((network) =>
  fc.nat({ max: network.layout.weights - 1 }).map((slot) => {
    const { sizes, L, weightOffset } = network.layout;
    let l = 2;
    while (l < L && weightOffset[l + 1] <= slot) l++;
    const within = slot - weightOffset[l];
    const i = Math.floor(within / sizes[l - 2]) + 1;
    const j = (within % sizes[l - 2]) + 1;
    const session: Session = { rev: 0, network, parked: null };
    const removal: Command = { type: "remove", items: [{ kind: "edge", l, i, j }] };
    const upper = { l, i };
    const lower = { l: l - 1, i: j };
    return { session, removal, upper, lower, slot, isThere: edgeExists(network, l, i, j) };
  }),
);

describe("an edge", () => {
  test.prop([anyPlace, fc.boolean()])(
    "comes back with its weight",
    ({ session, removal, upper, lower, slot, isThere }, upwards) => {
      fc.pre(isThere);
      const removed = reduce(session, removal);
      expect(removed.network.w[slot]).toBe(0);
      expect(removed.network.mask?.[slot]).toBe(0);
      const [from, to] = upwards ? [lower, upper] : [upper, lower];
      const back = reduce(removed, { type: "connect", from, to });
      expect(back).toEqual({ ...session, rev: 2 });
    },
  );

  test.prop([anyPlace])(
    "drawn and removed leaves the network as it was",
    ({ session, removal, upper, lower, isThere }) => {
      fc.pre(!isThere);
      const drawn = reduce(session, { type: "connect", from: lower, to: upper });
      expect(drawn.rev).toBe(1);
      expect(reduce(drawn, removal).network).toEqual(session.network);
    },
  );

  test.prop([anyPlace])(
    "comes back with its weight after a neuron came and went",
    ({ session, removal, upper, lower, slot, isThere }) => {
      fc.pre(isThere);
      const { l, i } = lower;
      const commands: Command[] = [
        removal,
        { type: "addNeuron", l, at: i, connected: true },
        { type: "connect", from: { l, i: i + 1 }, to: upper },
        { type: "remove", items: [{ kind: "neuron", l, i }] },
      ];
      const end = commands.reduce(reduce, session);
      expect(end.network).toEqual(session.network);
      expect(end.network.w[slot]).toBe(session.network.w[slot]);
      expect(end.parked).toBeNull();
    },
  );

  test.prop([anyNetwork()])("of every place is drawn by connecting all fully", (network) => {
    const neurons = network.layout.sizes.flatMap((size, k) =>
      Array.from({ length: size }, (_, n) => ({ l: k + 1, i: n + 1 })),
    );
    const full = reduce({ rev: 0, network, parked: null }, { type: "connectFully", neurons });
    expect(full.network.mask).toBeNull();
    const { mask, w } = network;
    if (mask === null) return;
    expect(
      full.network.w.every((weight, k) => (mask[k] === 1 ? Object.is(weight, w[k]) : weight !== 0)),
    ).toBe(true);
  });
});

it("keeps what is parked for an edge while another weight is set", () => {
  const [network] = fc.sample(anyNetwork(), { numRuns: 1, seed: 1 });
  const slot = weightIndex(network.layout, 2, 1, 1);
  const session: Session = { rev: 0, network: { ...network, mask: null }, parked: null };
  const removed = reduce(session, { type: "remove", items: [{ kind: "edge", l: 2, i: 1, j: 1 }] });
  const later = reduce(removed, { type: "setLoss", loss: network.loss === "ce" ? "l2" : "ce" });
  expect(later.parked?.[slot]).toBe(network.w[slot]);
});
