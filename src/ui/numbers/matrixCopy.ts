/** A table of numbers as text for elsewhere, exact to the bit. */
import { formatShortest } from "../../numbers/format.ts";
import type { MatrixRows } from "../../share/matrixText.ts";

/** What a connection that does not exist is in cells, as in links. */
const NO_EDGE = "_";

/**
 * `np.array([[0.5, 1.0], [0.0, -2.0]])`, a column as a vector. Where there is no connection the
 * weight is 0, which is what it is in every product.
 */
export function asNumpy(rows: MatrixRows): string {
  const columns = rows[0]?.length ?? 0;
  if (columns === 1) return `np.array(${list(rows.map(([entry]) => python(entry)))})`;
  const lines = rows.map((row) => list(row.map(python)));
  return `np.array([${lines.join(",\n          ")}])`;
}

/** Rows of cells with tabs between them, for a spreadsheet. */
export function asCells(rows: MatrixRows): string {
  return rows
    .map((row) => row.map((entry) => (entry === null ? NO_EDGE : formatShortest(entry))).join("\t"))
    .join("\n");
}

function list(entries: readonly string[]): string {
  return `[${entries.join(", ")}]`;
}

/** With a point: an array of whole numbers would be one of integers, and round what is put in. */
function python(entry: number | null): string {
  const text = formatShortest(entry ?? 0);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
