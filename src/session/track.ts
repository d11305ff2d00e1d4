/** Where neurons, and whatever is named after them, stand after a command. */
import type { Layout } from "../engine/layout.ts";
import type { Ref } from "../engine/ref.ts";
import { START, type Address } from "../steps/address.ts";
import { columnsAfter, columnsOf, type Column } from "./columns.ts";
import type { Command, Neuron } from "./command.ts";
import { refusalOf } from "./refusal.ts";
import type { Session } from "./session.ts";

/** Old places to new ones; null where something is gone. */
export interface Track {
  readonly neuron: (l: number, i: number) => Neuron | null;
  readonly layer: (l: number) => number | null;
  /** For t_i: null also where the neuron is no output any more. */
  readonly output: (i: number) => number | null;
}

/**
 * What becomes of the neurons of a session when it is reduced by the command. A refused command
 * moves nothing. Nothing of a network lives on in another one that is opened.
 */
export function track(before: Session, command: Command): Track {
  const { layout } = before.network;
  const isRefused = refusalOf(before, command) !== null;
  return trackOf(isRefused ? columnsOf(layout) : columnsOfCommand(layout, command), layout.L);
}

function columnsOfCommand(layout: Layout, command: Command): readonly Column[] {
  switch (command.type) {
    case "addNeuron":
    case "addLayer":
    case "moveNeuron":
    case "remove":
    case "resizeLayer":
    case "clear":
      return columnsAfter(layout, command);
    case "open":
      return [];
    default:
      return columnsOf(layout);
  }
}

function trackOf(columns: readonly Column[], oldL: number): Track {
  const places = new Map<string, Neuron>();
  columns.forEach(({ neurons }, k) =>
    neurons.forEach((old, n) => {
      if (old !== null) places.set(`${old.l}.${old.i}`, { l: k + 1, i: n + 1 });
    }),
  );
  const neuron: Track["neuron"] = (l, i) => places.get(`${l}.${i}`) ?? null;
  return {
    neuron,
    layer: (l) => {
      const k = columns.findIndex(({ from }) => from === l);
      return k < 0 ? null : k + 1;
    },
    output: (i) => {
      const place = neuron(oldL, i);
      return place?.l === columns.length ? place.i : null;
    },
  };
}

/**
 * A step's address after the command: that of the same neuron, layer or product. Where its product
 * is gone it is the neuron's step, where its neuron is gone the step at the same place of its layer,
 * if there is such a one (`stepOf` takes the nearest). In the input layer there is nothing to
 * compute but the start.
 */
export function trackAddress(at: Address, moves: Track): Address {
  if (at.l === 0) return at.i === 0 ? at : { ...at, i: moves.output(at.i) ?? 0 };
  const neuron = at.i === 0 ? null : moves.neuron(at.l, at.i);
  const l = neuron?.l ?? moves.layer(at.l) ?? at.l;
  if (l < 2) return START;
  if (neuron === null) return { ...at, l, j: 0 };
  return { ...at, l, i: neuron.i, j: trackProduct(at, l, moves) };
}

/** The product's neuron, if it is still on the side of the new layer l that it was on. */
function trackProduct(at: Address, l: number, moves: Track): number {
  if (at.j === 0) return 0;
  const side = at.kind === "d" ? 1 : -1;
  const other = moves.neuron(at.l + side, at.j);
  return other?.l === l + side ? other.i : 0;
}

/**
 * The same number after the command; null if it is gone. x_i is given and a_i computed, so neither
 * becomes the other where a neuron enters or leaves the input layer. Whether a weight's edge is
 * still drawn is not asked here (`refExists`).
 */
export function trackRef(r: Ref, moves: Track): Ref | null {
  switch (r.q) {
    case "E":
    case "nE":
    case "eta":
      return r;
    case "t": {
      const i = moves.output(r.i);
      return i === null ? null : { ...r, i };
    }
    case "w":
    case "gw":
    case "nw": {
      const upper = moves.neuron(r.l, r.i);
      const lower = moves.neuron(r.l - 1, r.j);
      if (upper === null || lower === null || upper.l !== lower.l + 1) return null;
      return { ...r, l: upper.l, i: upper.i, j: lower.i };
    }
    default: {
      const neuron = moves.neuron(r.l, r.i);
      if (neuron === null || (neuron.l === 1) !== (r.l === 1)) return null;
      return { ...r, ...neuron };
    }
  }
}
