/** Whether pasted numbers fit where they were pasted, and what could be offered where they do not. */
import { LIMITS } from "../engine/layout.ts";
import type { MatrixRows } from "./matrixText.ts";

/** The table that is pasted into: W^(l) or b^(l), `l` = 1 for x, L for t. Vectors have 1 column. */
export interface MatrixTarget {
  readonly table: "w" | "b" | "x" | "t";
  readonly l: number;
  readonly rows: number;
  readonly columns: number;
}

/** Row-major, of the shape the kind of fit says; `mask` is 0 where there is no connection. */
export interface FitNumbers {
  readonly values: Float64Array;
  /** Null where every connection exists. */
  readonly mask: Uint8Array | null;
}

export interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/** What came has another shape than the target, or a hole where a number must be. */
export type MisfitReason =
  | { readonly code: "shape"; readonly found: Shape }
  | { readonly code: "limit"; readonly found: Shape; readonly limit: number }
  | { readonly code: "hole"; readonly row: number; readonly column: number };

export type Fit =
  | ({ readonly kind: "fits" } & FitNumbers)
  /** Fits when transposed: an offer, with the numbers in their new order. */
  | ({ readonly kind: "transpose"; readonly found: Shape } & FitNumbers)
  /** Fits when the target takes this shape, within the limits of a layer: an offer. */
  | ({ readonly kind: "resize"; readonly found: Shape } & Shape & FitNumbers)
  | { readonly kind: "misfit"; readonly reason: MisfitReason };

/** How rows of equal length fit a target. A vector may come as one row or as one column. */
export function fitMatrix(rows: MatrixRows, target: MatrixTarget): Fit {
  const found = { rows: rows.length, columns: rows[0].length };
  if (target.table !== "w") {
    const hole = holeIn(rows);
    if (hole !== null) return { kind: "misfit", reason: { code: "hole", ...hole } };
    return fitVector(rows, found, target);
  }
  if (sameShape(found, target)) return { kind: "fits", ...numbersOf(rows) };
  if (sameShape({ rows: found.columns, columns: found.rows }, target)) {
    return { kind: "transpose", found, ...numbersOf(transposed(rows)) };
  }
  return resize(rows, found, found);
}

function fitVector(rows: MatrixRows, found: Shape, target: MatrixTarget): Fit {
  if (found.rows > 1 && found.columns > 1) {
    return { kind: "misfit", reason: { code: "shape", found } };
  }
  const column = found.rows === 1 ? transposed(rows) : rows;
  if (column.length === target.rows) return { kind: "fits", ...numbersOf(column) };
  return resize(column, found, { rows: column.length, columns: 1 });
}

function resize(rows: MatrixRows, found: Shape, shape: Shape): Fit {
  const limit = LIMITS.neurons;
  if (shape.rows > limit || shape.columns > limit) {
    return { kind: "misfit", reason: { code: "limit", found, limit } };
  }
  return { kind: "resize", found, ...shape, ...numbersOf(rows) };
}

function sameShape(a: Shape, b: Shape): boolean {
  return a.rows === b.rows && a.columns === b.columns;
}

function transposed(rows: MatrixRows): MatrixRows {
  return rows[0].map((_, j) => rows.map((row) => row[j]));
}

/** The numbers, and which are there; a missing edge has weight 0. */
function numbersOf(rows: MatrixRows): FitNumbers {
  const entries = rows.flat();
  const mask = Uint8Array.from(entries, (entry) => (entry === null ? 0 : 1));
  const values = Float64Array.from(entries, (entry) => entry ?? 0);
  return { values, mask: mask.includes(0) ? mask : null };
}

function holeIn(rows: MatrixRows): { row: number; column: number } | null {
  const row = rows.findIndex((entries) => entries.includes(null));
  return row < 0 ? null : { row: row + 1, column: rows[row].indexOf(null) + 1 };
}
