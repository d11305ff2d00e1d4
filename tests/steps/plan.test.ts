import { describe, expect, it } from "vitest";
import { fc, test } from "@fast-check/vitest";
import { createLayout, LIMITS } from "../../src/engine/layout.ts";
import { edgeExists, type Shape } from "../../src/engine/trace.ts";
import {
  address,
  parseAddress,
  sameAddress,
  START,
  writeAddress,
} from "../../src/steps/address.ts";
import {
  createPlan,
  GRANULARITIES,
  PHASES,
  phaseOf,
  phaseStep,
  stepAt,
  stepOf,
  type Granularity,
  type Plan,
} from "../../src/steps/plan.ts";
import { anyNetwork } from "../session/networks.ts";

const shapeOf = (sizes: readonly number[], mask: Uint8Array | null = null): Shape => ({
  layout: createLayout(sizes),
  activations: sizes.slice(1).map(() => "sigmoid" as const),
  loss: "l2",
  mask,
});

const mazur = shapeOf([2, 2, 2]);
const anyShape: fc.Arbitrary<Shape> = anyNetwork(fc.constant(1));
const anyBy = fc.constantFrom(...GRANULARITIES);

function addresses(plan: Plan): string[] {
  return Array.from({ length: plan.length + 1 }, (_, n) => writeAddress(stepAt(plan, n)));
}

/** 1 … n. */
function each(n: number): number[] {
  return Array.from({ length: n }, (_, k) => k + 1);
}

/** The address of the step that stands for an address in the plan of a shape. */
function standsFor(shape: Shape, by: Granularity, text: string): string {
  const plan = createPlan(shape, by);
  return writeAddress(stepAt(plan, stepOf(plan, parseAddress(text)!)));
}

/** The steps of a shape listed from the definition of each granularity. */
function expected({ layout: { sizes, L }, mask, ...rest }: Shape, by: Granularity): string[] {
  const shape = { layout: createLayout(sizes), mask, ...rest };
  const list = ["x"];
  const products = (kind: "z" | "d" | "gw", l: number, i: number): string[] =>
    each(kind === "d" ? sizes[l] : sizes[l - 2])
      .filter((j) => (kind === "d" ? edgeExists(shape, l + 1, j, i) : edgeExists(shape, l, i, j)))
      .map((j) => `${kind}${l}.${i}.${j}`);
  const neurons = (kind: "z" | "a" | "d" | "gw" | "gb", l: number): void => {
    const hasEdges = each(sizes[l - 1]).some((i) => kind !== "gw" || products("gw", l, i).length);
    if (by === "layer" && hasEdges) list.push(`${kind}${l}`);
    if (by === "layer") return;
    for (const i of each(sizes[l - 1])) {
      const split = by === "term" && (kind === "z" || (kind === "d" && l < L));
      if ((kind === "z" || kind === "d" || kind === "gw") && (split || kind === "gw")) {
        list.push(...products(kind, l, i));
      }
      if (kind !== "gw") list.push(`${kind}${l}.${i}`);
    }
  };
  for (let l = 2; l <= L; l++) for (const kind of ["z", "a"] as const) neurons(kind, l);
  if (by === "term") list.push(...each(sizes[L - 1]).map((k) => `E.${k}`));
  list.push("E");
  for (let l = L; l >= 2; l--) neurons("d", l);
  for (let l = L; l >= 2; l--) for (const kind of ["gw", "gb"] as const) neurons(kind, l);
  list.push("u");
  return list;
}

describe("the plan of 2-2-2", () => {
  it("by layer", () => {
    expect(addresses(createPlan(mazur, "layer"))).toEqual(
      "x z2 a2 z3 a3 E d3 d2 gw3 gb3 gw2 gb2 u".split(" "),
    );
  });

  it("by neuron has 26 steps, the twelfth of them δ_1^(2)", () => {
    const plan = createPlan(mazur, "neuron");
    expect(plan.length).toBe(26);
    expect(stepAt(plan, 12)).toEqual(address("d", 2, 1));
    expect(addresses(plan).join(" ")).toBe(
      "x z2.1 z2.2 a2.1 a2.2 z3.1 z3.2 a3.1 a3.2 E d3.1 d3.2 d2.1 d2.2 " +
        "gw3.1.1 gw3.1.2 gw3.2.1 gw3.2.2 gb3.1 gb3.2 gw2.1.1 gw2.1.2 gw2.2.1 gw2.2.2 gb2.1 gb2.2 u",
    );
  });

  it("by term", () => {
    const plan = createPlan(mazur, "term");
    expect(addresses(plan).slice(0, 9).join(" ")).toBe(
      "x z2.1.1 z2.1.2 z2.1 z2.2.1 z2.2.2 z2.2 a2.1 a2.2",
    );
    // 8 products of z, 2 terms of E and 4 products of the hidden δ more than by neuron.
    expect(plan.length).toBe(26 + 14);
  });

  it("in phases", () => {
    const { phases } = createPlan(mazur, "neuron");
    expect(phases).toEqual([
      { phase: "forward", start: 1, count: 8 },
      { phase: "loss", start: 9, count: 1 },
      { phase: "backward", start: 10, count: 4 },
      { phase: "gradients", start: 14, count: 12 },
      { phase: "update", start: 26, count: 1 },
    ]);
  });
});

