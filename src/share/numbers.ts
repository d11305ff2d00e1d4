/** Numbers, lists and matrices as links write them. */
import { formatShortest } from "../numbers/format.ts";
import { parseNumber } from "../numbers/parse.ts";
import { excerpt, type LinkProblem, type Report } from "./problem.ts";

/** How a matrix writes a connection that does not exist. */
const NO_CONNECTION = "_";

/** `1e308`, not `1e+308`: some programs turn a `+` in an address into a space. */
export function writeNumber(value: number): string {
  return formatShortest(value).replace("e+", "e");
}

export function writeList(values: Float64Array): string {
  return Array.from(values, writeNumber).join(",");
}

/** Rows of `columns` numbers, separated by `;`; `_` where the mask has no edge. */
export function writeMatrix(
  values: Float64Array,
  mask: Uint8Array | null,
  columns: number,
): string {
  const rows: string[] = [];
  for (let start = 0; start < values.length; start += columns) {
    const row: string[] = [];
    for (let k = start; k < start + columns; k++) {
      row.push(mask !== null && mask[k] === 0 ? NO_CONNECTION : writeNumber(values[k]));
    }
    rows.push(row.join(","));
  }
  return rows.join(";");
}

/** One number into `accept`; a text that is none is reported. */
export function readNumber(
  key: string,
  text: string,
  report: Report,
  accept: (value: number) => void,
): void {
  const parsed = parseNumber(text);
  if (parsed.ok) accept(parsed.value);
  else {
    const { problem: reason } = parsed;
    report({ code: "number", key, text: excerpt(text), row: 0, column: 0, reason, others: 0 });
  }
}

/**
 * A list into `target`. A list of another length is not used at all; in one of the right length
 * an entry that cannot be read keeps what `target` holds. Both are reported.
 */
export function readList(key: string, text: string, target: Float64Array, report: Report): void {
  const entries = text.split(",");
  if (entries.length !== target.length) {
    report({ code: "count", key, found: entries.length, expected: target.length });
    return;
  }
  readEntries(key, entries, 0, target, null, report);
}

/** The rows of a matrix, each as the texts of its entries. */
export function splitMatrix(text: string): readonly (readonly string[])[] {
  return text.split(";").map((row) => row.split(","));
}

/**
 * W^(l) into `values` (row-major, `columns` wide) and `mask`. A matrix of another shape is not
 * used at all; in one of the right shape an entry that cannot be read keeps what `values` holds.
 */
export function readMatrix(
  key: string,
  l: number,
  text: string,
  target: { readonly values: Float64Array; readonly mask: Uint8Array; readonly columns: number },
  report: Report,
): void {
  const { values, mask, columns } = target;
  const rows = splitMatrix(text);
  const expected = values.length / columns;
  if (rows.length !== expected) {
    report({ code: "rows", key, l, found: rows.length, expected });
    return;
  }
  const odd = rows.findIndex((row) => row.length !== columns);
  if (odd >= 0) {
    const found = rows[odd].length;
    report({ code: "columns", key, l, row: odd + 1, found, expected: columns });
    return;
  }
  readEntries(key, rows.flat(), columns, values, mask, report);
}

/** Entries into the places of the same index; the first unreadable one is reported. */
function readEntries(
  key: string,
  entries: readonly string[],
  columns: number,
  values: Float64Array,
  mask: Uint8Array | null,
  report: Report,
): void {
  let first: Extract<LinkProblem, { code: "number" }> | null = null;
  let unreadable = 0;
  for (const [k, entry] of entries.entries()) {
    if (mask !== null && entry.trim() === NO_CONNECTION) {
      mask[k] = 0;
      values[k] = 0;
      continue;
    }
    const parsed = parseNumber(entry);
    if (parsed.ok) {
      values[k] = parsed.value;
      continue;
    }
    unreadable++;
    first ??= {
      code: "number",
      key,
      text: excerpt(entry),
      row: columns === 0 ? 0 : Math.floor(k / columns) + 1,
      column: columns === 0 ? k + 1 : (k % columns) + 1,
      reason: parsed.problem,
      others: 0,
    };
  }
  if (first !== null) report({ ...first, others: unreadable - 1 });
}
