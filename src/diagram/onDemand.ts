/** Labels that come and go with the step and the pointer, where there is no room for lasting ones. Pure. */
import type { Trace } from "../engine/trace.ts";
import { formatNumber, type NumberFormat } from "../numbers/format.ts";
import type { Emphasis } from "./emphasis.ts";
import { slotOf, slotOfKey } from "./keys.ts";
import { placeSome } from "./labels.ts";
import type { PlacedLabel } from "./overlay.ts";
import { obstaclesAround, type Edge, type Scene } from "./scene.ts";
import { textWidth } from "./text.ts";
import { labelWidth } from "./weightLabel.ts";

/** Beyond so many between two columns none would be read. */
const MOST_IN_GAP = 48;

/** What asks for labels. */
export interface Wanted {
  readonly emphasis: Emphasis | null;
  /** Keys of what is lit; those of edges count. */
  readonly lit: ReadonlySet<string>;
  /** Keys of what is under the pointer, and of what is selected. */
  readonly hovered: string | null;
  readonly selected: string | null;
  /** The edge of a weight slot, if it is drawn. */
  readonly edgeAt: (slot: number) => Edge | undefined;
}

/** Labels of what is hovered, selected, lit and of the step, in this order, as far as they find room. */
export function placeOnDemand(
  { stage, places }: Scene,
  trace: Trace,
  format: NumberFormat,
  { emphasis, lit, hovered, selected, edgeAt }: Wanted,
): PlacedLabel[] {
  const strong = (emphasis?.strong ?? []).map((edge) => slotOf(trace, edge));
  const tone = new Map<number, string>();
  for (const edge of emphasis?.light ?? []) tone.set(slotOf(trace, edge), "past");
  for (const slot of strong) tone.set(slot, emphasis!.tone);
  const litSlots = new Set([...lit].map((key) => slotOfKey(trace, key)));
  const selectedSlot = slotOfKey(trace, selected);
  const meant = new Set([slotOfKey(trace, hovered), selectedSlot, ...litSlots]);
  const edges = [...new Set([...meant, ...strong, ...tone.keys()])]
    .filter((slot) => slot !== null)
    .filter((slot) => places?.has(slot) !== true)
    .flatMap((slot) => edgeAt(slot) ?? []);
  const { label } = stage;
  const sizeOf = ({ slot }: Edge) => {
    const text = textWidth(formatNumber(trace.w[slot], format)) * label.size;
    return { width: labelWidth(text, label), height: label.height };
  };
  return byLayer(edges).flatMap((group) => {
    const some = group.slice(0, MOST_IN_GAP);
    const points = placeSome(
      some.map(({ curve }) => curve),
      some.map(sizeOf),
      obstaclesAround(stage, some[0].l, true),
      some.filter(({ slot }) => meant.has(slot)).length,
    );
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
