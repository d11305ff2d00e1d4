/** Walking over the drawing by keyboard: columns from left to right, each from top to bottom. */
import { ref, sameRef, type Ref } from "../engine/ref.ts";
import type { Shape } from "../engine/trace.ts";
import type { Point } from "./curve.ts";
import { pointAt } from "./curve.ts";
import { neuronY, type StageLayout } from "./layout.ts";
import { edgesInto } from "./scene.ts";

export type Direction = "left" | "right" | "up" | "down";

interface Stop {
  readonly ref: Ref;
  readonly y: number;
}

/** The stops of every column: neurons with their biases, then the edges to the next, … targets, E. */
export interface Walk {
  readonly columns: readonly (readonly Stop[])[];
}

/** The walk over a stage; `place` is where an edge's label stands, if it has a lasting place. */
export function createWalk(
  stage: StageLayout,
  shape: Pick<Shape, "layout" | "mask">,
  place: (slot: number) => Point | null,
): Walk {
  const L = stage.sizes.length;
  const columns: Stop[][] = [];
  for (let l = 1; l <= L; l++) {
    if (l > 1) {
      const stops = edgesInto(stage, shape, l).map(({ slot, i, j, curve }) => ({
        ref: ref("w", l, i, j),
        y: (place(slot) ?? pointAt(curve, 0.5)).y,
      }));
      if (stops.length > 0) columns.push(sorted(stops));
    }
    const stops: Stop[] = [];
    for (let i = 1; i <= stage.sizes[l - 1]; i++) {
      const y = neuronY(stage, l, i);
      stops.push({ ref: ref("a", l, i), y });
      if (l > 1) stops.push({ ref: ref("b", l, i), y: y + (stage.detail?.far ?? 0) });
    }
    columns.push(stops);
  }
  if (L < 2) return { columns };
  const targets: Stop[] = [];
  for (let i = 1; i <= stage.sizes[L - 1]; i++) {
    targets.push({ ref: ref("t", 0, i), y: neuronY(stage, L, i) });
  }
  targets.push({ ref: ref("E"), y: stage.E.box.y + stage.E.box.height / 2 });
  columns.push(sorted(targets));
  return { columns };
}

/**
 * The next stop from a thing; the first neuron from nothing; the thing itself at the border; null
 * where there is nothing at all.
 */
export function step(walk: Walk, from: Ref | null, direction: Direction): Ref | null {
  const at = from === null ? null : find(walk, from);
  if (at === null) return walk.columns[0]?.[0].ref ?? null;
  const column = walk.columns[at.column];
  if (direction === "up" || direction === "down") {
    const row = at.row + (direction === "up" ? -1 : 1);
    return (column[row] ?? column[at.row]).ref;
  }
  const next = walk.columns[at.column + (direction === "left" ? -1 : 1)];
  if (next === undefined) return column[at.row].ref;
  const { y } = column[at.row];
  return next.reduce((best, stop) => (Math.abs(stop.y - y) < Math.abs(best.y - y) ? stop : best))
    .ref;
}

function find(walk: Walk, from: Ref): { column: number; row: number } | null {
  const place = stopFor(from);
  for (let column = 0; column < walk.columns.length; column++) {
    const row = walk.columns[column].findIndex((stop) => sameRef(stop.ref, place));
    if (row >= 0) return { column, row };
  }
  return null;
}

/** The thing whose place a quantity shares. */
export function stopFor(r: Ref): Ref {
  switch (r.q) {
    case "gw":
    case "nw":
      return ref("w", r.l, r.i, r.j);
    case "gb":
    case "nb":
      return ref("b", r.l, r.i);
    case "z":
    case "d":
    case "s":
    case "tz":
    case "ta":
      return ref("a", r.l, r.i);
    case "tE":
    case "nE":
      return ref("E");
    default:
      return r;
  }
}

function sorted(stops: readonly Stop[]): Stop[] {
  return stops.toSorted((p, q) => p.y - q.y);
}
