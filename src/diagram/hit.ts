/** What stands under a point of the stage: by geometry, in one place. Pure. */
import { ref, type Ref } from "../engine/ref.ts";
import { edgeExists, type Shape } from "../engine/trace.ts";
import { contains, type Box } from "./box.ts";
import { down, parameterAtX } from "./curve.ts";
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

/** How far from an edge it is still meant, px: a mouse, a finger. */
export const SLOP = { mouse: 8, touch: 22 } as const;

/** The thing at (x, y): a value's box, else a neuron, else the nearest edge within `slop` px. */
export function hitTest(map: HitMap, x: number, y: number, slop: number): Hit | null {
  const inBox = nearestBox(map.boxes, x, y, slop);
  if (inBox !== null) return { ref: inBox.ref, onValue: true };
  const neuron = neuronAt(map, x, y, slop);
  if (neuron !== null) return { ref: neuron, onValue: true };
  const edge = edgeAt(map, x, y, slop);
  return edge && { ref: edge, onValue: false };
}

/** The box that holds the point; else, for a finger, the nearest one within half the slop. */
function nearestBox(boxes: readonly HitBox[], x: number, y: number, slop: number): HitBox | null {
  const inside = boxes.find(({ box }) => contains(box, x, y));
  if (inside !== undefined || slop <= SLOP.mouse) return inside ?? null;
  let nearest: HitBox | null = null;
  let least = slop / 2;
  for (const candidate of boxes) {
    const { box } = candidate;
    const dx = Math.max(box.x - x, 0, x - box.x - box.width);
    const dy = Math.max(box.y - y, 0, y - box.y - box.height);
    const distance = Math.hypot(dx, dy);
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

function neuronAt({ stage }: HitMap, x: number, y: number, slop: number): Ref | null {
  const { radius, halfWidth, gap, pitch, middle, columns, sizes } = stage;
  const l = Math.round((x - columns[0]) / gap) + 1;
  if (l < 1 || l > sizes.length) return null;
  const n = sizes[l - 1];
  const i = Math.round((y - middle) / pitch + (n + 1) / 2);
  if (i < 1 || i > n) return null;
  // Small neurons may be missed by a little, but never reach into their neighbours.
  const room = Math.max(0, Math.min(slop / 2, pitch / 2 - radius, gap / 2 - halfWidth));
  const dx = Math.max(0, Math.abs(x - columns[l - 1]) - (halfWidth - radius));
  const dy = y - neuronY(stage, l, i);
  return Math.hypot(dx, dy) <= radius + room ? ref("a", l, i) : null;
}

function edgeAt({ stage, shape }: HitMap, x: number, y: number, slop: number): Ref | null {
  const { columns, sizes, halfWidth } = stage;
  const l = columns.findLastIndex((column) => x > column + halfWidth) + 2;
  if (l < 2 || l > sizes.length || x >= columns[l - 1] - halfWidth) return null;
  // All curves between two columns share their x, so one parameter serves them all.
  const sample = edgeCurve(stage, l, 1, 1);
  const t = parameterAtX(sample, x);
  const covered = down(t);
  const width = sample.x1 - sample.x0;
  let nearest: Ref | null = null;
  let least: number = slop;
  for (let j = 1; j <= sizes[l - 2]; j++) {
    const y0 = neuronY(stage, l - 1, j);
    for (let i = 1; i <= sizes[l - 1]; i++) {
      const height = neuronY(stage, l, i) - y0;
      // dy/dx: (6t − 6t²)·height over (3/2 − 3t + 3t²)·width.
      const slope = ((6 * t * (1 - t)) / (1.5 - 3 * t + 3 * t * t)) * (height / width);
      const distance = Math.abs(y - y0 - height * covered) / Math.hypot(1, slope);
      if (distance < least && edgeExists(shape, l, i, j)) {
        least = distance;
        nearest = ref("w", l, i, j);
      }
    }
  }
  return nearest;
}
