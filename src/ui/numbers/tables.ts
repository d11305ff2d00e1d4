/** The tables of given numbers, W^(l), b^(l), x and t, as the computation on the screen has them. */
import type { Layout } from "../../engine/layout.ts";
import { weightIndex } from "../../engine/layout.ts";
import { ref, type Ref } from "../../engine/ref.ts";
import { edgeExists, valueOf, type Trace } from "../../engine/trace.ts";
import type { Network } from "../../engine/network.ts";
import type { Command, Table } from "../../session/command.ts";
import type { MatrixTarget } from "../../share/matrixFit.ts";
import type { MatrixRows } from "../../share/matrixText.ts";

/** The table of layer l, which is not read for x and t; vectors have one column. */
export function targetOf({ sizes, L }: Layout, table: Table, l: number): MatrixTarget {
  switch (table) {
    case "w":
      return { table, l, rows: sizes[l - 1], columns: sizes[l - 2] };
    case "b":
      return { table, l, rows: sizes[l - 1], columns: 1 };
    case "x":
      return { table, l: 1, rows: sizes[0], columns: 1 };
    case "t":
      return { table, l: L, rows: sizes[L - 1], columns: 1 };
  }
}

/** The number in row i and column j of a table. */
export function refAt({ table, l }: MatrixTarget, i: number, j: number): Ref {
  switch (table) {
    case "w":
      return ref("w", l, i, j);
    case "b":
      return ref("b", l, i);
    case "x":
      return ref("a", 1, i);
    case "t":
      return ref("t", 0, i);
  }
}

/** The numbers of a table; null where there is no edge. */
export function rowsOf(trace: Trace, target: MatrixTarget): MatrixRows {
  return Array.from({ length: target.rows }, (_, i) =>
    Array.from({ length: target.columns }, (_, j) => {
      const of = refAt(target, i + 1, j + 1);
      const isThere = of.q !== "w" || edgeExists(trace, of.l, of.i, of.j);
      return isThere ? valueOf(trace, of) : null;
    }),
  );
}

/** Draws the edge of w_ij^(l), which is missing, with this weight. */
export function drawEdge({ layout, mask, w }: Network, of: Ref, weight: number): Command {
  const from = layout.weightOffset[of.l];
  const to = layout.weightOffset[of.l + 1];
  const k = weightIndex(layout, of.l, of.i, of.j) - from;
  return {
    type: "setValues",
    table: "w",
    l: of.l,
    values: w.slice(from, to).with(k, weight),
    mask: mask === null ? null : mask.slice(from, to).with(k, 1),
  };
}
