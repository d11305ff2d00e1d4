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
  const [canvas, other] = [faceWith(fakeContext()), faceWith(fakeContext())];
  const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
  const step = drawStepEdges(group, [canvas.node, other.node], edges.length, stage);
  return { stage, edges, canvas: canvas.node, group, step, faces: [canvas, other], ...canvas };
}

/** A canvas in its frame, with what is drawn on it. */
function faceWith(fake: ReturnType<typeof fakeContext>) {
  const frame = document.createElement("div");
  const node = document.createElement("canvas");
  frame.append(node);
  document.body.append(frame);
  node.style.color = "rgb(1, 1, 1)";
  node.style.borderColor = "rgb(2, 0, 0) rgb(3, 0, 0) rgb(4, 0, 0) rgb(5, 0, 0)";
  node.style.outlineColor = "rgb(6, 6, 6)";
  vi.spyOn(node, "getContext").mockReturnValue(asContext(fake));
  return { node, isSeen: () => Number(frame.style.opacity) > 0.5, ...fake };
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
    const { edges, canvas, step, stage, faces } = drawing(many);
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
    expect(faces[0].isSeen()).toBe(true);
    step.setEdges([], "a");
    step.show([], FORMAT);
    expect(faces.some(({ isSeen }) => isSeen())).toBe(false);
  });

  test("is drawn before it is shown where it comes next, and then only shown", () => {
    const { edges, step, faces } = drawing(many);
    const [first, second] = faces;
    step.setEdges([stepEdge(edges[0])], "a");
    step.show([label(edges[0])], FORMAT);
    expect(faces.map(({ isSeen }) => isSeen())).toEqual([true, false]);
    const labels = [label(edges[SECOND], { weight: 0.5 })];
    step.prepare([stepEdge(edges[SECOND])], "a", labels, FORMAT);
    expect(second.texts).toMatchObject([{ text: "0.5" }]);
    expect(faces.map(({ isSeen }) => isSeen())).toEqual([true, false]);
    step.setEdges([stepEdge(edges[SECOND])], "a");
    expect(step.show(labels, FORMAT)).toEqual([]);
    expect(faces.map(({ isSeen }) => isSeen())).toEqual([false, true]);
    expect(second.strokes).toHaveLength(1);
    expect(first.strokes).toHaveLength(1);
    // Of the step that is shown, other labels are drawn where it is.
    step.show([label(edges[SECOND], { weight: 0.75 })], FORMAT);
    expect(second.texts.map(({ text }) => text)).toEqual(["0.5", "0.75"]);
    expect(first.texts).toHaveLength(1);
  });

  test("is drawn anew where other labels are wanted than those it was got ready with", () => {
    const { edges, step, faces } = drawing(many);
    const [first, second] = faces;
    step.prepare([stepEdge(edges[0])], "a", [label(edges[0])], FORMAT);
    step.setEdges([stepEdge(edges[0])], "a");
    step.show([label(edges[0])], FORMAT);
    expect(faces.map(({ isSeen }) => isSeen())).toEqual([true, false]);
    const labels = [label(edges[1])];
    step.prepare([stepEdge(edges[1])], "a", labels, FORMAT);
    // In another view what was drawn ahead stands elsewhere.
    step.setView({ k: 2, x: 0, y: 0 });
    step.setEdges([stepEdge(edges[1])], "a");
    step.show(labels, FORMAT);
    expect(faces.map(({ isSeen }) => isSeen())).toEqual([true, false]);
    expect(first.strokes).toHaveLength(3);
    expect(second.strokes).toHaveLength(2);
  });

  test("is not drawn anew for what changes nothing of it", () => {
    const { edges, step, strokes, texts } = drawing(many);
    const [one, other] = [stepEdge(edges[0]), stepEdge(edges[1], true)];
    const labels = [label(edges[0]), label(edges[1], { on: "past" })];
    step.setEdges([one, other], "a");
    step.show(labels, FORMAT);
    const drawn = { strokes: strokes.length, texts: texts.length };
    const count = (): typeof drawn => ({ strokes: strokes.length, texts: texts.length });
    // Another weight has changed: the same edges and labels, made anew; what is pointed at comes and goes.
    step.setEdges([{ ...one }, { ...other }], "a");
    const pointed = label(edges[2], { on: null, lit: true });
    expect(step.show([...labels.map((own) => ({ ...own })), pointed], FORMAT)).toEqual([pointed]);
    expect(count()).toEqual(drawn);
    const expectDrawn = (
      drawnEdges: readonly StepEdge[],
      tone: "a" | "d",
      drawnLabels: readonly PlacedLabel[],
      format = FORMAT,
    ): void => {
      step.setEdges([one, other], "a");
      step.show(labels, FORMAT);
      const before = strokes.length;
      step.setEdges(drawnEdges, tone);
      step.show(drawnLabels, format);
      expect(strokes.length).toBeGreaterThan(before);
    };
    const now = [one, other];
    expectDrawn([{ ...one, width: 3 }, other], "a", labels);
    expectDrawn([one, { ...other, negative: false }], "a", labels);
    expectDrawn([one, { ...other, past: false }], "a", labels);
    expectDrawn([one, { ...other, curve: edges[5].curve }], "a", labels);
    expectDrawn([one], "a", labels);
    expectDrawn(now, "d", labels);
    expectDrawn(now, "a", [label(edges[0], { weight: 2 }), labels[1]]);
    expectDrawn(now, "a", [label(edges[0], { at: { x: 1, y: labels[0].at.y } }), labels[1]]);
    expectDrawn(now, "a", [label(edges[0], { at: { x: labels[0].at.x, y: 1 } }), labels[1]]);
    expectDrawn(now, "a", [label(edges[0], { on: "past" }), labels[1]]);
    expectDrawn(now, "a", [label(edges[0], { selected: true }), labels[1]]);
    expectDrawn(now, "a", [labels[0]]);
    expectDrawn(now, "a", labels, { digits: 2 });
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
