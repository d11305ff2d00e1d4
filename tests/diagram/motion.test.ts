import { describe, expect, test } from "vitest";
import { emphasisOf } from "../../src/diagram/emphasis.ts";
import { routesOf, thinned } from "../../src/diagram/motion.ts";
import { pointAt } from "../../src/diagram/curve.ts";
import { neuronPoint } from "../../src/diagram/layout.ts";
import { parseAddress } from "../../src/steps/address.ts";
import { createPlan, createTangentPlan, stepOf, type Granularity } from "../../src/steps/plan.ts";
import { mazur, plainNetwork, sceneOf } from "./networks.ts";

const { stage } = sceneOf([2, 2, 2]);

function at(by: Granularity, address: string, network = mazur()) {
  const plan = createPlan(network, by);
  const n = stepOf(plan, parseAddress(address)!);
  return { emphasis: emphasisOf(plan, n), routes: routesOf(plan, n, stage, () => null) };
}

const ends = (by: Granularity, address: string) =>
  at(by, address).routes.map(({ curve, from, to, tone }) => ({
    tone,
    from: pointAt(curve, from),
    to: pointAt(curve, to),
  }));

const ring = (address: string) => at("neuron", address).emphasis.rings;

describe("what travels", () => {
  test("forward, each product runs along its edge into the neuron", () => {
    const routes = ends("neuron", "z2.1");
    expect(routes.map(({ tone }) => tone)).toEqual(["a", "a"]);
    const neuron = neuronPoint(stage, 2, 1);
    routes.forEach(({ from, to }, index) => {
      const source = neuronPoint(stage, 1, index + 1);
      expect(from).toEqual({ x: source.x + stage.halfWidth, y: source.y });
      expect(to.x).toBeCloseTo(neuron.x - stage.halfWidth);
      expect(to.y).toBeCloseTo(neuron.y);
    });
  });

  test("backward, each w·δ comes back along the edge it left by", () => {
    const routes = ends("neuron", "d2.1");
    expect(routes.map(({ tone }) => tone)).toEqual(["d", "d"]);
    routes.forEach(({ from, to }, index) => {
      expect(from.y).toBeCloseTo(neuronPoint(stage, 3, index + 1).y);
      expect(to.y).toBeCloseTo(neuronPoint(stage, 2, 1).y);
      expect(to.x).toBeLessThan(from.x);
    });
  });

  test("the error of an output comes from its target, the loss from all outputs", () => {
    expect(ends("neuron", "d3.2")).toHaveLength(1);
    expect(ends("neuron", "d3.2")[0].from.x).toBeGreaterThan(ends("neuron", "d3.2")[0].to.x);
    expect(ends("neuron", "E").map(({ to }) => to)).toEqual(
      [1, 2].map(() => ({ x: stage.E.box.x, y: stage.E.box.y + stage.E.box.height / 2 })),
    );
  });

  test("the two factors of a gradient meet on the edge, at the label if it has a place", () => {
    const [a, d] = ends("neuron", "gw2.1.2");
    expect([a.tone, d.tone]).toEqual(["a", "d"]);
    expect(a.to).toEqual(d.to);
    const plan = createPlan(mazur(), "neuron");
    const n = stepOf(plan, parseAddress("gw2.1.2")!);
    const x = stage.columns[0] + stage.gap * 0.4;
    const [route] = routesOf(plan, n, stage, () => x);
    expect(pointAt(route.curve, route.to).x).toBeCloseTo(x, 6);
  });

  test("an activation, a bias gradient and the update move nothing along edges", () => {
    for (const address of ["a2.1", "gb2.1", "u"]) expect(at("neuron", address).routes).toEqual([]);
  });

  test("a whole layer sends all of its products", () => {
    expect(at("layer", "z2").routes).toHaveLength(4);
    expect(at("layer", "gw3").routes).toHaveLength(8);
  });
});

describe("what is singled out", () => {
  test("a term shows its own edge, and more quietly those already added", () => {
    const first = at("term", "z2.1.1").emphasis;
    expect([first.strong, first.light]).toEqual([[{ l: 2, i: 1, j: 1 }], []]);
    const second = at("term", "d2.1.2").emphasis;
    expect(second.strong).toEqual([{ l: 3, i: 2, j: 1 }]);
    expect(second.light).toEqual([{ l: 3, i: 1, j: 1 }]);
    expect(at("term", "z2.1").emphasis.strong).toHaveLength(2);
  });

  test("missing edges are not in use", () => {
    const network = plainNetwork([2, 2, 2], { mask: Uint8Array.of(1, 0, 1, 1, 1, 1, 0, 1) });
    expect(at("neuron", "z2.1", network).emphasis.strong).toEqual([{ l: 2, i: 1, j: 1 }]);
    expect(at("neuron", "d2.1", network).emphasis.strong).toEqual([{ l: 3, i: 1, j: 1 }]);
  });

  test("rings take the colour of the quantity", () => {
    expect(ring("z2.1")).toEqual([{ l: 2, i: 1, tone: "z" }]);
    expect(ring("a2.1")).toEqual([{ l: 2, i: 1, tone: "a" }]);
    expect(ring("d2.1")).toEqual([{ l: 2, i: 1, tone: "d" }]);
    expect(ring("gw2.1.2")).toEqual([
      { l: 2, i: 1, tone: "d" },
      { l: 1, i: 2, tone: "a" },
    ]);
    expect(ring("x")).toEqual([]);
  });
});

function inForwardMode(address: string) {
  const plan = createTangentPlan(mazur(), "term", { q: "w", l: 2, i: 1, j: 2 });
  const n = stepOf(plan, parseAddress(address)!);
  return { emphasis: emphasisOf(plan, n), routes: routesOf(plan, n, stage, () => null) };
}

describe("forward mode by term", () => {
  test("a product runs along its own edge, beside those already added", () => {
    const { emphasis, routes } = inForwardMode("tz3.2.2");
    expect(emphasis.strong).toEqual([{ l: 3, i: 2, j: 2 }]);
    expect(emphasis.light).toEqual([{ l: 3, i: 2, j: 1 }]);
    expect(emphasis.rings).toEqual([{ l: 3, i: 2, tone: "ta" }]);
    expect(routes).toHaveLength(1);
    expect(pointAt(routes[0].curve, routes[0].from).y).toBeCloseTo(neuronPoint(stage, 2, 2).y);
    expect(inForwardMode("tz3.2").emphasis).toMatchObject({ light: [] });
    expect(inForwardMode("tz3.2").routes).toHaveLength(2);
  });

  test("in the layer of θ its own edge alone is in use", () => {
    expect(inForwardMode("tz2.1").emphasis.strong).toEqual([{ l: 2, i: 1, j: 2 }]);
    expect(inForwardMode("tz2.2").emphasis.strong).toEqual([]);
  });

  test("a term of Ė comes from its output, the whole from all of them", () => {
    expect(inForwardMode("tE.2").emphasis.rings).toEqual([{ l: 3, i: 2, tone: "ta" }]);
    expect(inForwardMode("tE.2").routes).toHaveLength(1);
    expect(inForwardMode("tE").routes).toHaveLength(2);
  });
});

describe("thinning out", () => {
  test("keeps short lists and spreads over long ones", () => {
    expect(thinned([1, 2, 3], 3)).toEqual([1, 2, 3]);
    const list = Array.from({ length: 1001 }, (_, k) => k);
    expect(thinned(list, 5)).toEqual([0, 250, 500, 750, 1000]);
    expect(thinned(list, 1)).toEqual([0]);
    expect(new Set(thinned(list, 200)).size).toBe(200);
  });
});
