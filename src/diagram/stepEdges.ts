/**
 * The step's edges, drawn once more above the resting ones in the colour of what runs: paths, or
 * with their labels strokes on a canvas, as the resting edges are (edges.ts).
 */
import { select } from "d3-selection";
import type { NumberFormat } from "../numbers/format.ts";
import { curvePath, round, type Curve } from "./curve.ts";
import { toggle } from "./dom.ts";
import { contextFor } from "./edges.ts";
import type { Tone } from "./emphasis.ts";
import type { StageLayout } from "./layout.ts";
import type { PlacedLabel } from "./overlay.ts";
import { StepCanvas } from "./stepCanvas.ts";
import type { View } from "./view.ts";

/** An edge of the step as it is drawn. */
export interface StepEdge {
  readonly curve: Curve;
  /** Thickness, px. */
  readonly width: number;
  readonly negative: boolean;
  /** Its product has been added already. */
  readonly past: boolean;
}

export interface StepEdges {
  /** Takes the edges of another step, or with other weights; `show` comes after it. */
  setEdges(edges: readonly StepEdge[], tone: Tone): void;
  /** Shows the edges and those labels that it draws; answers the others. */
  show(labels: readonly PlacedLabel[], format: NumberFormat): readonly PlacedLabel[];
  /** Gets the edges of a step ready that `show` may be called for next, with these very labels. */
  prepare(
    edges: readonly StepEdge[],
    tone: Tone,
    labels: readonly PlacedLabel[],
    format: NumberFormat,
  ): void;
  setView(view: View): void;
  destroy(): void;
}

/** One for what is seen, one for what comes next; each in a frame of its own. */
export type StepCanvases = readonly [HTMLCanvasElement, HTMLCanvasElement];

/** Draws the step's edges of a network of so many edges: into the group, or onto the canvases. */
export function drawStepEdges(
  group: SVGGElement,
  canvases: StepCanvases,
  count: number,
  stage: StageLayout,
): StepEdges {
  const [one, other] = canvases.map((canvas) => contextFor(canvas, count));
  return one === null || other === null
    ? new StepPaths(group)
    : new StepCanvas(canvases, [one, other], stage);
}

class StepPaths implements StepEdges {
  readonly #group: SVGGElement;

  constructor(group: SVGGElement) {
    this.#group = group;
  }

  setEdges(edges: readonly StepEdge[], tone: Tone): void {
    toggle(this.#group, "data-tone", tone);
    const paths = select(this.#group).selectAll<SVGPathElement, StepEdge>("path").data(edges);
    paths.join("path").each(({ curve, width, negative, past }, index, nodes) => {
      const path = nodes[index];
      toggle(path, "d", curvePath(curve));
      toggle(path, "data-strength", past ? "past" : "now");
      toggle(path, "data-negative", negative ? "" : null);
      toggle(path, "stroke-width", String(round(width)));
    });
  }

  show(labels: readonly PlacedLabel[]): readonly PlacedLabel[] {
    return labels;
  }

  prepare(): void {}
  setView(): void {}
  destroy(): void {}
}
