// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from "vitest";
import { createLayout } from "../../src/engine/layout.ts";
import type { PlacedLabel } from "../../src/diagram/overlay.ts";
import { composeScene, edgesInto, type Edge } from "../../src/diagram/scene.ts";
import { drawStepEdges, type StepEdge } from "../../src/diagram/stepEdges.ts";
import { asContext, fakeContext } from "./fakeContext.ts";

const FORMAT = { digits: 4 };

function drawing(sizes: readonly number[]) {
  const layout = createLayout(sizes);
  const shape = { layout, mask: null };
  const { stage } = composeScene(
    { sizes, width: 880, height: 690, digits: 4, captions: sizes.map(() => "σ = sigmoid") },
    shape,
    3,
  );
  const edges = sizes.slice(1).flatMap((_, index) => edgesInto(stage, shape, index + 2));
  const canvas = document.createElement("canvas");
  document.body.append(canvas);
  canvas.style.color = "rgb(1, 1, 1)";
  canvas.style.borderColor = "rgb(2, 0, 0) rgb(3, 0, 0) rgb(4, 0, 0) rgb(5, 0, 0)";
  canvas.style.outlineColor = "rgb(6, 6, 6)";
  const fake = fakeContext();
  vi.spyOn(canvas, "getContext").mockReturnValue(asContext(fake));
  const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
  const step = drawStepEdges(group, canvas, edges.length, stage);
  return { stage, edges, canvas, group, step, ...fake };
}

const stepEdge = ({ curve }: Edge, past = false): StepEdge => ({
  curve,
  width: 2,
  negative: past,
  past,
});

function label(edge: Edge, change: Partial<PlacedLabel> = {}): PlacedLabel {
  const { x0, x1, y0, y1 } = edge.curve;
  const at = { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
  return { edge, at, weight: -0.25, on: "a", lit: false, selected: false, ...change };
}

afterEach(() => document.body.replaceChildren());

describe("the step of a small network", () => {
  test("has a path for each edge, and leaves its labels to the overlay", () => {
    const { edges, group, step, strokes } = drawing([2, 3, 2]);
    step.setEdges([stepEdge(edges[0], true), stepEdge(edges[1])], "d");
    const labels = [label(edges[0])];
    expect(step.show(labels, FORMAT)).toEqual(labels);
    expect(group.getAttribute("data-tone")).toBe("d");
    expect([...group.children].map((path) => path.getAttribute("data-strength"))).toEqual([
      "past",
      "now",
    ]);
    expect(strokes).toEqual([]);
  });
});

describe("the step of a large network", () => {
  const many = [12, 12, 12] as const;
  const SECOND = 144;

  test("is strokes in the colour of what runs, the past ones fainter", () => {
    const { edges, group, step, strokes } = drawing(many);
    step.setEdges([stepEdge(edges[0], true), stepEdge(edges[1])], "d");
    step.show([], FORMAT);
    expect(strokes).toMatchObject([
      { x: edges[0].curve.x0, dashed: true, colour: "rgb(3, 0, 0)", opacity: 0.38 },
      { x: edges[1].curve.x0, dashed: false, colour: "rgb(3, 0, 0)", opacity: 1 },
    ]);
    expect(group.childNodes).toHaveLength(0);
  });

  test("draws the labels that are the step's alone, and answers the others", () => {
    const { edges, step, texts, boxes, stage } = drawing(many);
    step.setEdges([stepEdge(edges[0])], "a");
    const lit = label(edges[1], { lit: true });
    const selected = label(edges[2], { selected: true });
    const hovered = label(edges[3], { on: null });
    const own = label(edges[0]);
    const past = label(edges[4], { on: "past", weight: 1.5 });
    expect(step.show([own, lit, selected, hovered, past], FORMAT)).toEqual([
      lit,
      selected,
      hovered,
    ]);
    expect(texts).toMatchObject([
      { text: "−0.25", x: own.at.x, font: expect.stringMatching(/^650 /) as string },
      { text: "1.5", x: past.at.x, font: expect.stringMatching(/^400 /) as string },
    ]);
    expect(boxes).toMatchObject([
      { rim: "rgb(2, 0, 0)", fill: "rgb(6, 6, 6)", box: { height: stage.label.height } },
      { rim: "rgb(5, 0, 0)", fill: "rgb(6, 6, 6)" },
    ]);
    for (const [k, { at }] of [own, past].entries()) {
      const { x, width } = boxes[k].box;
      expect(x + width / 2).toBeCloseTo(at.x, 6);
    }
  });

  test("covers the gap it draws in and no other, also enlarged", () => {
    const { edges, canvas, step, stage } = drawing(many);
    const covered = (): [number, number] => {
      const left = parseFloat(canvas.style.left);
      return [left, left + canvas.width];
    };
    const expectAround = (from: number, to: number): void => {
      const [left, right] = covered();
      expect(left).toBeLessThanOrEqual(from);
      expect(right).toBeGreaterThanOrEqual(to);
      expect(right - left).toBeLessThan(to - from + 3 * stage.radius + 4);
    };
    step.setEdges([stepEdge(edges[SECOND])], "a");
    step.show([], FORMAT);
    const { x0, x1 } = edges[SECOND].curve;
    expectAround(x0, x1);
    step.setView({ k: 1, x: -50, y: 0 });
    expectAround(x0 - 50, x1 - 50);
    step.setEdges([], "a");
    step.show([], FORMAT);
    expect(canvas.width).toBe(0);
  });

  test("takes the colours of another theme", () => {
    const { edges, canvas, step, strokes } = drawing(many);
    step.setEdges([stepEdge(edges[0])], "a");
    step.show([], FORMAT);
    strokes.length = 0;
    canvas.style.borderTopColor = "rgb(9, 9, 9)";
    canvas.dispatchEvent(new Event("transitionend"));
    expect(strokes).toMatchObject([{ colour: "rgb(9, 9, 9)" }]);
  });
});
