/** Labels that come and go with the step and the pointer, where there is no room for lasting ones. */
import type { Trace } from "../engine/trace.ts";
import { formatNumber, type NumberFormat } from "../numbers/format.ts";
import type { Plan } from "../steps/plan.ts";
import type { Point } from "./curve.ts";
import { emphasisOf } from "./emphasis.ts";
import { slotOf, slotOfKey } from "./keys.ts";
import { placeSome } from "./labels.ts";
import type { StageLayout } from "./layout.ts";
import type { PlacedLabel } from "./overlay.ts";
import { obstaclesAround, type Edge, type Scene } from "./scene.ts";
import { textWidth } from "./text.ts";
import { labelWidth } from "./weightLabel.ts";
import { whenResting } from "./whenResting.ts";

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
 * labels are as wide.
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

  /** Labels of what is hovered, selected, lit and of the step, in this order, as far as they find room. */
  place(wanted: Wanted): readonly PlacedLabel[] {
    const ahead = this.#ahead;
    if (ahead !== null && isSame(ahead.wanted, wanted)) return ahead.labels;
    return this.#place(wanted);
  }

  /** Places what will be wanted as soon as the page rests, and nothing that was to be placed before. */
  prepare(wanted: () => Wanted | null): void {
    this.stop();
    this.#callOff = whenResting(() => {
      const next = wanted();
      this.#ahead = next && { wanted: next, labels: this.#place(next) };
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
    const edges = [...new Set([...meant, ...strong, ...tone.keys()])]
      .filter((slot) => slot !== null)
      .filter((slot) => places?.has(slot) !== true)
      .flatMap((slot) => this.#edgeAt(slot) ?? []);
    const { label } = stage;
    const widthOf = ({ slot }: Edge): number =>
      labelWidth(textWidth(formatNumber(trace.w[slot], format)) * label.size, label);
    return byLayer(edges).flatMap((group) => {
      const some = group.slice(0, MOST_IN_GAP);
      const insisted = some.filter(({ slot }) => meant.has(slot)).length;
      const points = this.#pointsOf({ stage, edges: some, widths: some.map(widthOf), insisted });
      return some.flatMap((edge, index) => {
        const { slot } = edge;
        const at = points[index];
        if (at === null) return [];
        return {
          edge,
          at,
          weight: trace.w[slot],
          on: tone.get(slot) ?? null,
          lit: litSlots.has(slot),
          selected: selectedSlot === slot,
        };
      });
    });
  }

  #pointsOf(gap: Gap): readonly (Point | null)[] {
    const { stage, edges, widths, insisted } = gap;
    const last = this.#placed.get(edges[0].l);
    if (last !== undefined && isSameGap(last, gap)) return last.points;
    const points = placeSome(
      edges.map(({ curve }) => curve),
      widths.map((width) => ({ width, height: stage.label.height })),
      obstaclesAround(stage, edges[0].l, true),
      insisted,
    );
    this.#placed.set(edges[0].l, { ...gap, points });
    return points;
  }
}

/** Edges between two columns and the widths of their labels; so many of the first are insisted on. */
interface Gap {
  readonly stage: StageLayout;
  readonly edges: readonly Edge[];
  readonly widths: readonly number[];
  readonly insisted: number;
}

interface PlacedGap extends Gap {
  readonly points: readonly (Point | null)[];
}

function isSameGap(p: Gap, q: Gap): boolean {
  return (
    p.stage === q.stage &&
    p.insisted === q.insisted &&
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
