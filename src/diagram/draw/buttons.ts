/** The quiet "+" of every column and gap, and the chip that connects what is picked. Pure. */
import { LIMITS } from "../../engine/layout.ts";
import { boxAround, contains, type Box } from "../box.ts";
import type { Point } from "../curve.ts";
import type { Edit, Item, NeuronAt } from "../edits.ts";
import { neuronPoint, neuronY, type StageLayout } from "../layout.ts";
import { textWidth } from "../text.ts";
import { lacksEdges, neuronReach, newColumnX, type Drawn } from "./places.ts";

export interface Button {
  readonly kind: "addNeuron" | "addLayer" | "connectFully";
  readonly box: Box;
  readonly edit: Edit;
}

const RADIUS = 10;
const SMALLEST = 5;
/** Least distance of a button from the stage's foot, from a caption and from the neuron above it, px. */
const SPACE = 4;
/** Least distance of a button for a layer from the stage's left and right edge where columns are wide, px. */
const INSET = 16;
const WIDE_GAP = 128;
/** Half the width of a caption's short head, `l = 2`, in sizes of its type. */
const HEAD_SHARE = 1.4;
/** The chip beside a neuron: height, text and padding, distance from the neuron, px. */
export const CHIP = { height: 26, size: 12.5, padding: 22, gap: 8 } as const;

/** All the buttons of the stage. */
export function buttonsOf(drawn: Drawn, picked: readonly Item[], chipWords: string): Button[] {
  const { stage } = drawn;
  const { sizes } = stage;
  const chip = chipOf(drawn, picked, chipWords);
  const list: Button[] = chip === null ? [] : [chip];
  sizes.forEach((n, index) => {
    if (n < LIMITS.neurons) list.push(neuronButton(stage, index + 1));
  });
  if (sizes.length === 0 || sizes.length >= LIMITS.layers) return list;
  for (let l = 1; l <= sizes.length + 1; l++) list.push(layerButton(stage, l));
  return list;
}

function neuronButton(stage: StageLayout, l: number): Button {
  const { columns, sizes, height, gap } = stage;
  const n = sizes[l - 1];
  const foot = neuronY(stage, l, n) + neuronReach(stage, l);
  // Where little is left below the last neuron it is smaller, and lies on nothing.
  const room = (height - foot - SPACE) / 2;
  const r = Math.max(SMALLEST, Math.min(RADIUS, gap * 0.3, room));
  const y = Math.min(height - r - 1, foot + r + SPACE);
  return {
    kind: "addNeuron",
    box: boxAround(columns[l - 1], y, 2 * r, 2 * r),
    edit: { type: "addNeuron", l, at: n + 1, connected: true },
  };
}

function layerButton(stage: StageLayout, l: number): Button {
  const { sizes, columns, width, gap, caption } = stage;
  const r = Math.min(RADIUS, gap * 0.3);
  const least = r + (gap < WIDE_GAP ? SPACE : INSET);
  const x = Math.max(least, Math.min(width - least, newColumnX(stage, l)));
  // At the edge of a narrow stage a caption has moved in: the button goes above it, if it can.
  const meetsCaption = columns.some(
    (column) => Math.abs(column - x) < r + SPACE + caption.size * HEAD_SHARE,
  );
  const above = caption.y - caption.size - r;
  const below = (caption.second?.y ?? caption.y) + r + SPACE + 2;
  const beside = caption.y - caption.size * 0.35;
  const y = meetsCaption ? (above > r ? above : below) : beside;
  return {
    kind: "addLayer",
    box: boxAround(x, y, 2 * r, 2 * r),
    edit: { type: "addLayer", l, size: sizes[l - 2] ?? sizes[0], connected: true },
  };
}

/** Above the neuron picked last, over its line z, where any of the picked ones lacks an edge. */
function chipOf(drawn: Drawn, picked: readonly Item[], words: string): Button | null {
  const neurons: NeuronAt[] = picked
    .filter((item) => item.kind === "neuron")
    .map(({ l, i }) => ({ l, i }))
    .filter((neuron) => lacksEdges(drawn, neuron));
  const last = neurons.at(-1);
  if (last === undefined) return null;
  const { stage } = drawn;
  const { x, y } = neuronPoint(stage, last.l, last.i);
  const width = textWidth(words) * CHIP.size + CHIP.padding;
  const middle = Math.max(width / 2, Math.min(stage.width - width / 2, x));
  const far = stage.detail?.far ?? stage.radius + CHIP.gap + CHIP.height / 2;
  const above = Math.max(CHIP.height / 2, y - far);
  return {
    kind: "connectFully",
    box: boxAround(middle, above, width, CHIP.height),
    edit: { type: "connectFully", neurons },
  };
}

/** The button at a point, or the nearest one whose centre is within reach. */
export function buttonAt(
  buttons: readonly Button[],
  { x, y }: Point,
  reach: number,
): Button | null {
  const inside = buttons.find(({ box }) => contains(box, x, y));
  if (inside !== undefined) return inside;
  let nearest: Button | null = null;
  let least = reach;
  for (const button of buttons) {
    const { box } = button;
    const dx = Math.max(0, Math.abs(x - box.x - box.width / 2) - (box.width - box.height) / 2);
    const distance = Math.hypot(dx, y - box.y - box.height / 2);
    if (distance > least) continue;
    least = distance;
    nearest = button;
  }
  return nearest;
}
