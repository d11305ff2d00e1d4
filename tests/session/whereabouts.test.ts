import { fc, test as property } from "@fast-check/vitest";
import { expect, it } from "vitest";
import { PATHS_LISTED } from "../../src/engine/paths.ts";
import { ref, type Ref } from "../../src/engine/ref.ts";
import type { Seed } from "../../src/engine/tangent.ts";
import type { Command } from "../../src/session/command.ts";
import { refExists } from "../../src/session/exists.ts";
import {
  firstSeed,
  refOfSeed,
  seedOf,
  writeForward,
  type ForwardChoice,
} from "../../src/session/forward.ts";
import { reduce } from "../../src/session/reduce.ts";
import { COUNTS, type ChosenPlace } from "../../src/session/selection.ts";
import { editableValue, type Session } from "../../src/session/session.ts";
import { track, type Track } from "../../src/session/track.ts";
import { defaultView } from "../../src/session/view.ts";
import {
  trackWhereabouts,
  whereaboutsOf,
  type Whereabouts,
} from "../../src/session/whereabouts.ts";
import { readLink } from "../../src/share/link.ts";
import { parseAddress, writeAddress } from "../../src/steps/address.ts";
import { anyCommand } from "./commands.ts";
import { anyNetwork } from "./networks.ts";

const HERE = whereaboutsOf(defaultView("en"));
const session = (link: string): Session => ({
  rev: 1,
  network: readLink(link).network!,
  parked: null,
});
const after = (given: Partial<Whereabouts>, command: Command, link = "net=2-3-2"): Whereabouts =>
  trackWhereabouts({ ...HERE, ...given }, track(session(link), command));

const NEURON_ABOVE: Command = { type: "addNeuron", l: 2, at: 1, connected: true };
const INPUT_ABOVE: Command = { type: "addNeuron", l: 1, at: 1, connected: true };
const LAYER_BELOW: Command = { type: "addLayer", l: 2, size: 1, connected: true };
const HIDDEN_GONE: Command = { type: "remove", items: [{ kind: "layer", l: 2 }] };
const SECOND_GONE: Command = { type: "remove", items: [{ kind: "neuron", l: 2, i: 2 }] };
const TO_INPUT: Command = { type: "moveNeuron", l: 2, i: 3, to: { l: 1, at: 1 } };
const OUTPUTS_SWAPPED: Command = { type: "moveNeuron", l: 3, i: 1, to: { l: 3, at: 2 } };

const GONE = "x33";

it.each<[ForwardChoice, Command, string]>([
  [{ q: "w", l: 3, i: 1, j: 2 }, NEURON_ABOVE, "w3.1.3"],
  [{ q: "w", l: 3, i: 1, j: 2 }, LAYER_BELOW, "w4.1.2"],
  [{ q: "w", l: 3, i: 1, j: 2 }, OUTPUTS_SWAPPED, "w3.2.2"],
  [{ q: "w", l: 2, i: 1, j: 2 }, LAYER_BELOW, GONE],
  [{ q: "b", l: 2, i: 3 }, SECOND_GONE, "b2.2"],
  [{ q: "b", l: 2, i: 2 }, SECOND_GONE, GONE],
  [{ q: "b", l: 2, i: 3 }, TO_INPUT, GONE],
  [{ q: "x", i: 2 }, INPUT_ABOVE, "x3"],
  [{ q: "x", i: 2 }, { type: "clear" }, GONE],
  ["written", LAYER_BELOW, "written"],
  ["written.3", LAYER_BELOW, "written.4"],
  ["written.1", LAYER_BELOW, "written.1"],
  ["repaired.3", HIDDEN_GONE, "repaired.2"],
  ["repaired.2", HIDDEN_GONE, "repaired.2"],
  ["repaired.9", LAYER_BELOW, "repaired.9"],
])("the choice %o of part (b) goes along with %o", (forward, command, expected) => {
  expect(writeForward(after({ forward }, command).forward)).toBe(expected);
});

it.each<[ChosenPlace, Command, ChosenPlace]>([
  [{ l: 2, i: 2, j: 1 }, NEURON_ABOVE, { l: 2, i: 3, j: 1 }],
  [{ l: 3, i: 1, j: 2 }, NEURON_ABOVE, { l: 3, i: 1, j: 3 }],
  [{ l: 2, i: 2, j: 0 }, LAYER_BELOW, { l: 3, i: 2, j: 0 }],
  // The weight is gone, and its neuron is not.
  [{ l: 2, i: 2, j: 1 }, LAYER_BELOW, { l: 3, i: 2, j: 0 }],
  [{ l: 3, i: 1, j: 2 }, SECOND_GONE, { l: 3, i: 1, j: 0 }],
  // The neuron is gone: the same place of its layer.
  [{ l: 2, i: 2, j: 1 }, SECOND_GONE, { l: 2, i: 2, j: 1 }],
  [{ l: 1, i: 2, j: 0 }, INPUT_ABOVE, { l: 1, i: 3, j: 0 }],
  [{ l: 2, i: 3, j: 1 }, TO_INPUT, { l: 1, i: 1, j: 0 }],
])("the place %o of the derivation goes along with %o", (place, command, expected) => {
  expect(after({ place }, command).place).toEqual(expected);
});

