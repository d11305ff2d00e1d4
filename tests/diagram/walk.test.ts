import { describe, expect, test } from "vitest";
import { createWalk, step, stopFor } from "../../src/diagram/walk.ts";
import { createLayout } from "../../src/engine/layout.ts";
import { ref, refKey, type Ref } from "../../src/engine/ref.ts";
import { sceneOf } from "./networks.ts";

const sizes = [2, 3, 1];
const { stage, places } = sceneOf(sizes);
const shape = { layout: createLayout(sizes), mask: null };
const walk = createWalk(stage, shape, (slot) => places?.get(slot) ?? null);

describe("walking by keyboard", () => {
  test("starts at the first input", () => {
    expect(step(walk, null, "down")).toEqual(ref("a", 1, 1));
  });

  test("reaches every neuron, bias, edge, target and E", () => {
    const seen = new Set<string>();
    const queue: Ref[] = [step(walk, null, "right")!];
    while (queue.length > 0) {
      const here = queue.pop()!;
      if (seen.has(refKey(here))) continue;
      seen.add(refKey(here));
      for (const way of ["left", "right", "up", "down"] as const)
        queue.push(step(walk, here, way)!);
    }
    // 6 neurons, 4 biases, 9 edges, 1 target, E.
    expect(seen.size).toBe(6 + 4 + 9 + 1 + 1);
  });

  test("goes down a column in the order it is drawn, and stops at its end", () => {
    const column = ["a.2.1", "b.2.1", "a.2.2", "b.2.2", "a.2.3", "b.2.3", "b.2.3"];
    let here = ref("a", 2, 1);
    for (const key of column) {
      expect(refKey(here)).toBe(key);
      here = step(walk, here, "down")!;
    }
  });

  test("goes sideways to what is nearest in height", () => {
    const edge = step(walk, ref("a", 2, 2), "right")!;
    expect(refKey(edge)).toBe("w.3.1.2");
    expect(refKey(step(walk, edge, "right")!)).toBe("a.3.1");
    expect(refKey(step(walk, ref("a", 3, 1), "right")!)).toBe("t.1");
    expect(refKey(step(walk, ref("t", 0, 1), "right")!)).toBe("t.1");
  });

  test("takes a quantity for the thing it belongs to", () => {
    expect(refKey(stopFor(ref("gw", 2, 1, 1)))).toBe("w.2.1.1");
    expect(refKey(stopFor(ref("nb", 2, 1)))).toBe("b.2.1");
    expect(refKey(stopFor(ref("d", 2, 1)))).toBe("a.2.1");
    expect(refKey(stopFor(ref("nE")))).toBe("E");
  });

  test("begins anew where the thing is gone", () => {
    expect(step(walk, ref("a", 9, 1), "left")).toEqual(ref("a", 1, 1));
  });
});
