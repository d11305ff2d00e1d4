import { expect, it } from "vitest";
import { createLayout } from "../../src/engine/layout.ts";
import { parseRefKey, refKey } from "../../src/engine/ref.ts";
import { EMPTY_NETWORK } from "../../src/session/blank.ts";
import type { Command } from "../../src/session/command.ts";
import type { Session } from "../../src/session/session.ts";
import { track, trackAddress, trackRef } from "../../src/session/track.ts";
import { parseAddress, writeAddress } from "../../src/steps/address.ts";

const layout = createLayout([2, 3, 2]);
const session: Session = {
  rev: 1,
  network: {
    ...EMPTY_NETWORK,
    layout,
    activations: ["tanh", "tanh"],
    w: new Float64Array(layout.weights),
    b: new Float64Array(layout.neurons),
    x: new Float64Array(2),
    t: new Float64Array(2),
  },
  parked: null,
};

const NEURON_ABOVE: Command = { type: "addNeuron", l: 2, at: 1, connected: true };
const LAYER_BETWEEN: Command = { type: "addLayer", l: 2, size: 1, connected: true };
const SECOND_GONE: Command = { type: "remove", items: [{ kind: "neuron", l: 2, i: 2 }] };
const HIDDEN_GONE: Command = { type: "remove", items: [{ kind: "layer", l: 2 }] };
const TO_INPUT: Command = { type: "moveNeuron", l: 2, i: 3, to: { l: 1, at: 1 } };
const LAYER_BEHIND: Command = { type: "addLayer", l: 4, size: 1, connected: true };
const REFUSED: Command = { type: "addNeuron", l: 2, at: 9, connected: true };
const OUTPUTS_SWAPPED: Command = { type: "moveNeuron", l: 3, i: 1, to: { l: 3, at: 2 } };

it.each<[string, Command, string]>([
  ["d2.2", NEURON_ABOVE, "d2.3"],
  ["d2.2.1", NEURON_ABOVE, "d2.3.1"],
  ["z3.1.2", NEURON_ABOVE, "z3.1.3"],
  ["gw3.2.3", NEURON_ABOVE, "gw3.2.4"],
  ["d3.2", LAYER_BETWEEN, "d4.2"],
  ["z2", LAYER_BETWEEN, "z3"],
  ["z2.1.2", LAYER_BETWEEN, "z3.1"],
  ["a2.3", SECOND_GONE, "a2.2"],
  ["a2.2", SECOND_GONE, "a2.2"],
  ["z3.1.2", SECOND_GONE, "z3.1"],
  ["d3.1", HIDDEN_GONE, "d2.1"],
  ["d3", HIDDEN_GONE, "d2"],
  ["a2.3", TO_INPUT, "x"],
  ["E.1", OUTPUTS_SWAPPED, "E.2"],
  ["E.1", LAYER_BEHIND, "E"],
  ["tE.1", OUTPUTS_SWAPPED, "tE.2"],
  ["tE.1", LAYER_BEHIND, "tE"],
  ["tz3.1.2", NEURON_ABOVE, "tz3.1.3"],
  ["tz3.1.2", SECOND_GONE, "tz3.1"],
  ["E", LAYER_BEHIND, "E"],
  ["d2.1.2", OUTPUTS_SWAPPED, "d2.1.1"],
  ["u", HIDDEN_GONE, "u"],
  ["d2.2", REFUSED, "d2.2"],
  ["d2.2", { type: "setLoss", loss: "ce" }, "d2.2"],
])("the step %s goes along with %o", (at, command, expected) => {
  const moved = trackAddress(parseAddress(at)!, track(session, command));
  expect(writeAddress(moved)).toBe(expected);
});

it.each<[string, Command, string | null]>([
  ["w.2.2.1", NEURON_ABOVE, "w.2.3.1"],
  ["w.3.1.2", NEURON_ABOVE, "w.3.1.3"],
  ["w.2.1.1", LAYER_BETWEEN, null],
  ["w.3.1.1", LAYER_BETWEEN, "w.4.1.1"],
  ["b.2.2", SECOND_GONE, null],
  ["b.2.3", TO_INPUT, null],
  ["a.1.2", TO_INPUT, "a.1.3"],
  ["t.1", OUTPUTS_SWAPPED, "t.2"],
  ["t.1", LAYER_BEHIND, null],
  ["eta", HIDDEN_GONE, "eta"],
  ["b.2.1", { type: "clear" }, null],
  ["b.2.1", { type: "open", network: session.network }, null],
])("the number %s goes along with %o", (key, command, expected) => {
  const moved = trackRef(parseRefKey(key)!, track(session, command));
  expect(moved === null ? null : refKey(moved)).toBe(expected);
});