describe("any plan", () => {
  test.prop([anyShape, anyBy])("has exactly the steps of its granularity", (shape, by) => {
    expect(addresses(createPlan(shape, by))).toEqual(expected(shape, by));
  });

  test.prop([anyShape, anyBy])("finds every step again by its address", (shape, by) => {
    const plan = createPlan(shape, by);
    for (let n = 0; n <= plan.length; n++) expect(stepOf(plan, stepAt(plan, n))).toBe(n);
  });

  test.prop([anyShape, anyBy])("covers every step with one phase, in order", (shape, by) => {
    const { phases, length } = createPlan(shape, by);
    expect(phases.map(({ phase }) => phase)).toEqual(PHASES);
    let next = 1;
    for (const { start, count } of phases) {
      expect(start).toBe(next);
      next += count;
    }
    expect(next).toBe(length + 1);
  });

  test.prop([anyShape, anyBy, fc.integer()])("answers beyond its ends", (shape, by, n) => {
    const plan = createPlan(shape, by);
    const found = stepOf(plan, stepAt(plan, n));
    expect(found).toBe(Math.max(0, Math.min(plan.length, n)));
  });

  it("is looked up, not listed, at the largest network", () => {
    const sizes = [...Array<number>(5).fill(31), 32];
    const plan = createPlan(shapeOf(sizes), "term");
    const edges = 4 * 31 * 31 + 31 * 32;
    const neurons = 4 * 31 + 32;
    // z and gw: a step an edge, hidden δ: a step an edge behind layer 2; E: a step an output.
    const products = 2 * edges + (edges - 31 * 31) + 32;
    expect(plan.length).toBe(products + 4 * neurons + 1 + 1);
    expect(plan.runs.length).toBeLessThan(5 * LIMITS.layers);
    for (let n = 0; n <= plan.length; n += 7) expect(stepOf(plan, stepAt(plan, n))).toBe(n);
  });
});

describe("another granularity", () => {
  test.prop([anyShape, anyBy, anyBy, fc.nat()])(
    "keeps the layer and neuron, and comes back from a finer one",
    (shape, by, to, k) => {
      const plan = createPlan(shape, by);
      const n = k % (plan.length + 1);
      const at = stepAt(plan, n);
      const other = createPlan(shape, to);
      const there = stepAt(other, stepOf(other, at));
      // A layer without an edge has no ∂E/∂w to stand at, but always a ∂E/∂b.
      if (at.kind === "gw" && there.kind !== "gw") return;
      expect([there.kind, there.l]).toEqual([at.kind, at.l]);
      if (to !== "layer" && at.i > 0 && at.kind !== "E" && at.kind !== "gw") {
        expect(there.i).toBe(at.i);
      }
      expect(stepOf(plan, at)).toBe(n);
      if (GRANULARITIES.indexOf(to) > GRANULARITIES.indexOf(by)) {
        expect(stepOf(plan, there)).toBe(n);
      }
    },
  );

  it("stands at the step that completes a layer or neuron, or contains a product", () => {
    expect(standsFor(mazur, "neuron", "z2")).toBe("z2.2");
    expect(standsFor(mazur, "term", "z2")).toBe("z2.2");
    expect(standsFor(mazur, "term", "z2.1")).toBe("z2.1");
    expect(standsFor(mazur, "term", "E")).toBe("E");
    expect(standsFor(mazur, "neuron", "z2.1.2")).toBe("z2.1");
    expect(standsFor(mazur, "layer", "z2.1.2")).toBe("z2");
    expect(standsFor(mazur, "neuron", "E.1")).toBe("E");
    expect(standsFor(mazur, "neuron", "gw3.2")).toBe("gw3.2.2");
  });
});

