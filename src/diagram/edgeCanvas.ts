import type { Edge } from "./scene.ts";
import { MOST_SCALED, type EdgeLook, type RestingEdges } from "./edgeLook.ts";
import type { StageLayout } from "./layout.ts";
import { StageCanvas } from "./stageCanvas.ts";
import type { View } from "./view.ts";

/** Edges between two columns: they share their left and right ends. */
interface Gap {
  readonly edges: readonly Edge[];
  /** The same, in the bundles that are drawn as one path for each sign. */
  readonly bundles: readonly (readonly Edge[])[];
  readonly left: number;
  readonly right: number;
}

/**
 * Resting edges as strokes on a canvas below the drawing. Of the gap between two columns only the band
 * in which an edge has changed its look is drawn anew. Lit and selected edges are paths above it, made when needed.
 */
export class EdgeCanvas implements RestingEdges {
  readonly #canvas: HTMLCanvasElement;
  readonly #surface: StageCanvas;
  readonly #stage: StageLayout;
  readonly #look: EdgeLook;
  #gaps: readonly Gap[];
  /** Edges that came or went since the last drawing, by the gap they belong to. */
  readonly #stale = new Map<Gap, readonly Edge[]>();
  readonly #paths = new Map<number, SVGPathElement>();
  #w: Float64Array = new Float64Array(0);
  #update = false;
  #colour: string;

  constructor(
    canvas: HTMLCanvasElement,
    context: CanvasRenderingContext2D,
    edges: readonly Edge[],
    stage: StageLayout,
    look: EdgeLook,
  ) {
    this.#canvas = canvas;
    this.#stage = stage;
    this.#look = look;
    this.#gaps = gapsOf(edges, stage);
    canvas.dataset["edges"] = String(edges.length);
    this.#surface = new StageCanvas(canvas, context, stage, this.#recolour);
    // Asked for now, while little else of the drawing is there: the answer needs its style computed.
    this.#colour = this.#colourNow();
  }

  write(w: Float64Array): void {
    const before = this.#w;
    this.#w = w;
    const isFirst = before.length === 0;
    const isOther = ({ slot }: Edge): boolean => !this.#look.isAlike(before[slot], w[slot]);
    for (const gap of this.#gaps) {
      const changed = isFirst ? gap.edges : gap.edges.filter(isOther);
      this.#draw(gap, [...changed, ...(this.#stale.get(gap) ?? [])]);
    }
    this.#stale.clear();
    for (const [slot, path] of this.#paths) this.#look.dress(path, w[slot]);
  }

  rewire(edges: readonly Edge[]): boolean {
    // Fewer edges, or more than before, are drawn in another look.
    if (edges.length <= MOST_SCALED || this.#count <= MOST_SCALED) return false;
    const before = this.#gaps;
    this.#gaps = gapsOf(edges, this.#stage, before);
    this.#gaps.forEach((gap, k) => {
      if (gap !== before[k]) this.#stale.set(gap, unshared(gap.edges, before[k].edges));
    });
    for (const path of this.#paths.values()) path.remove();
    this.#paths.clear();
    this.#canvas.dataset["edges"] = String(edges.length);
    return true;
  }

  get #count(): number {
    return this.#gaps.reduce((sum, { edges }) => sum + edges.length, 0);
  }

  path(edge: Edge): SVGPathElement {
    let path = this.#paths.get(edge.slot);
    if (path === undefined) {
      path = this.#look.make(edge);
      this.#look.dress(path, this.#w[edge.slot]);
      this.#paths.set(edge.slot, path);
    }
    return path;
  }

  tidy(): void {
    for (const [slot, path] of this.#paths) {
      if (path.hasAttribute("data-lit") || path.hasAttribute("data-selected")) continue;
      path.remove();
      this.#paths.delete(slot);
    }
  }

