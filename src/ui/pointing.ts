import { matchesRef } from "../engine/ref.ts";

/**
 * All keys that stand for the same place as a pointed-at one, the key itself first: a neuron is
 * lit by any of its own numbers, an edge by its weight, its gradient and its updated weight. A
 * pattern (`w.3.*.1`) stands for each of the keys it fits. Several keys have a space between them.
 */
export function placesOf(keys: string | null): readonly string[] {
  return keys === null ? [] : keys.split(" ").flatMap(placesOfOne);
}

function placesOfOne(key: string): readonly string[] {
  const quantity = key.slice(0, key.indexOf("."));
  const rest = key.slice(key.indexOf(".") + 1);
  if (EDGE.includes(quantity)) return siblings(key, EDGE, rest);
  if (NEURON.includes(quantity)) return siblings(key, NEURON, rest);
  if (BIAS.includes(quantity)) return siblings(key, BIAS, rest);
  return [key];
}

const EDGE = ["w", "gw", "nw"];
const NEURON = ["a", "z", "s", "d", "tz", "ta"];
const BIAS = ["b", "gb", "nb"];

function siblings(key: string, family: readonly string[], rest: string): readonly string[] {
  return [key, ...family.map((q) => `${q}.${rest}`).filter((other) => other !== key)];
}

/** The key of the quantity an element is part of, or null. */
export function keyUnder(target: EventTarget): string | null {
  const place = target instanceof Element ? target.closest("[data-ref]") : null;
  return place?.getAttribute("data-ref") ?? null;
}

/** Lights the elements that stand for one of the places, and no others. */
export function lightPlaces(root: ParentNode | null, places: readonly string[]): void {
  for (const element of root?.querySelectorAll<HTMLElement>("[data-ref]") ?? []) {
    const key = element.dataset["ref"] ?? "";
    const isLit = places.some((place) => matchesRef(place, key) || matchesRef(key, place));
    if (isLit !== "lit" in element.dataset) element.toggleAttribute("data-lit", isLit);
  }
}