describe("a step that is gone", () => {
  it("moves to the nearest neuron, layer and product", () => {
    expect(standsFor(mazur, "neuron", "d2.7")).toBe("d2.2");
    expect(standsFor(mazur, "neuron", "z9.1")).toBe("z3.1");
    expect(standsFor(mazur, "neuron", "z1.1")).toBe("z2.1");
    expect(standsFor(mazur, "term", "z2.1.9")).toBe("z2.1.2");
    expect(standsFor(mazur, "term", "E.5")).toBe("E.2");
    expect(standsFor(mazur, "term", "d3.1.1")).toBe("d3.1");
  });

  it("is none of a layer without edges, at any granularity", () => {
    const cut = shapeOf([2, 2, 1], Uint8Array.of(0, 0, 0, 0, 1, 1));
    for (const by of GRANULARITIES) {
      expect(addresses(createPlan(cut, by)).filter((at) => at.startsWith("gw2"))).toEqual([]);
    }
  });

  it("moves past missing edges", () => {
    // Layer 2: neuron 1 has its first edge only, neuron 2 has none.
    const shape = shapeOf([2, 2, 1], Uint8Array.of(1, 0, 0, 0, 1, 1));
    expect(standsFor(shape, "term", "z2.1.2")).toBe("z2.1.1");
    expect(standsFor(shape, "neuron", "gw2.1.2")).toBe("gw2.1.1");
    expect(standsFor(shape, "neuron", "gw2.2.1")).toBe("gw2.1.1");
    const bare = shapeOf([2, 2, 1], Uint8Array.of(0, 0, 0, 0, 1, 1));
    expect(standsFor(bare, "neuron", "gw2.2.1")).toBe("gb2.2");
    expect(standsFor(bare, "term", "z2.2.1")).toBe("z2.2");
  });

  test.prop([
    anyShape,
    anyBy,
    fc.record({
      kind: fc.constantFrom("z", "a", "d", "gw", "gb", "E", "u", "x" as const),
      l: fc.nat({ max: 99 }),
      i: fc.nat({ max: 99 }),
      j: fc.nat({ max: 99 }),
    }),
  ])("always leads to a step", (shape, by, at) => {
    const plan = createPlan(shape, by);
    const n = stepOf(plan, at);
    expect(Number.isInteger(n) && n >= 0 && n <= plan.length).toBe(true);
  });
});

describe("phases", () => {
  const plan = createPlan(mazur, "neuron");

  it("of each step", () => {
    expect([0, 1, 8, 9, 10, 13, 14, 25, 26].map((n) => phaseOf(plan, n))).toEqual([
      null,
      "forward",
      "forward",
      "loss",
      "backward",
      "backward",
      "gradients",
      "gradients",
      "update",
    ]);
  });

  it("are walked from first step to first step", () => {
    const walk = (n: number, direction: -1 | 1): number[] => {
      const stops = [];
      for (let at = n; ;) {
        const next = phaseStep(plan, at, direction);
        if (next === at) return stops;
        stops.push((at = next));
      }
    };
    expect(walk(0, 1)).toEqual([1, 9, 10, 14, 26]);
    expect(walk(26, -1)).toEqual([14, 10, 9, 1, 0]);
    expect(phaseStep(plan, 12, -1)).toBe(10);
    expect(phaseStep(plan, 12, 1)).toBe(14);
  });
});

describe("addresses", () => {
  test.prop([anyShape, anyBy])("are written and read back", (shape, by) => {
    const plan = createPlan(shape, by);
    for (let n = 0; n <= plan.length; n++) {
      const at = stepAt(plan, n);
      expect(sameAddress(parseAddress(writeAddress(at))!, at)).toBe(true);
    }
  });

  it.each([
    "",
    "z",
    "z0",
    "z2.0",
    "z2.1.1.1",
    "a2.1.1",
    "gb2.1.1",
    "E.0",
    "E2",
    "E.1.1",
    "x1",
    "u.1",
    "D2.1",
    " d2",
    "d2.1 ",
    "z2..1",
    "d-1",
    "dz2",
    "constructor",
  ])("“%s” is none", (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  test.prop([fc.string()])("of any text do not throw", (text) => {
    const at = parseAddress(text);
    if (at !== null) expect(writeAddress(at)).toBe(text);
  });

  it("starts at x", () => {
    expect(writeAddress(START)).toBe("x");
  });
});
