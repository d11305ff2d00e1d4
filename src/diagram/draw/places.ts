/** Where on the stage a neuron would go, and what a frame takes in: by geometry alone. Pure. */
import { edgeExists, type Shape } from "../../engine/trace.ts";
import { contains, type Box } from "../box.ts";
import { pointAt, type Point } from "../curve.ts";
import type { Item, NeuronAt } from "../edits.ts";
import { edgeCurve, neuronPoint, neuronY, type StageLayout } from "../layout.ts";

/** The drawing as it stands: geometry, and which edges there are. */
export interface Drawn {
  readonly stage: StageLayout;
  readonly shape: Pick<Shape, "layout" | "mask">;
}

/** Whether a drawing has a thing: what is picked may be of a network that is on its way. */
export function isDrawn(item: Item, { stage: { sizes } }: Drawn): boolean {
  const has = (l: number, i: number): boolean => i <= (sizes[l - 1] ?? 0);
  if (item.kind === "layer") return has(item.l, 1);
  return has(item.l, item.i) && (item.kind === "neuron" || has(item.l - 1, item.j));
}

/** A place for a neuron: as number `at` of layer l, or alone in a new layer with the index l. */
export type Place =
  | { readonly kind: "column"; readonly l: number; readonly at: number }
  | { readonly kind: "newLayer"; readonly l: number };

/** Within so many gaps of a column's x a point belongs to the column. */
const COLUMN_SHARE = 0.3;
/** Least distance of a ghost's centre from the stage's edge, and its way beyond a neuron, px. */
const MARGIN = 24;

/** The place nearest to a point. */
export function placeAt(stage: StageLayout, { x, y }: Point): Place {
  const { columns, sizes, gap, width, halfWidth } = stage;
  const reach = gap * COLUMN_SHARE;
  // Near the stage's edge half of what is left there belongs to a new layer.
  const beyond = (room: number): number => Math.max(halfWidth, Math.min(reach, room / 2));
  const left = beyond(columns[0]);
  const right = beyond(width - columns[columns.length - 1]);
  const belongs = (column: number, index: number): boolean =>
    x >= column - (index === 0 ? left : reach) &&
    x <= column + (index === columns.length - 1 ? right : reach);
  const l = columns.findIndex(belongs) + 1;
  if (l === 0) return { kind: "newLayer", l: columns.filter((column) => column < x).length + 1 };
  const at = Math.ceil(rowAt(stage, l, y));
  return { kind: "column", l, at: Math.max(1, Math.min(sizes[l - 1] + 1, at)) };
}

/** The neuron's number at a height of a column, with fractions in between. */
function rowAt({ middle, pitch, sizes }: StageLayout, l: number, y: number): number {
  return (y - middle) / pitch + (sizes[l - 1] + 1) / 2;
}

/** Where a place is shown: between two neurons, beyond the last ones, between two columns. */
export function spotOf(stage: StageLayout, place: Place): Point {
  const { columns, sizes, width, height, middle, pitch } = stage;
  const inside = (value: number, most: number): number =>
    Math.max(MARGIN, Math.min(most - MARGIN, value));
  if (place.kind === "newLayer") {
    return { x: inside(newColumnX(stage, place.l), width), y: middle };
  }
  const { l, at } = place;
  const n = sizes[l - 1];
  const beyond = Math.min(pitch, neuronReach(stage, l) + MARGIN);
  const y =
    at === 1
      ? neuronY(stage, l, 1) - beyond
      : at > n
        ? neuronY(stage, l, n) + beyond
        : neuronY(stage, l, at) - pitch / 2;
  return { x: columns[l - 1], y: inside(y, height) };
}

/** How far below its centre a neuron of layer l ends, with its line or turned text. */
export function neuronReach({ radius, detail, values }: StageLayout, l: number): number {
  if (values?.turned) return values.below.dy + values.below.width;
  return detail === null || l === 1 ? radius : detail.far + detail.height / 2;
}

/** Halfway between the columns a new layer would part, or before the first, behind the last. */
export function newColumnX({ columns, gap, width }: StageLayout, l: number): number {
  const [left, right] = [columns[l - 2], columns[l - 1]];
  if (left === undefined && right === undefined) return width / 2;
  if (left === undefined) return right - gap / 2;
  if (right === undefined) return left + gap / 2;
  return (left + right) / 2;
}

/** Where a neuron comes to stand that is dropped at a place; null where that changes nothing. */
export function destination(
  { sizes }: StageLayout,
  { l, i }: NeuronAt,
  place: Place,
): { readonly l: number; readonly at: number } | { readonly newLayer: number } | null {
  if (place.kind === "newLayer") {
    const staysAlone = sizes[l - 1] === 1 && (place.l === l || place.l === l + 1);
    return staysAlone ? null : { newLayer: place.l };
  }
  if (place.l !== l) return { l: place.l, at: place.at };
  // Its own place closes behind it.
  const at = place.at > i ? place.at - 1 : place.at;
  return at === i ? null : { l, at };
}

