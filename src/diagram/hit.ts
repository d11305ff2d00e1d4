/** What stands under a point of the stage: by geometry, in one place. Pure. */
import { ref, type Ref } from "../engine/ref.ts";
import { edgeExists, type Shape } from "../engine/trace.ts";
import { contains, type Box } from "./box.ts";
import { down, parameterAtX, pointAt } from "./curve.ts";
import { edgeCurve, neuronY, type StageLayout } from "./layout.ts";

export interface HitBox {
  readonly ref: Ref;
  readonly box: Box;
}

export interface HitMap {
  readonly stage: StageLayout;
  readonly shape: Pick<Shape, "layout" | "mask">;
  /** Boxes of texts that stand for a thing, the topmost first. */
  readonly boxes: readonly HitBox[];
}

export interface Hit {
  readonly ref: Ref;
  /** Whether the value itself was met, which can be dragged, or only its edge. */
  readonly onValue: boolean;
}

/** How far from a thing it is still meant, px: a mouse, a finger. */
export const SLOP = { mouse: 8, touch: 22 } as const;

/** Pieces into which a curve within reach of the point is divided to measure the way to it. */
const PIECES = 16;

/** A thing near the point and how far it is, px. */
interface Candidate {
  readonly hit: Hit;
  readonly distance: number;
}

/**
 * The thing at (x, y): a value's box or a neuron that holds the point, else whatever is nearest,
 * box, neuron or edge, if it is within `slop` px.
 */
export function hitTest(map: HitMap, x: number, y: number, slop: number): Hit | null {
  if (map.stage.sizes.length === 0) return null;
  const inside = map.boxes.find(({ box }) => contains(box, x, y));
  if (inside !== undefined) return { ref: inside.ref, onValue: true };
  const neuron = nearestNeuron(map, x, y, slop);
  if (neuron.distance === 0) return neuron.hit;
  let nearest = neuron;
  for (const other of [nearestBox(map, x, y), nearestEdge(map, x, y, slop)]) {
    if (other !== null && other.distance < nearest.distance) nearest = other;
  }
  return nearest.distance < slop ? nearest.hit : null;
}

function nearestBox({ boxes }: HitMap, x: number, y: number): Candidate | null {
  let nearest: Candidate | null = null;
  for (const { ref: r, box } of boxes) {
    const dx = Math.max(box.x - x, 0, x - box.x - box.width);
    const dy = Math.max(box.y - y, 0, y - box.y - box.height);
    const distance = Math.hypot(dx, dy);
    if (nearest === null || distance < nearest.distance) {
      nearest = { hit: { ref: r, onValue: true }, distance };
    }
  }
  return nearest;
}

/** The nearest neuron, at distance 0 if it holds the point. */
function nearestNeuron({ stage }: HitMap, x: number, y: number, slop: number): Candidate {
  const { radius, halfWidth, gap, pitch, middle, columns, sizes } = stage;
  const l = within(Math.round((x - columns[0]) / gap) + 1, sizes.length);
  const n = sizes[l - 1];
  const i = within(Math.round((y - middle) / pitch + (n + 1) / 2), n);
  // Where all edges meet one of them is always near: a neuron too small to be met without help
  // counts as half the slop wide, but never reaches into its neighbours.
  const room = Math.max(0, Math.min(slop / 2, pitch / 2, gap / 2) - radius);
  const dx = Math.max(0, Math.abs(x - columns[l - 1]) - (halfWidth - radius));
  const dy = y - neuronY(stage, l, i);
  const distance = Math.max(0, Math.hypot(dx, dy) - radius - room);
  return { hit: { ref: ref("a", l, i), onValue: true }, distance };
}

function within(index: number, count: number): number {
  return Math.max(1, Math.min(count, index));
}

function nearestEdge(map: HitMap, x: number, y: number, slop: number): Candidate | null {
  let nearest: Candidate | null = null;
  for (let l = 2; l <= map.stage.sizes.length; l++) {
    const found = nearestEdgeInto(map, l, x, y, nearest?.distance ?? slop);
    if (found !== null) nearest = found;
  }
  return nearest;
}

/** The nearest edge into layer l that is closer than `limit` px. */
function nearestEdgeInto(
  { stage, shape }: HitMap,
  l: number,
  x: number,
  y: number,
  limit: number,
): Candidate | null {
  // All curves between two columns share their x: one set of points serves them all.
  const sample = edgeCurve(stage, l, 1, 1);
  if (x < sample.x0 - limit || x > sample.x1 + limit) return null;
  const from = parameterAtX(sample, x - limit);
  const to = parameterAtX(sample, x + limit);
  const points = Array.from({ length: PIECES + 1 }, (_, k) => {
    const t = from + ((to - from) * k) / PIECES;
    return { dx: pointAt(sample, t).x - x, covered: down(t) };
  });
  const first = points[0].covered;
  const last = points[PIECES].covered;
  let found: Ref | null = null;
  let least = limit;
  for (let j = 1; j <= stage.sizes[l - 2]; j++) {
    const y0 = neuronY(stage, l - 1, j) - y;
    for (let i = 1; i <= stage.sizes[l - 1]; i++) {
      const height = neuronY(stage, l, i) - y - y0;
      // Curves are monotonic: within reach they take all heights between these two.
      const [here, there] = [y0 + height * first, y0 + height * last];
      if (Math.min(here, there) > least || Math.max(here, there) < -least) continue;
      if (!edgeExists(shape, l, i, j)) continue;
      for (let k = 0; k < PIECES; k++) {
        const [p, q] = [points[k], points[k + 1]];
        const distance = toSegment(p.dx, y0 + height * p.covered, q.dx, y0 + height * q.covered);
        if (distance >= least) continue;
        least = distance;
        found = ref("w", l, i, j);
      }
    }
  }
  return found && { hit: { ref: found, onValue: false }, distance: least };
}

/** Distance of the origin from the segment between two points. */
function toSegment(px: number, py: number, qx: number, qy: number): number {
  const [ux, uy] = [qx - px, qy - py];
  const length = ux * ux + uy * uy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, -(px * ux + py * uy) / length));
  return Math.hypot(px + share * ux, py + share * uy);
}
