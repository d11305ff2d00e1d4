import { expect, it } from "vitest";
import { parseRefKey } from "../../src/engine/ref.ts";
import { nameOf } from "../../src/session/names.ts";

it.each([
  ["w.3.2.1", "w₂₁⁽³⁾"],
  ["w.12.10.3", "w₁₀,₃⁽¹²⁾"],
  ["b.2.1", "b₁⁽²⁾"],
  ["a.1.2", "x₂"],
  ["t.1", "t₁"],
  ["eta", "η"],
])("calls %s %s", (key, symbol) => {
  const ref = parseRefKey(key)!;
  expect(nameOf({ type: "setValue", ref, value: 1 })).toEqual({ code: "setValue", ref, symbol });
});

it("says what kind of things were removed", () => {
  const neuron = { kind: "neuron", l: 2, i: 1 } as const;
  const edge = { kind: "edge", l: 2, i: 1, j: 1 } as const;
  const name = (...items: (typeof neuron | typeof edge)[]) => nameOf({ type: "remove", items });
  expect(name(neuron, neuron)).toEqual({ code: "remove", kind: "neuron", count: 2 });
  expect(name(neuron, edge)).toEqual({ code: "remove", kind: null, count: 2 });
});
