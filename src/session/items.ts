/** Between the parts of a drawing and the numbers that stand there. Pure. */
import { ref, type Ref } from "../engine/ref.ts";
import type { Item, Neuron } from "./command.ts";

/** The part of the network a number belongs to; targets and E belong to none. */
export function itemOf({ q, l, i, j }: Ref): Item | null {
  switch (q) {
    case "w":
      return { kind: "edge", l, i, j };
    case "a":
    case "b":
      return { kind: "neuron", l, i };
    default:
      return null;
  }
}

/** The neuron a walk stands at, if it stands at one or at its bias. */
export function neuronOf(r: Ref | null): Neuron | null {
  return r !== null && (r.q === "a" || r.q === "b") ? { l: r.l, i: r.i } : null;
}

/** Where the walk stands at an item; a layer is stood at by its first neuron. */
export function placeOf(item: Item): Ref {
  switch (item.kind) {
    case "edge":
      return ref("w", item.l, item.i, item.j);
    case "neuron":
      return ref("a", item.l, item.i);
    case "layer":
      return ref("a", item.l, 1);
  }
}

/** The number of an item that can be typed: its weight, input or bias. */
export function numberOf(item: Item): Ref | null {
  if (item.kind === "layer") return null;
  if (item.kind === "edge") return placeOf(item);
  return item.l === 1 ? placeOf(item) : ref("b", item.l, item.i);
}

export function sameItem(p: Item, q: Item): boolean {
  if (p.kind === "layer" || q.kind === "layer") return p.kind === q.kind && p.l === q.l;
  if (p.kind !== q.kind || p.l !== q.l || p.i !== q.i) return false;
  return p.kind === "neuron" || p.j === (q as typeof p).j;
}

export function isAmong(items: readonly Item[], item: Item): boolean {
  return items.some((other) => sameItem(other, item));
}

export type KindCounts = readonly (readonly [kind: Item["kind"], count: number])[];

/** How many of each kind are among the items, the largest kind first, those without any left out. */
export function countKinds(items: readonly Item[]): KindCounts {
  return (["layer", "neuron", "edge"] as const)
    .map((kind) => [kind, items.filter((item) => item.kind === kind).length] as const)
    .filter(([, count]) => count > 0);
}

/** What all of the items are; null where they are of different kinds, or none. */
export function kindOf(items: readonly Item[]): Item["kind"] | null {
  const first = items.at(0)?.kind ?? null;
  return items.every(({ kind }) => kind === first) ? first : null;
}
