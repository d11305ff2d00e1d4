/** What of the view names parts of the network: it goes along with them when the network changes. */
import { LIMITS } from "../engine/layout.ts";
import type { Seed } from "../engine/tangent.ts";
import { recursionOf, refOfSeed, seedOfRef, type ForwardChoice } from "./forward.ts";
import type { ChosenPlace } from "./selection.ts";
import type { View } from "./session.ts";
import { trackAddress, trackRef, type Track } from "./track.ts";

/** The step with the size of steps, θ or the layer of part (b), and places that were chosen. */
export type Whereabouts = Pick<
  View,
  "at" | "by" | "forward" | "place" | "merge" | "path" | "entry"
>;

export function whereaboutsOf(view: Whereabouts): Whereabouts {
  const { at, by, forward, place, merge, path, entry } = view;
  return { at, by, forward, place, merge, path, entry };
}

/**
 * The same whereabouts after a command. Where a place is gone it is the one with the same numbers,
 * or the nearest; a θ that is gone is none, and a path of the old network is none of the new one.
 */
export function trackWhereabouts(
  { at, by, forward, place, merge, entry }: Whereabouts,
  moves: Track,
): Whereabouts {
  const input = moves.neuron(1, entry.j);
  return {
    at: trackAddress(at, moves),
    by,
    forward: trackForward(forward, moves),
    place: place && trackPlace(place, moves),
    merge: merge && (moves.layer(merge) ?? merge),
    path: null,
    entry: { i: moves.output(entry.i) ?? entry.i, j: input?.l === 1 ? input.i : entry.j },
  };
}

/** No network has it: what is shown in its place is no choice of the person's (`existingForward`). */
const GONE: Seed = { q: "x", i: LIMITS.neurons + 1 };

function trackForward(choice: ForwardChoice, moves: Track): ForwardChoice {
  if (typeof choice !== "string") {
    const moved = trackRef(refOfSeed(choice), moves);
    return (moved && seedOfRef(moved)) ?? GONE;
  }
  const { name, layer } = recursionOf(choice);
  return layer === null ? name : `${name}.${moves.layer(layer) ?? layer}`;
}

function trackPlace({ l, i, j }: ChosenPlace, moves: Track): ChosenPlace {
  const neuron = moves.neuron(l, i);
  if (neuron === null) return { l: moves.layer(l) ?? l, i, j };
  const from = j === 0 ? null : moves.neuron(l - 1, j);
  return { ...neuron, j: from?.l === neuron.l - 1 ? from.i : 0 };
}
