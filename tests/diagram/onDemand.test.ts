import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import { weightIndex } from "../../src/engine/layout.ts";
import type { Network } from "../../src/engine/network.ts";
import { LabelPlacer, type Wanted } from "../../src/diagram/onDemand.ts";
import type { PlacedLabel } from "../../src/diagram/overlay.ts";
import { composeScene, edgesInto } from "../../src/diagram/scene.ts";
import { whenResting } from "../../src/diagram/whenResting.ts";
import { createPlan, stepOf } from "../../src/steps/plan.ts";
import { plainNetwork } from "./networks.ts";

const SIZES = [12, 12, 12];

function asked(address: { kind: "z" | "d"; l: number; i: number }): {
  network: Network;
  wanted: Wanted;
  placer: LabelPlacer;
} {
  const network = plainNetwork(SIZES);
  const trace = computeTrace(network, 1);
  const scene = composeScene(
    { sizes: SIZES, width: 880, height: 690, digits: 4, captions: SIZES.map(() => "σ = tanh") },
    trace,
    3,
  );
  const edges = SIZES.slice(1).flatMap((_, k) => edgesInto(scene.stage, trace, k + 2));
  const bySlot = new Map(edges.map((edge) => [edge.slot, edge]));
  const plan = createPlan(trace, "neuron");
  const wanted: Wanted = {
    scene,
    trace,
    format: { digits: 4 },
    plan,
    n: stepOf(plan, { ...address, j: 0 }),
    lit: new Set(),
    hovered: null,
    selected: null,
  };
  return { network, wanted, placer: new LabelPlacer((slot) => bySlot.get(slot)) };
}

const places = (labels: ReturnType<LabelPlacer["place"]>) => labels.map(({ at }) => at);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("labels on demand", () => {
  test("are those of the step's edges, in its tone", () => {
    const { wanted, placer } = asked({ kind: "d", l: 2, i: 3 });
    const labels = placer.place(wanted);
    expect(labels.length).toBeGreaterThan(3);
    for (const { edge, on, weight } of labels) {
      expect([edge.l, edge.j, on]).toEqual([3, 3, "d"]);
      expect(weight).toBe(wanted.trace.w[edge.slot]);
    }
  });

  test("placed ahead are the same as placed when they are wanted", async () => {
    const { wanted, placer } = asked({ kind: "z", l: 3, i: 2 });
    const next = { ...wanted, n: wanted.n + 1 };
    const heard: (readonly PlacedLabel[])[] = [];
    placer.prepare(
      whenResting,
      () => next,
      (labels) => heard.push(labels),
    );
    expect(heard).toEqual([]);
    await vi.advanceTimersByTimeAsync(500);
    const ahead = placer.place({ ...next });
    expect(heard).toEqual([ahead]);
    expect(heard[0]).toBe(ahead);
    expect(placer.place({ ...next })).toBe(ahead);
    const { placer: other } = asked({ kind: "z", l: 3, i: 2 });
    expect(ahead).toEqual(other.place(next));
    // Anything else that they depend on has them placed anew.
    const lit = placer.place({ ...next, lit: new Set(["w.3.3.1"]) });
    expect(lit[0]).toMatchObject({ lit: true, edge: { l: 3, i: 3, j: 1 } });
  });

  test("stay where they are while one of them is pointed at", () => {
    const { wanted, placer } = asked({ kind: "z", l: 3, i: 2 });
    const before = placer.place(wanted);
    for (const { edge } of before) {
      const key = `w.${edge.l}.${edge.i}.${edge.j}`;
      const pointed = placer.place({ ...wanted, hovered: key, lit: new Set([key]) });
      expect(places(pointed)).toEqual(places(before));
      expect(pointed.filter(({ lit }) => lit)).toMatchObject([{ edge }]);
    }
  });

  test("give way to that of another edge that is pointed at, and stay else", () => {
    const { wanted, placer } = asked({ kind: "z", l: 3, i: 2 });
    const before = placer.place(wanted);
    for (let j = 1; j <= 12; j++) {
      const key = `w.3.9.${j}`;
      const labels = placer.place({ ...wanted, hovered: key, lit: new Set([key]) });
      const own = labels.filter(({ lit }) => lit);
      expect(own).toMatchObject([{ edge: { l: 3, i: 9, j }, on: null }]);
      const others = labels.filter(({ lit }) => !lit);
      expect(before).toEqual(expect.arrayContaining(others));
      expect(others.length).toBeGreaterThanOrEqual(before.length - 3);
    }
  });

  test("stay where they are for weights as wide, and show those; wider ones move them", () => {
    const { network, wanted, placer } = asked({ kind: "z", l: 3, i: 2 });
    const before = placer.place(wanted);
    const slot = weightIndex(network.layout, 3, 2, 1);
    const withWeight = (weight: number): Wanted => ({
      ...wanted,
      trace: computeTrace({ ...network, w: network.w.with(slot, weight) }, 2),
    });
    const another = network.w[slot] < 0 ? -0.37 : 0.37;
    expect(String(another)).toHaveLength(String(network.w[slot]).length);
    const same = placer.place(withWeight(another));
    // The same places, not only equal ones: none has been looked for.
    places(same).forEach((at, k) => expect(at).toBe(before[k].at));
    expect(same.find(({ edge }) => edge.slot === slot)!.weight).toBe(another);
    const { placer: fresh } = asked({ kind: "z", l: 3, i: 2 });
    const wide = withWeight(-1234.5);
    expect(placer.place(wide)).toEqual(fresh.place(wide));
  });
});
