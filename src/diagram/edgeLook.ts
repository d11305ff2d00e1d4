import { curvePath } from "./curve.ts";
import { element, toggle } from "./dom.ts";
import type { StageLayout } from "./layout.ts";
import { edgeWidth } from "./scales.ts";
import type { Edge } from "./scene.ts";
import type { View } from "./view.ts";

/** Beyond so many edges they lie too close for their thickness to be told. */
export const MOST_SCALED = 1000;

/** The resting edges, however they are drawn. */
export interface RestingEdges {
  /** Draws those whose weight differs from what was drawn last. */
  write(w: Float64Array): void;
  /** Takes other edges of the same stage, to be drawn by `write`; false where it cannot. */
  rewire(edges: readonly Edge[]): boolean;
  /** The path of an edge, made now where it has none. */
  path(edge: Edge): SVGPathElement;
  /** Takes away paths that were made to be marked and are marked no longer. */
  tidy(): void;
  /** All edges in the colour of the update, or at rest. */
  setUpdate(on: boolean): void;
  setView(view: View): void;
  destroy(): void;
}

/** How an edge looks at rest, and its path. */
export interface EdgeLook {
  readonly widthOf: (weight: number) => number;
  /** Whether edges of the two weights look alike. */
  readonly isAlike: (before: number, now: number) => boolean;
  readonly opacity: number;
  readonly make: (edge: Edge) => SVGPathElement;
  readonly dress: (path: SVGPathElement, weight: number) => void;
}

export function edgeLook(
  group: SVGGElement,
  count: number,
  { stroke }: StageLayout,
  keyOf: (edge: Edge) => string,
): EdgeLook {
  const scaled = count <= MOST_SCALED;
  const widthOf = scaled
    ? (weight: number) => edgeWidth(weight, stroke.thin, stroke.thick)
    : () => Math.min(1, stroke.thick);
  const opacity = scaled ? 1 : 0.5;
  toggle(group, "stroke-opacity", scaled ? null : String(opacity));
  return {
    widthOf,
    isAlike: (before, now) =>
      Object.is(before, now) || (before < 0 === now < 0 && widthOf(before) === widthOf(now)),
    opacity,
    make(edge) {
      const path = element("path", {
        d: curvePath(edge.curve),
        "data-ref": keyOf(edge),
        "data-part": "edge",
      });
      group.append(path);
      return path;
    },
    dress(path, weight) {
      toggle(path, "stroke-width", String(widthOf(weight)));
      toggle(path, "data-negative", weight < 0 ? "" : null);
    },
  };
}
