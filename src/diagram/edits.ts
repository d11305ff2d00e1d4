/** What drawing on the stage asks for. The page makes commands of it. */
import type { Ref } from "../engine/ref.ts";

export interface NeuronAt {
  readonly l: number;
  readonly i: number;
}

/** What can be picked: a neuron, the edge from neuron j of layer l − 1 to neuron i of l, a layer. */
export type Item =
  | { readonly kind: "neuron"; readonly l: number; readonly i: number }
  | { readonly kind: "edge"; readonly l: number; readonly i: number; readonly j: number }
  | { readonly kind: "layer"; readonly l: number };

/**
 * A change of the network's structure. `at` is the number the neuron has in its layer afterwards;
 * a new layer gets the index `l` (or `newLayer`) among the layers there were before.
 */
export type Edit =
  | {
      readonly type: "addNeuron";
      readonly l: number;
      readonly at: number;
      readonly connected: boolean;
    }
  | {
      readonly type: "addLayer";
      readonly l: number;
      readonly size: number;
      readonly connected: boolean;
    }
  | {
      readonly type: "moveNeuron";
      readonly l: number;
      readonly i: number;
      readonly to: { readonly l: number; readonly at: number } | { readonly newLayer: number };
    }
  | { readonly type: "connect"; readonly from: NeuronAt; readonly to: NeuronAt }
  | { readonly type: "connectFully"; readonly neurons: readonly NeuronAt[] };

/** What a drawing that is drawn on tells the page. */
export interface DrawCallbacks {
  onEdit(edit: Edit): void;
  /** The picked things shall be exactly these. */
  onPick(items: readonly Item[]): void;
  /** A menu was asked for, for an item or the empty stage, at a point in client px. */
  onMenu(item: Item | null, clientX: number, clientY: number): void;
  /** A number that is of no item, a target or E, was clicked. */
  onNumber(ref: Ref): void;
  /** A connection was drawn that the notation has no place for. */
  onRefused(from: NeuronAt, to: NeuronAt): void;
}

export function sameItem(p: Item, q: Item): boolean {
  if (p.kind !== q.kind || p.l !== q.l) return false;
  if (p.kind === "layer") return true;
  if (p.kind === "neuron") return p.i === (q as typeof p).i;
  return p.i === (q as typeof p).i && p.j === (q as typeof p).j;
}

export function sameNeuron(p: NeuronAt, q: NeuronAt): boolean {
  return p.l === q.l && p.i === q.i;
}
