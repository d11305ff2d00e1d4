// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from "vitest";
import { createLayout } from "../../src/engine/layout.ts";
import { drawEdges } from "../../src/diagram/edges.ts";
import { composeScene, edgesInto, type Edge } from "../../src/diagram/scene.ts";
import { asContext, fakeContext, type Box, type Stroke } from "./fakeContext.ts";

/** How many edges were drawn. */
function drawn(strokes: readonly { readonly edges: number }[]): number {
  return strokes.reduce((sum, { edges }) => sum + edges, 0);
}

/** Edges into the same layer as one of them whose curves come within so many px of a box. */
function near(edges: readonly Edge[], { l }: Edge, { y, height }: Box, distance = 0): Edge[] {
  return edges.filter(
    ({ l: layer, curve }) =>
      layer === l &&
      Math.max(curve.y0, curve.y1) > y - distance &&
      Math.min(curve.y0, curve.y1) < y + height + distance,
  );
}

/** Expects that the band of one edge was drawn anew, whole, and not much more than it. */
function expectBand(
  edges: readonly Edge[],
  changed: Edge,
  strokes: readonly Stroke[],
  cleared: readonly Box[],
): void {
  const { curve } = changed;
  expect(cleared).toHaveLength(1);
  expect(cleared[0].x).toBeLessThan(curve.x0);
  expect(cleared[0].x + cleared[0].width).toBeGreaterThan(curve.x1);
  expect(cleared[0].y).toBeLessThan(Math.min(curve.y0, curve.y1));
  expect(cleared[0].y + cleared[0].height).toBeGreaterThan(Math.max(curve.y0, curve.y1));
  expect(new Set(strokes.map(({ x }) => x))).toEqual(new Set([curve.x0]));
  expect(drawn(strokes)).toBeGreaterThanOrEqual(near(edges, changed, cleared[0]).length);
  expect(drawn(strokes)).toBeLessThanOrEqual(near(edges, changed, cleared[0], 12).length);
}

const keyOf = ({ l, i, j }: Edge): string => `w.${l}.${i}.${j}`;

function drawing(sizes: readonly number[]) {
  const layout = createLayout(sizes);
  const shape = { layout, mask: null };
  const { stage } = composeScene(
    { sizes, width: 880, height: 690, digits: 4, captions: sizes.map(() => "σ = sigmoid") },
    shape,
    3,
  );
  const edges = sizes.slice(1).flatMap((_, index) => edgesInto(stage, shape, index + 2));
  const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
  const canvas = document.createElement("canvas");
  document.body.append(canvas);
  canvas.style.color = "rgb(1, 2, 3)";
  canvas.style.borderTopColor = "rgb(4, 5, 6)";
  const fake = fakeContext();
  vi.spyOn(canvas, "getContext").mockReturnValue(asContext(fake));
  const resting = drawEdges(group, canvas, edges, stage, keyOf);
  return { layout, edges, group, canvas, resting, ...fake };
}

afterEach(() => document.body.replaceChildren());

describe("few edges", () => {
  test("are a path each", () => {
    const { group, resting, edges, strokes } = drawing([2, 3, 2]);
    resting.write(Float64Array.from(edges, (_, k) => k - 5));
    expect(group.querySelectorAll("path")).toHaveLength(12);
    expect(group.querySelectorAll("path[data-negative]")).toHaveLength(5);
    expect(strokes).toEqual([]);
  });
});

describe("many edges", () => {
  const many = [8, 8, 8] as const;

  test("are strokes, and no path is made for them", () => {
    const { group, resting, edges, strokes } = drawing(many);
    resting.write(Float64Array.from(edges, (_, k) => (k % 2 ? 1 : -1)));
    expect(strokes).toHaveLength(128);
    expect(strokes.filter(({ dashed }) => dashed)).toHaveLength(64);
    expect(group.childNodes).toHaveLength(0);
  });

  test("a changed weight redraws the band it is in and nothing else", () => {
    const { resting, edges, strokes, cleared } = drawing(many);
    const w = Float64Array.from(edges, () => 1);
    resting.write(w);
    strokes.length = 0;
    cleared.length = 0;
    resting.write(w.with(70, -3));
    expectBand(edges, edges[70], strokes, cleared);
    expect(strokes.filter(({ dashed }) => dashed)).toHaveLength(1);
    strokes.length = 0;
    resting.write(w.with(70, -3));
    expect(strokes).toEqual([]);
  });

  test("of so many that none has a label, others take their place band by band", () => {
    const { resting, edges, strokes, cleared } = drawing([24, 24, 24]);
    const w = Float64Array.from(edges, () => 1);
    resting.write(w);
    strokes.length = 0;
    cleared.length = 0;
    expect(resting.rewire(edges.filter(({ slot }) => slot !== 600))).toBe(true);
    resting.write(w.with(600, 0));
    const others = edges.filter(({ slot }) => slot !== 600);
    expectBand(others, edges[600], strokes, cleared);
    strokes.length = 0;
    cleared.length = 0;
    // Brought back, it is drawn again, and what lies around it.
    expect(resting.rewire(edges)).toBe(true);
    resting.write(w);
    expectBand(edges, edges[600], strokes, cleared);
    // Few enough to be drawn in another look.
    expect(resting.rewire(edges.slice(0, 900))).toBe(false);
  });

  test("of so many that all are equally thick, a weight of another sign alone redraws its band", () => {
    const { resting, edges, strokes, cleared } = drawing([24, 24, 24]);
    const w = Float64Array.from(edges, () => 1);
    resting.write(w);
    expect(drawn(strokes)).toBe(1152);
    // One path for each neuron.
    expect(strokes).toHaveLength(48);
    strokes.length = 0;
    cleared.length = 0;
    resting.write(w.with(600, 2));
    expect(strokes).toEqual([]);
    resting.write(w.with(600, -2));
    expectBand(edges, edges[600], strokes, cleared);
    expect(drawn(strokes.filter(({ dashed }) => dashed))).toBe(1);
  });

  test("one that is lit has a path, as long as it is lit", () => {
    const { group, resting, edges } = drawing(many);
    resting.write(Float64Array.from(edges, () => -1));
    const path = resting.path(edges[5]);
    path.setAttribute("data-lit", "w");
    resting.tidy();
    expect(group.querySelectorAll("path[data-negative]")).toHaveLength(1);
    path.removeAttribute("data-lit");
    resting.tidy();
    expect(group.childNodes).toHaveLength(0);
  });

  test("all are drawn anew in the colour of the update, and when the theme changes", () => {
    const { canvas, resting, edges, strokes } = drawing(many);
    resting.write(Float64Array.from(edges, () => 1));
    expect(new Set(strokes.map(({ colour }) => colour))).toEqual(new Set(["rgb(1, 2, 3)"]));
    strokes.length = 0;
    resting.setUpdate(true);
    expect(new Set(strokes.map(({ colour }) => colour))).toEqual(new Set(["rgb(4, 5, 6)"]));
    expect(strokes).toHaveLength(128);
    resting.setUpdate(false);
    strokes.length = 0;
    canvas.style.color = "rgb(7, 8, 9)";
    canvas.dispatchEvent(new Event("transitionend"));
    expect(new Set(strokes.map(({ colour }) => colour))).toEqual(new Set(["rgb(7, 8, 9)"]));
  });
});
