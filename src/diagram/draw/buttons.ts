/** The quiet "+" of every column and gap, and the chip that connects what is picked. Pure. */
import { LIMITS } from "../../engine/layout.ts";
import { boxAround, contains, overlaps, type Box } from "../box.ts";
import type { Point } from "../curve.ts";
import type { Edit, Item, NeuronAt } from "../edits.ts";
import {
  CAPTION_MARGIN,
  detailBox,
  neuronBox,
  neuronPoint,
  neuronY,
  type StageLayout,
} from "../layout.ts";
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
/** How far the ring of a picked neuron reaches beyond it, with its stroke, px. */
const RING = 7;
/** Least distance of a button for a layer from the stage's left and right edge where columns are wide, px. */
const INSET = 16;
const WIDE_GAP = 128;
/** Least distance of a small one from that edge, px. */
const EDGE = 1.5;
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
  // Below the ring of a picked neuron too.
  const foot = neuronY(stage, l, n) + Math.max(neuronReach(stage, l), stage.radius + RING);
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
  const { sizes } = stage;
  const spots = layerSpots(stage, l);
  const free = spots.find((spot) => isClear(stage, spot, l));
  const { x, y, r } = free ?? spots[spots.length - 1];
  return {
    kind: "addLayer",
    box: boxAround(x, y, 2 * r, 2 * r),
    edit: { type: "addLayer", l, size: sizes[l - 2] ?? sizes[0], connected: true },
  };
}

interface Spot extends Point {
  readonly r: number;
}

/** Where the button for a new layer l may stand, the best first; the last one, if nothing is free. */
function layerSpots(stage: StageLayout, l: number): Spot[] {
  const { width, gap, caption } = stage;
  const r = Math.min(RADIUS, gap * 0.3);
  const least = r + (gap < WIDE_GAP ? SPACE : INSET);
  const x = Math.max(least, Math.min(width - least, newColumnX(stage, l)));
  const beside = caption.y - caption.size * 0.35;
  const above = caption.y - caption.size - r;
  const below = (caption.second?.y ?? caption.y) + SPACE + 2;
  const spots = [{ x, y: beside, r }];
  if (above > r) spots.push({ x, y: above, r });
  spots.push({ x, y: below + r, r });
  if (l > 1) return spots;
  // At the edge of a narrow stage there may be room for a smaller one, whole with its stroke.
  const middle = headBox(stage, 1).x / 2 - 1;
  const room = middle - EDGE;
  if (room >= SMALLEST) spots.push({ x: middle, y: beside, r: Math.min(r, room) });
  const small = Math.min(r, SMALLEST);
  spots.push({ x: small + EDGE, y: below + small, r: small });
  return spots;
}

/** Whether it is met by nothing that stands at the head of the columns beside it. */
function isClear(stage: StageLayout, { x, y, r }: Spot, l: number): boolean {
  const around = boxAround(x, y, 2 * r, 2 * r);
  return [l - 1, l]
    .filter((column) => column >= 1 && column <= stage.sizes.length)
    .flatMap((column) => [
      headBox(stage, column),
      neuronBox(stage, column, 1),
      detailBox(stage, column, 1, "above"),
    ])
    .every((box) => box === null || !overlaps(box, around, 1));
}

/** The first line of a column's caption. */
function headBox({ caption, columns, sizes, width }: StageLayout, l: number): Box {
  const text = !caption.full
    ? String(l)
    : l > 1 && l === sizes.length
      ? `l = L = ${l}`
      : `l = ${l}`;
  const half = (textWidth(text) * caption.size) / 2;
  const edge = half + CAPTION_MARGIN;
  const x = Math.max(edge, Math.min(width - edge, columns[l - 1]));
  return boxAround(x, caption.y - caption.size * 0.35, 2 * half, caption.size);
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
