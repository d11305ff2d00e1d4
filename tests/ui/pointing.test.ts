import { expect, test } from "vitest";
import { matchesRef } from "../../src/engine/ref.ts";
import { placesOf } from "../../src/ui/pointing.ts";

test("a neuron is lit by any of its numbers", () => {
  for (const q of ["a", "z", "s", "d"]) {
    expect(placesOf(`${q}.2.1`)).toContain("a.2.1");
    expect(placesOf(`${q}.2.1`)[0]).toBe(`${q}.2.1`);
  }
});

test("an edge is lit by its weight, gradient and new weight, and by a pattern that fits it", () => {
  expect(placesOf("gw.3.2.1")).toContain("w.3.2.1");
  expect(placesOf("nw.3.2.1")).toContain("w.3.2.1");
  expect(placesOf("gw.3.*.1").some((pattern) => matchesRef(pattern, "w.3.2.1"))).toBe(true);
  expect(placesOf("gw.3.*.1").some((pattern) => matchesRef(pattern, "w.3.2.2"))).toBe(false);
});

test("several keys stand for the places of each of them", () => {
  const places = placesOf("a.1.2 w.3.2.1 E");
  expect(places).toEqual([...placesOf("a.1.2"), ...placesOf("w.3.2.1"), "E"]);
});

test("E, targets and nothing stand for themselves", () => {
  expect(placesOf("E")).toEqual(["E"]);
  expect(placesOf("t.1")).toEqual(["t.1"]);
  expect(placesOf(null)).toEqual([]);
});
