/** From the keys of numbers to the things of the drawing that stand for them. Pure. */
import { weightIndex } from "../engine/layout.ts";
import { matchesRef, parseRefKey } from "../engine/ref.ts";
import type { Trace } from "../engine/trace.ts";
import type { EdgeAt } from "./emphasis.ts";

/** The keys of drawn things that the patterns name, in the patterns' order. */
export function resolve(
  patterns: readonly string[],
  drawn: () => Iterable<string>,
): ReadonlySet<string> {
  const keys = new Set<string>();
  const all = patterns.some((pattern) => pattern.includes("*")) ? [...drawn()] : [];
  for (const pattern of patterns) {
    const place = placeOf(pattern);
    if (!place.includes("*")) keys.add(place);
    else for (const key of all) if (matchesRef(place, key)) keys.add(key);
  }
  return keys;
}

/** A gradient or updated value is lit where its parameter stands, σ', ż and ȧ at their neuron. */
function placeOf(pattern: string): string {
  return pattern
    .replace(/^[gn](?=[wbE](\.|$))/, "")
    .replace(/^(?:s|tz|ta)(?=\.)/, "a")
    .replace(/^tE$/, "E");
}

/** The weight slot of an edge. */
export function slotOf(trace: Trace, { l, i, j }: EdgeAt): number {
  return weightIndex(trace.layout, l, i, j);
}

/** The weight slot of the edge a key names; null if it names none. */
export function slotOfKey(trace: Trace, key: string | null): number | null {
  if (key === null || !key.startsWith("w.")) return null;
  const r = parseRefKey(key);
  return r && slotOf(trace, r);
}
