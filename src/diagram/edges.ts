/**
 * The resting edges. While they are few each is an SVG path, which is cheap to change by one;
 * beyond that they are strokes on a canvas (edgeCanvas.ts), which costs a frame less than an
 * element each.
 */
import { EdgeCanvas } from "./edgeCanvas.ts";
import { edgeLook, type EdgeLook, type RestingEdges } from "./edgeLook.ts";
import type { StageLayout } from "./layout.ts";
import type { Edge } from "./scene.ts";

/** Up to so many edges are paths: 384 of them held the first frame back by a third. */
const MOST_PATHS = 120;

/** The context to draw so many edges with; null where they are few, or there is none to be had. */
export function contextFor(
  canvas: HTMLCanvasElement,
  count: number,
): CanvasRenderingContext2D | null {
  return count <= MOST_PATHS ? null : canvas.getContext("2d");
}

/** Draws edges of one stage: paths into the group, strokes onto the canvas. */
export function drawEdges(
  group: SVGGElement,
  canvas: HTMLCanvasElement,
  edges: readonly Edge[],
  stage: StageLayout,
  keyOf: (edge: Edge) => string,
): RestingEdges {
  const look = edgeLook(group, edges.length, stage, keyOf);
  const context = contextFor(canvas, edges.length);
  return context === null
    ? new EdgePaths(edges, look)
    : new EdgeCanvas(canvas, context, edges, stage, look);
}

class EdgePaths implements RestingEdges {
  readonly #paths: ReadonlyMap<number, SVGPathElement>;
  readonly #look: EdgeLook;
  #w: Float64Array = new Float64Array(0);

  constructor(edges: readonly Edge[], look: EdgeLook) {
    this.#look = look;
    this.#paths = new Map(edges.map((edge) => [edge.slot, look.make(edge)]));
  }

  write(w: Float64Array): void {
    const before = this.#w;
    this.#w = w;
    for (const [slot, path] of this.#paths) {
      if (!Object.is(w[slot], before[slot])) this.#look.dress(path, w[slot]);
    }
  }

  rewire(): boolean {
    return false;
  }

  path({ slot }: Edge): SVGPathElement {
    return this.#paths.get(slot)!;
  }

  tidy(): void {}
  setUpdate(): void {}
  setView(): void {}
  destroy(): void {}
}
