import { ref, type Ref } from "../engine/ref.ts";
import { neuronIndex, weightIndex } from "../engine/layout.ts";
import type { Network } from "../engine/network.ts";
import type { ItemId } from "../homework/ids.ts";
import type { Address } from "../steps/address.ts";
import type { Granularity } from "../steps/plan.ts";
import type { Neuron } from "./command.ts";
import type { ForwardChoice } from "./forward.ts";
import type { Selection } from "./selection.ts";

export type { Command } from "./command.ts";

/** The work: the network with its numbers. `rev` grows with every change of it. */
export interface Session {
  readonly rev: number;
  readonly network: Network;
  /**
   * The weights of removed edges, in the layout's weight slots, for when they are drawn again; NaN
   * where there is none; null if there is none at all.
   */
  readonly parked: Float64Array | null;
  /** What neurons had that are no neighbours any more, for when they are again; absent if nothing. */
  readonly parted?: readonly Parted[];
}

/** Two neurons that were in neighbouring layers, by where they are now. */
export interface Parted {
  readonly upper: Neuron;
  readonly lower: Neuron;
  readonly isEdge: boolean;
  /** That of the edge, or the parked one; NaN where there is none. */
  readonly weight: number;
}

/** What commands change. All of it goes by the same layout. */
export type Work = Pick<Session, "network" | "parked" | "parted">;

export type Lang = "en" | "zh";
/** `null` follows the system. */
export type Theme = "paper" | "slate" | null;

/** What the board can show, in the order of its tabs; `view` in links. */
export const TABS = ["step", "numbers", "derivation", "forward", "jacobian", "check"] as const;
export type Tab = (typeof TABS)[number];

/** A statement of the sheet, or what the derivation shows besides it. */
export type Passage = ItemId | "unfold" | "paths";

/** Where the person is and how they look at the work; nothing here changes a number. */
export interface View extends Selection {
  /**
   * The step by meaning, as it was last chosen. It is kept when the granularity or the network
   * changes, and resolved against the plan where a step number is needed.
   */
  readonly at: Address;
  readonly by: Granularity;
  /** What the board shows. */
  readonly tab: Tab;
  /** What of the derivation was opened last; null for its beginning. */
  readonly eq: Passage | null;
  /** What the tab of part (b) shows. */
  readonly forward: ForwardChoice;
  readonly lang: Lang;
  readonly theme: Theme;
  readonly digits: number;
}

/** A number a person can change: w, b, t, η, or x (which is `a` with l = 1). */
export function isEditable(r: Ref): boolean {
  return (
    r.q === "w" ||
    r.q === "t" ||
    r.q === "eta" ||
    (r.q === "b" && r.l >= 2) ||
    (r.q === "a" && r.l === 1)
  );
}

/** The number the Session holds for an editable Ref. */
export function editableValue(network: Network, r: Ref): number {
  switch (r.q) {
    case "w":
      return network.w[weightIndex(network.layout, r.l, r.i, r.j)];
    case "b":
      return network.b[neuronIndex(network.layout, r.l, r.i)];
    case "t":
      return network.t[r.i - 1];
    case "a":
      return network.x[r.i - 1];
    case "eta":
      return network.eta;
    default:
      throw new RangeError(`${r.q} is computed, not given`);
  }
}

export const ETA = ref("eta");