  setUpdate(on: boolean): void {
    if (on === this.#update) return;
    this.#update = on;
    this.#recolour();
  }

  setView(view: View): void {
    this.#surface.setView(view);
    this.#drawAll();
  }

  destroy(): void {
    this.#surface.destroy();
  }

  readonly #recolour = (): void => {
    this.#colour = this.#colourNow();
    this.#drawAll();
  };

  #drawAll(): void {
    // Nothing stands there before the first weights.
    if (this.#w.length === 0) return;
    this.#surface.beginAll();
    for (const gap of this.#gaps) this.#draw(gap, gap.edges);
  }

  /** Draws anew as much of a gap as edges that have changed take of its height. */
  #draw({ bundles, left, right }: Gap, changed: readonly Edge[]): void {
    if (changed.length === 0) return;
    const rim = this.#stage.stroke.thick;
    const top = Math.min(...changed.map(highest)) - rim;
    const bottom = Math.max(...changed.map(lowest)) + rim;
    // A pixel more on each side, which lies under the neurons: no rim of the last drawing stays.
    const band = { x: left - 1, y: top, width: right - left + 2, height: bottom - top };
    const isInBand = (edge: Edge): boolean =>
      lowest(edge) + rim > top && highest(edge) - rim < bottom;
    const { context } = this.#surface;
    this.#surface.within(band, () => {
      context.strokeStyle = this.#colour;
      context.globalAlpha = this.#look.opacity;
      for (const bundle of bundles) {
        const seen = bundle.filter(isInBand);
        for (const negative of [false, true]) {
          const alike = seen.filter(({ slot }) => this.#w[slot] < 0 === negative);
          if (alike.length > 0) this.#stroke(alike, negative);
        }
      }
    });
  }

  #stroke(edges: readonly Edge[], negative: boolean): void {
    const width = this.#look.widthOf(this.#w[edges[0].slot]);
    this.#surface.stroke(
      edges.map(({ curve }) => curve),
      width,
      negative,
    );
  }

  #colourNow(): string {
    const { color, borderTopColor } = this.#surface.colours();
    return this.#update ? borderTopColor : color;
  }
}

/** The top and the bottom of an edge's curve, px of the stage. */
function highest({ curve }: Edge): number {
  return Math.min(curve.y0, curve.y1);
}
function lowest({ curve }: Edge): number {
  return Math.max(curve.y0, curve.y1);
}

/** Those that are in one list and not in the other. */
function unshared(p: readonly Edge[], q: readonly Edge[]): Edge[] {
  const [inP, inQ] = [new Set(p), new Set(q)];
  return [...p.filter((edge) => !inQ.has(edge)), ...q.filter((edge) => !inP.has(edge))];
}

/** The gaps from left to right; one with the same edges as before stays the same. */
function gapsOf(
  edges: readonly Edge[],
  { columns, halfWidth }: StageLayout,
  before: readonly Gap[] = [],
): Gap[] {
  let first = 0;
  return columns.slice(1).map((column, index) => {
    let end = first;
    // Edges come in the order of their layers.
    while (end < edges.length && edges[end].l === index + 2) end++;
    const own = edges.slice(first, end);
    first = end;
    if (index in before && sameEdges(own, before[index].edges)) return before[index];
    return {
      edges: own,
      bundles: edges.length > MOST_SCALED ? byTarget(own) : own.map((edge) => [edge]),
      left: columns[index] + halfWidth,
      right: column - halfWidth,
    };
  });
}

/** All as thick as each other, they cost a third less as one path for each neuron they enter. */
function byTarget(edges: readonly Edge[]): Edge[][] {
  const bundles = new Map<number, Edge[]>();
  for (const edge of edges) {
    const bundle = bundles.get(edge.i);
    if (bundle === undefined) bundles.set(edge.i, [edge]);
    else bundle.push(edge);
  }
  return [...bundles.values()];
}

function sameEdges(p: readonly Edge[], q: readonly Edge[]): boolean {
  return p.length === q.length && p.every((edge, k) => edge === q[k]);
}