it("the layer of merged tails and the entry of ∂y/∂x go along, and a path is left", () => {
  const given = { merge: 3, path: 4, entry: { i: 1, j: 2 } };
  expect(after(given, LAYER_BELOW)).toMatchObject({ ...given, merge: 4, path: null });
  expect(after(given, OUTPUTS_SWAPPED).entry).toEqual({ i: 2, j: 2 });
  expect(after(given, INPUT_ABOVE).entry).toEqual({ i: 1, j: 3 });
  expect(after({ entry: { i: 9, j: 9 } }, INPUT_ABOVE).entry).toEqual({ i: 9, j: 9 });
  expect(after({ merge: null, place: null }, LAYER_BELOW)).toMatchObject({
    merge: null,
    place: null,
  });
});

it("the step goes along, of the same size", () => {
  const { at, by } = after({ at: parseAddress("d2.2")!, by: "term" }, NEURON_ABOVE);
  expect([writeAddress(at), by]).toEqual(["d2.3", "term"]);
});

it("as many products can be named as are listed", () => {
  expect(COUNTS.path[1]).toBe(PATHS_LISTED);
});

/** Every θ of a network. */
function seedsOf({ network }: Session): Seed[] {
  const { sizes } = network.layout;
  const all = sizes.flatMap((size, k) =>
    Array.from({ length: size }, (_, n) => n + 1).flatMap((i): Seed[] => {
      if (k === 0) return [{ q: "x", i }];
      const weights = Array.from({ length: sizes[k - 1] }, (_, n): Seed => {
        return { q: "w", l: k + 1, i, j: n + 1 };
      });
      return [{ q: "b", l: k + 1, i }, ...weights];
    }),
  );
  return all.filter((seed) => refExists(network, refOfSeed(seed)));
}

/** Whether the neurons of a number are still there, side by side as they were. */
function isKept({ q, l, i, j }: Ref, moves: Track): boolean {
  const neuron = moves.neuron(l, i);
  if (q !== "w") return neuron !== null && (neuron.l === 1) === (l === 1);
  const lower = moves.neuron(l - 1, j);
  return neuron !== null && lower !== null && neuron.l === lower.l + 1;
}

const STRUCTURAL = new Set([
  "addNeuron",
  "addLayer",
  "moveNeuron",
  "remove",
  "resizeLayer",
  "clear",
]);
const structural = anyCommand.filter(({ type }) => STRUCTURAL.has(type));

property.prop([anyNetwork(), structural])(
  "after any change of structure θ is the same number, or the first where it is gone",
  (network, command) => {
    const before: Session = { rev: 1, network, parked: null };
    const changed = reduce(before, command).network;
    const moves = track(before, command);
    const strayed: string[] = [];
    for (const seed of seedsOf(before)) {
      const old = refOfSeed(seed);
      const { forward } = trackWhereabouts({ ...HERE, forward: seed }, moves);
      const shown = seedOf({ tab: "forward", forward }, changed);
      if (shown === null) continue;
      const now = refOfSeed(shown);
      const followed = isKept(old, moves) && refExists(changed, refOfSeed(forward as Seed));
      const same = followed
        ? shown === forward && Object.is(editableValue(network, old), editableValue(changed, now))
        : shown !== forward && writeForward(shown) === writeForward(firstSeed(changed));
      if (!same) strayed.push(`${writeForward(seed)} ${writeForward(shown)}`);
    }
    expect(strayed).toEqual([]);
  },
);

property.prop([anyNetwork(), structural, fc.nat(), fc.nat(), fc.nat()])(
  "after any change of structure a place and an entry are the same neurons where these are kept",
  (network, command, p, q, r) => {
    const { sizes, L } = network.layout;
    const moves = track({ rev: 1, network, parked: null }, command);
    const l = 2 + (p % (L - 1));
    const old = { l, i: 1 + (q % sizes[l - 1]), j: 1 + (r % sizes[l - 2]) };
    const entry = { i: 1 + (q % sizes[L - 1]), j: 1 + (r % sizes[0]) };
    const found = trackWhereabouts({ ...HERE, place: old, entry }, moves);
    const [neuron, lower] = [moves.neuron(l, old.i), moves.neuron(l - 1, old.j)];
    if (neuron !== null) expect(found.place).toMatchObject(neuron);
    if (isKept(ref("w", l, old.i, old.j), moves)) expect(found.place!.j).toBe(lower!.i);
    const output = moves.output(entry.i);
    const input = moves.neuron(1, entry.j);
    if (output !== null) expect(found.entry.i).toBe(output);
    if (input?.l === 1) expect(found.entry.j).toBe(input.i);
  },
);