/** The neuron at a point, each counted at least `reach` px around its centre but no further than half way to the next. */
export function neuronAt(stage: StageLayout, { x, y }: Point, reach: number): NeuronAt | null {
  const { columns, sizes, halfWidth, radius, gap, pitch } = stage;
  const reachX = Math.max(halfWidth, Math.min(reach, gap / 2));
  const reachY = Math.max(radius, Math.min(reach, pitch / 2));
  for (let l = 1; l <= columns.length; l++) {
    if (Math.abs(columns[l - 1] - x) > reachX) continue;
    const i = Math.max(1, Math.min(sizes[l - 1], Math.round(rowAt(stage, l, y))));
    if (Math.abs(neuronY(stage, l, i) - y) <= reachY) return { l, i };
  }
  return null;
}

/** The layer whose caption holds a point, each head at least `reach` px high and wide around. */
export function captionAt(stage: StageLayout, { x, y }: Point, reach: number): number | null {
  const { columns, caption, gap } = stage;
  const half = Math.min(gap / 2, Math.max(reach, caption.size * 3.2));
  const bottom = (caption.second?.y ?? caption.y) + 6;
  const middle = (caption.y - caption.size + bottom) / 2;
  const halfHeight = Math.max(reach, (bottom - caption.y + caption.size) / 2);
  if (Math.abs(y - middle) > halfHeight) return null;
  const l = columns.findIndex((column) => Math.abs(column - x) <= half) + 1;
  return l === 0 ? null : l;
}

/** The upright box with two opposite corners. */
export function boxBetween(p: Point, q: Point): Box {
  return {
    x: Math.min(p.x, q.x),
    y: Math.min(p.y, q.y),
    width: Math.abs(p.x - q.x),
    height: Math.abs(p.y - q.y),
  };
}

/** Pieces by which a curve is looked for in a frame. */
const PIECES = 24;

/** The neurons in a frame; where it holds none, the edges that pass through it. */
export function itemsIn({ stage, shape }: Drawn, frame: Box): Item[] {
  const neurons: Item[] = [];
  stage.sizes.forEach((count, index) => {
    for (let i = 1; i <= count; i++) {
      const { x, y } = neuronPoint(stage, index + 1, i);
      if (contains(frame, x, y)) neurons.push({ kind: "neuron", l: index + 1, i });
    }
  });
  return neurons.length > 0 ? neurons : edgesThrough({ stage, shape }, frame);
}

function edgesThrough({ stage, shape }: Drawn, frame: Box): Item[] {
  const edges: Item[] = [];
  for (let l = 2; l <= stage.sizes.length; l++) {
    const { x0, x1 } = edgeCurve(stage, l, 1, 1);
    if (frame.x > x1 || frame.x + frame.width < x0) continue;
    for (let i = 1; i <= stage.sizes[l - 1]; i++) {
      for (let j = 1; j <= stage.sizes[l - 2]; j++) {
        if (!edgeExists(shape, l, i, j)) continue;
        const curve = edgeCurve(stage, l, i, j);
        const points = Array.from({ length: PIECES + 1 }, (_, k) => pointAt(curve, k / PIECES));
        const meets = points.slice(1).some((point, k) => segmentMeets(points[k], point, frame));
        if (meets) edges.push({ kind: "edge", l, i, j });
      }
    }
  }
  return edges;
}

/** Whether a segment has a point in common with a box. */
function segmentMeets(p: Point, q: Point, box: Box): boolean {
  let [from, to] = [0, 1];
  for (const [start, way, low, high] of [
    [p.x, q.x - p.x, box.x, box.x + box.width],
    [p.y, q.y - p.y, box.y, box.y + box.height],
  ]) {
    if (way === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const [enter, leave] = [(low - start) / way, (high - start) / way];
    from = Math.max(from, Math.min(enter, leave));
    to = Math.min(to, Math.max(enter, leave));
  }
  return from <= to;
}

/** Whether any edge runs into layer l from the one before it. */
export function areConnected({ stage, shape }: Drawn, l: number): boolean {
  const { sizes } = stage;
  for (let i = 1; i <= (sizes[l - 1] ?? 0); i++) {
    for (let j = 1; j <= (sizes[l - 2] ?? 0); j++) if (edgeExists(shape, l, i, j)) return true;
  }
  return false;
}

/** Whether an edge that could be is missing at a neuron. */
export function lacksEdges({ stage, shape }: Drawn, { l, i }: NeuronAt): boolean {
  const { sizes } = stage;
  for (let j = 1; j <= (sizes[l - 2] ?? 0); j++) if (!edgeExists(shape, l, i, j)) return true;
  for (let k = 1; k <= (sizes[l] ?? 0); k++) if (!edgeExists(shape, l + 1, k, i)) return true;
  return false;
}
