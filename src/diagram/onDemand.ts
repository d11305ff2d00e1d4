/** Labels that come and go with the step and the pointer, where there is no room for lasting ones. */
import type { Trace } from "../engine/trace.ts";
import { formatNumber, type NumberFormat } from "../numbers/format.ts";
import type { Plan } from "../steps/plan.ts";
import { boxAround, overlaps, type Box } from "./box.ts";
import type { Point } from "./curve.ts";
import { emphasisOf } from "./emphasis.ts";
import { slotOf, slotOfKey } from "./keys.ts";
import { placeSome } from "./labels.ts";
import type { StageLayout } from "./layout.ts";
import type { PlacedLabel } from "./overlay.ts";
import { obstaclesAround, type Edge, type Scene } from "./scene.ts";
import { textWidth } from "./text.ts";
import { labelWidth } from "./weightLabel.ts";

/** Beyond so many between two columns none would be read. */
const MOST_IN_GAP = 48;

/** What asks for labels, and what their places depend on. */
export interface Wanted {
  readonly scene: Scene;
  readonly trace: Trace;
  readonly format: NumberFormat;
  readonly plan: Plan;
  readonly n: number;
  /** Keys of what is lit; those of edges count. */
  readonly lit: ReadonlySet<string>;
  /** Keys of what is under the pointer, and of what is selected. */
  readonly hovered: string | null;
  readonly selected: string | null;
}

/** The edge of a weight slot, if it is drawn. */
type EdgeAtSlot = (slot: number) => Edge | undefined;

/**
 * Places labels when they are asked for, or before: the places of the next step's labels take a step
 * of the largest network a tenth of its time. Other weights leave them where they are as long as their
 * labels are as wide, and so does what is pointed at: where it needs room, others go.
 */
export class LabelPlacer {
  readonly #edgeAt: EdgeAtSlot;
  #ahead: { readonly wanted: Wanted; readonly labels: readonly PlacedLabel[] } | null = null;
  /** What was placed last between two columns, by the layer of the second. */
  readonly #placed = new Map<number, PlacedGap>();
  #callOff = (): void => {};

  constructor(edgeAt: EdgeAtSlot) {
    this.#edgeAt = edgeAt;
  }

  /** Labels of what is hovered, selected and lit, and of the step as far as they find room. */
  place(wanted: Wanted): readonly PlacedLabel[] {
    const ahead = this.#ahead;
    if (ahead !== null && isSame(ahead.wanted, wanted)) return ahead.labels;
    return this.#place(wanted);
  }

  /**
   * Places what will be wanted when there is time, as `whenIdle` tells, and nothing that was to be placed
   * before; `onPlaced` hears of the very list that `place` will answer.
   */
  prepare(
    whenIdle: (act: () => void) => () => void,
    wanted: () => Wanted | null,
    onPlaced: (labels: readonly PlacedLabel[], wanted: Wanted) => void,
  ): void {
    this.stop();
    this.#callOff = whenIdle(() => {
      const next = wanted();
      this.#ahead = next && { wanted: next, labels: this.#place(next) };
      if (this.#ahead !== null) onPlaced(this.#ahead.labels, this.#ahead.wanted);
    });
  }

  stop(): void {
    this.#callOff();
  }

  #place({ scene, trace, format, plan, n, lit, hovered, selected }: Wanted): PlacedLabel[] {
    const { stage, places } = scene;
    const emphasis = emphasisOf(plan, n);
    const strong = emphasis.strong.map((edge) => slotOf(trace, edge));
    const tone = new Map<number, string>();
    for (const edge of emphasis.light) tone.set(slotOf(trace, edge), "past");
    for (const slot of strong) tone.set(slot, emphasis.tone);
    const litSlots = new Set([...lit].map((key) => slotOfKey(trace, key)));
    const selectedSlot = slotOfKey(trace, selected);
    const meant = new Set([slotOfKey(trace, hovered), selectedSlot, ...litSlots]);
    const edgesOf = (slots: Iterable<number | null>): Edge[] =>
      [...slots]
        .filter((slot) => slot !== null)
        .filter((slot) => places?.has(slot) !== true)
        .flatMap((slot) => this.#edgeAt(slot) ?? []);
    const { label } = stage;
    const boxOf = ({ slot }: Edge, at: Point): Box => {
      const text = textWidth(formatNumber(trace.w[slot], format)) * label.size;
      return boxAround(at.x, at.y, labelWidth(text, label), label.height);
    };
    const widthOf = (edge: Edge): number => boxOf(edge, { x: 0, y: 0 }).width;

    const standing = new Map<Edge, Point>();
    for (const group of byLayer(edgesOf(new Set([...strong, ...tone.keys()])))) {
      const edges = group.slice(0, MOST_IN_GAP);
      const points = this.#pointsOf({ stage, edges, widths: edges.map(widthOf) });
      edges.forEach((edge, k) => points[k] !== null && standing.set(edge, points[k]));
    }
    const missing = edgesOf(meant).filter((edge) => !standing.has(edge));
    for (const group of byLayer(missing)) {
      const edges = group.slice(0, MOST_IN_GAP);
      const gap = { stage, edges, widths: edges.map(widthOf) };
      placePoints(gap, edges.length).forEach((at, k) => {
        if (at === null) return;
        const box = boxOf(edges[k], at);
        for (const [other, point] of standing) {
          if (!meant.has(other.slot) && overlaps(box, boxOf(other, point), 0))
            standing.delete(other);
        }
        standing.set(edges[k], at);
      });
    }
    return [...standing].map(([edge, at]) => ({
      edge,
      at,
      weight: trace.w[edge.slot],
      on: tone.get(edge.slot) ?? null,
      lit: litSlots.has(edge.slot),
      selected: selectedSlot === edge.slot,
    }));
  }

  #pointsOf(gap: Gap): readonly (Point | null)[] {
    const { l } = gap.edges[0];
    const last = this.#placed.get(l);
    if (last !== undefined && isSameGap(last, gap)) return last.points;
    const points = placePoints(gap, 0);
    this.#placed.set(l, { ...gap, points });
    return points;
  }
}

/** Edges between two columns and the widths of their labels. */
interface Gap {
  readonly stage: StageLayout;
  readonly edges: readonly Edge[];
  readonly widths: readonly number[];
}

/** The places of their labels; so many of the first get one even over a neuron. */
function placePoints({ stage, edges, widths }: Gap, insisted: number): (Point | null)[] {
  return placeSome(
    edges.map(({ curve }) => curve),
    widths.map((width) => ({ width, height: stage.label.height })),
    obstaclesAround(stage, edges[0].l, true),
    insisted,
  );
}

interface PlacedGap extends Gap {
  readonly points: readonly (Point | null)[];
}

function isSameGap(p: Gap, q: Gap): boolean {
  return (
    p.stage === q.stage &&
    p.edges.length === q.edges.length &&
    p.edges.every((edge, k) => edge === q.edges[k] && p.widths[k] === q.widths[k])
  );
}

function isSame(p: Wanted, q: Wanted): boolean {
  const names = Object.keys(q) as (keyof Wanted)[];
  return names.every((name) => p[name] === q[name]);
}

/** Edges by the layer they enter, each in its old order. */
function byLayer(edges: readonly Edge[]): Edge[][] {
  const groups = new Map<number, Edge[]>();
  for (const edge of edges) {
    const group = groups.get(edge.l);
    if (group === undefined) groups.set(edge.l, [edge]);
    else group.push(edge);
  }
  return [...groups.values()];
}
