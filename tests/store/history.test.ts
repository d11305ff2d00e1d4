import { describe, expect, it } from "vitest";
import { fc, test } from "@fast-check/vitest";
import { ref } from "../../src/engine/ref.ts";
import type { Network } from "../../src/engine/network.ts";
import type { CommandName } from "../../src/session/names.ts";
import { defaultView } from "../../src/session/view.ts";
import { whereaboutsOf } from "../../src/session/whereabouts.ts";
import { readLink } from "../../src/share/link.ts";
import { address, START } from "../../src/steps/address.ts";
import {
  DEPTH,
  NO_HISTORY,
  record,
  redo,
  sameWork,
  undo,
  type History,
  type Moment,
} from "../../src/store/history.ts";

const NETWORK: Network = readLink("#net=2-2-1&w2=1,2;3,_&w3=1,2").network!;

/** A moment told apart by one number. */
const moment = (eta: number): Moment => ({
  work: { network: { ...NETWORK, eta }, parked: null },
  place: whereaboutsOf({ ...defaultView("en"), at: eta > 2 ? address("d", 2, 1) : START }),
  selected: null,
});

const NAME: CommandName = { code: "setValue", ref: ref("eta"), symbol: "η" };

/** The history of moments 0 … n, each change without a gesture or with the key given for it. */
function lived(etas: readonly number[], keys: readonly (string | null)[] = []): History {
  return etas
    .slice(1)
    .reduce<History>(
      (history, eta, k) =>
        record(
          history,
          { name: NAME, before: moment(etas[k]), after: moment(eta).work },
          keys[k] ?? null,
        ),
      NO_HISTORY,
    );
}

const etasOf = (entries: History["past"]): number[] =>
  entries.map(({ moment: { work } }) => work.network.eta);

describe("a gesture", () => {
  it("is one entry, back to where it began", () => {
    const history = lived([0, 1, 2, 3, 4], [null, "w", "w", "w"]);
    expect(etasOf(history.past)).toEqual([0, 1]);
    expect(undo(history, moment(4))!.moment).toEqual(moment(1));
  });

  it("ends with another one, with a command without one, and with undoing", () => {
    expect(etasOf(lived([0, 1, 2, 3], ["w", "b", "w"]).past)).toEqual([0, 1, 2]);
    expect(etasOf(lived([0, 1, 2, 3], ["w", null, "w"]).past)).toEqual([0, 1, 2]);
    const { history } = undo(lived([0, 1, 2], ["w", "w"]), moment(2))!;
    const change = { name: NAME, before: moment(0), after: moment(5).work };
    expect(etasOf(record(history, change, "w").past)).toEqual([0]);
  });

  it("that comes back to its beginning leaves no entry, and what was undone can be redone", () => {
    const { history } = undo(lived([0, 1, 2]), moment(2))!;
    const there = record(history, { name: NAME, before: moment(1), after: moment(9).work }, "w");
    expect(redo(there, moment(9))).toBeNull();
    const back = record(there, { name: NAME, before: moment(9), after: moment(1).work }, "w");
    expect(back).toMatchObject({ past: history.past, future: history.future });
    const on = record(back, { name: NAME, before: moment(1), after: moment(7).work }, "w");
    expect(etasOf(on.past)).toEqual([0, 1]);
  });
});

describe("undo and redo", () => {
  it("lead nowhere where nothing was done", () => {
    expect(undo(NO_HISTORY, moment(0))).toBeNull();
    expect(redo(NO_HISTORY, moment(0))).toBeNull();
    expect(redo(lived([0, 1]), moment(1))).toBeNull();
  });

  test.prop([
    fc.uniqueArray(fc.double({ noNaN: true }), { minLength: 2, maxLength: 30 }),
    fc.nat(),
  ])("lead through the moments as they were", (etas, far) => {
    const steps = far % etas.length;
    let history = lived(etas);
    let now = moment(etas.at(-1)!);
    for (let k = 1; k <= steps; k++) {
      ({ history, moment: now } = undo(history, now)!);
      expect(now).toEqual(moment(etas.at(-1 - k)!));
    }
    for (let k = steps - 1; k >= 0; k--) {
      ({ history, moment: now } = redo(history, now)!);
      expect(now).toEqual(moment(etas.at(-1 - k)!));
    }
    expect(history).toEqual(lived(etas));
  });

  it("keep the newest, and share what did not change", () => {
    const etas = Array.from({ length: DEPTH + 51 }, (_, k) => k);
    const { past } = lived(etas);
    expect(DEPTH).toBeGreaterThanOrEqual(200);
    expect(etasOf(past)).toEqual(etas.slice(50, -1));
    expect(new Set(past.map(({ moment: { work } }) => work.network.w)).size).toBe(1);
  });
});

describe("the same work", () => {
  const { work } = moment(1);
  it("is equal to the bit", () => {
    const { w, b, x, t, mask } = NETWORK;
    const copy = { ...NETWORK, eta: 1, w: w.slice(), b: b.slice(), x: x.slice(), t: t.slice() };
    expect(sameWork(work, { network: { ...copy, mask: mask!.slice() }, parked: null })).toBe(true);
    expect(sameWork(work, work)).toBe(true);
  });

  it.each<[string, Partial<Network>]>([
    ["−0", { x: Float64Array.of(-0, 0) }],
    ["a weight", { w: NETWORK.w.with(0, 7) }],
    ["a bias", { b: NETWORK.b.with(3, 7) }],
    ["a target", { t: Float64Array.of(7) }],
    ["an edge", { mask: null }],
    ["the loss", { loss: "bce" }],
    ["an activation", { activations: ["tanh", "sigmoid"] }],
    ["the layers", { layout: readLink("#net=2-1-1").network!.layout }],
    ["the rate", { eta: 2 }],
  ])("is another one with %s changed", (_, change) => {
    expect(sameWork(work, { ...work, network: { ...work.network, ...change } })).toBe(false);
  });

  it("is another one with a weight parked", () => {
    const parked = new Float64Array(NETWORK.w.length).fill(NaN);
    expect(sameWork(work, { ...work, parked: parked.with(3, 5) })).toBe(false);
    expect(sameWork({ ...work, parked }, { ...work, parked: parked.slice() })).toBe(true);
  });
});
