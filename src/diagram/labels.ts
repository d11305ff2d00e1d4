/**
 * Where the weights' labels stand on their curves: candidates along each curve, then a
 * min-conflicts search. Deterministic: the same network on the same stage gives the same places.
 */
import { boxAround, overlaps, type Box } from "./box.ts";
import { down, parameterAtX, pointAt, type Curve, type Point } from "./curve.ts";

export interface LabelSize {
  readonly width: number;
  readonly height: number;
}

interface Candidate extends Point {
  readonly box: Box;
  /** How ill it stands even without a conflict. */
  readonly cost: number;
}

/** Least distance of two labels, px. */
const SPACE = 2;
/** Within so many px of a box another curve is disturbing. */
const NEAR = 16;
const STEPS = 28;
/** Beyond so many labels between two columns, or so dense, there is nothing worth a search. */
export const MOST_LABELS = 64;
const DENSEST = 0.6;
/** Moves of the search, for each label. */
const ROUNDS = 16;

/**
 * A place for the label of every curve between two columns, in the order of the curves, or null
 * if no way was found that keeps all of them apart from each other and from the obstacles.
 */
export function placeAll(
  curves: readonly Curve[],
  size: LabelSize,
  obstacles: readonly Box[],
): Point[] | null {
  if (curves.length > MOST_LABELS || density(curves, size) > DENSEST) return null;
  const candidates = curves.map((curve) => candidatesOf(curve, curves, size, obstacles));
  if (candidates.some((list) => list.length === 0)) return null;
  const chosen = search(candidates);
  return chosen && chosen.map((at, e) => candidates[e][at]);
}

/** Share of the room between the columns that the labels would cover. */
function density(curves: readonly Curve[], { width, height }: LabelSize): number {
  if (curves.length === 0) return 0;
  const heights = curves.flatMap(({ y0, y1 }) => [y0, y1]);
  const tall = Math.max(...heights) - Math.min(...heights) + 2 * height;
  const wide = curves[0].x1 - curves[0].x0;
  return (curves.length * width * height) / (tall * Math.max(wide, width));
}

/**
 * Places for as many curves as fit, the earlier ones first; null where there is none.
 *
 * @param sizes of the labels, by curve
 * @param insisted so many of the first curves get a place even if it is over an obstacle, and the
 *   very first in any case
 */
export function placeSome(
  curves: readonly Curve[],
  sizes: readonly LabelSize[],
  obstacles: readonly Box[],
  insisted: number,
): (Point | null)[] {
  const taken: Box[] = [];
  return curves.map((curve, e) => {
    const size = sizes[e];
    const best = (around: readonly Box[]): Candidate | null =>
      cheapest(
        candidatesOf(curve, curves, size, around).filter(
          ({ box }) => !taken.some((other) => overlaps(box, other, SPACE)),
        ),
      );
    const place = best(obstacles) ?? (e < insisted ? best([]) : null);
    if (place !== null) taken.push(boxAround(place.x, place.y, size.width, size.height));
    return place;
  });
}

function candidatesOf(
  curve: Curve,
  all: readonly Curve[],
  { width, height }: LabelSize,
  obstacles: readonly Box[],
): Candidate[] {
  const near = obstacles.filter(
    (box) => box.x < curve.x1 + width && box.x + box.width > curve.x0 - width,
  );
  const list: Candidate[] = [];
  for (let step = 0; step <= STEPS; step++) {
    const t = 0.04 + (0.92 * step) / STEPS;
    const point = pointAt(curve, t);
    const box = boxAround(point.x, point.y, width, height);
    if (near.some((obstacle) => overlaps(box, obstacle, SPACE))) continue;
    const covered = coverage(box, curve, all);
    const share = (point.x - curve.x0) / (curve.x1 - curve.x0);
    list.push({ x: point.x, y: point.y, box, cost: covered * 3 + Math.abs(share - 0.5) * 4 });
  }
  return list;
}

/**
 * How many other curves the box hides, and, far less, how close it comes to others: a label must
 * not be read as its neighbour's. The outer eighths are left out, most texts being shorter.
 */
function coverage(box: Box, own: Curve, all: readonly Curve[]): number {
  const left = down(parameterAtX(own, box.x + box.width / 8));
  const right = down(parameterAtX(own, box.x + (box.width * 7) / 8));
  let sum = 0;
  for (const { y0, y1 } of all) {
    if (own.y0 === y0 && own.y1 === y1) continue;
    // Curves are monotonic: between the box's sides they take all heights between these two.
    const here = y0 + (y1 - y0) * left;
    const there = y0 + (y1 - y0) * right;
    const above = box.y - Math.max(here, there);
    const below = Math.min(here, there) - box.y - box.height;
    const distance = Math.max(above, below);
    if (distance < 0) sum += 1;
    else if (distance < NEAR) sum += 0.3 * (1 - distance / NEAR);
  }
  return sum;
}

function cheapest(list: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of list) if (best === null || candidate.cost < best.cost) best = candidate;
  return best;
}

/** The index of a candidate for each label so that no two overlap, or null. */
function search(candidates: readonly (readonly Candidate[])[]): number[] | null {
  const n = candidates.length;
  const chosen = candidates.map((list) => list.indexOf(cheapest(list)!));
  // What a candidate has been charged for being part of a deadlock (breakout local search).
  const charged = candidates.map((list) => new Float64Array(list.length));

  const meets = (box: Box, other: number): boolean =>
    overlaps(box, candidates[other][chosen[other]].box, SPACE);
  const conflicts = (e: number, at: number): number => {
    const { box } = candidates[e][at];
    let count = 0;
    for (let other = 0; other < n; other++) if (other !== e && meets(box, other)) count++;
    return count;
  };
  /** How many labels each label overlaps, kept up to date by `move`. */
  const load = candidates.map((_, e) => conflicts(e, chosen[e]));

  const move = (e: number, weight: number): void => {
    let best = 0;
    let least = Infinity;
    for (let at = 0; at < candidates[e].length; at++) {
      const known = candidates[e][at].cost + charged[e][at];
      if (known >= least) continue;
      const cost = known + conflicts(e, at) * weight;
      if (cost < least) {
        least = cost;
        best = at;
      }
    }
    if (best === chosen[e]) return;
    const before = candidates[e][chosen[e]].box;
    const after = candidates[e][best].box;
    chosen[e] = best;
    load[e] = 0;
    for (let other = 0; other < n; other++) {
      if (other === e) continue;
      if (meets(before, other)) load[other]--;
      if (!meets(after, other)) continue;
      load[other]++;
      load[e]++;
    }
  };

  for (let round = 0; ; round++) {
    // Begin elsewhere each round, so that no label is always the one to give way.
    let e = -1;
    for (let k = 0; k < n && e < 0; k++) if (load[(round + k) % n] > 0) e = (round + k) % n;
    if (e < 0) break;
    if (round === ROUNDS * n) return null;
    charged[e][chosen[e]] += 4;
    move(e, 12);
  }
  for (const list of charged) list.fill(0);
  for (let pass = 0; pass < 3; pass++) for (let e = 0; e < n; e++) move(e, 1e6);
  return chosen;
}
