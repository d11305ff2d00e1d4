/** Matrices as lines of cells: spreadsheets, CSV, Markdown, columns of numbers, and links. */
import { parseNumber } from "../numbers/parse.ts";
import { splitCells, type Cell, type CellRows } from "./matrixProblem.ts";

/** `w2=`, as before a matrix in a link. */
const NAME = /^\s*[A-Za-z_]\w{0,30}\s*=/;

/** The cells of a text without brackets. */
export function readGrid(text: string): CellRows {
  const lines = linesOf(text);
  if (lines.length > 0 && lines.every((line) => line.text.trimStart().startsWith("|"))) {
    return { rows: markdownRows(lines), notation: "markdown" };
  }
  const by = (separator: string): readonly (readonly Cell[])[] =>
    lines.map((line) => splitCells(line, separator));
  if (lines.some((line) => line.text.includes("\t"))) return { rows: by("\t"), notation: "cells" };
  if (lines.length > 1 && lines.some((line) => hasInner(line.text, ";"))) {
    const hasCommas = lines.some((line) => line.text.includes(","));
    return {
      rows: withoutLastEmpty(by(";")),
      notation: hasCommas ? "decimalCommas" : "semicolons",
    };
  }
  if (lines.some((line) => line.text.includes(";"))) {
    const rows = lines
      .flatMap((line) => splitCells(line, ";"))
      .filter(({ text: row }) => row.trim() !== "");
    return { rows: rows.map(commasOrSpaces), notation: "link" };
  }
  if (hasDecimalCommas(lines)) return { rows: lines.map(words), notation: "decimalCommas" };
  if (lines.some((line) => line.text.includes(","))) {
    return { rows: withoutLastEmpty(by(",")), notation: "csv" };
  }
  return { rows: lines.map(words), notation: "spaces" };
}

/**
 * `0,5;1,5`, or with one to a line, as a column of numbers with decimal commas; null where it
 * cannot be one. `readGrid` takes such commas for separators.
 */
export function readDecimalColumn(text: string): CellRows | null {
  if (NAME.test(text)) return null;
  const entries = linesOf(text)
    .flatMap((line) => splitCells(line, ";"))
    .filter((entry) => entry.text.trim() !== "");
  const isColumn =
    entries.some((entry) => entry.text.includes(",")) &&
    entries.every((entry) => mayHaveDecimalComma(entry.text.trim()));
  return isColumn ? { rows: entries.map((entry) => [entry]), notation: "decimalCommas" } : null;
}

function linesOf(text: string): readonly Cell[] {
  const from = NAME.exec(text)?.[0].length ?? 0;
  return splitCells({ text: text.slice(from), at: from }, "\n").filter(
    (line) => line.text.trim() !== "" || line.text.includes("\t"),
  );
}

function commasOrSpaces(row: Cell): readonly Cell[] {
  return row.text.includes(",") ? splitCells(row, ",") : words(row);
}

/** The pieces of a line between white space. */
function words({ text, at }: Cell): readonly Cell[] {
  return Array.from(text.matchAll(/\S+/g), (match) => ({ text: match[0], at: at + match.index }));
}

function hasInner(line: string, sign: string): boolean {
  const at = line.indexOf(sign);
  return at >= 0 && line.slice(at + 1).trim() !== "";
}

/** `0,5 0,25`: every comma stands within a number, and spaces separate the numbers. */
function hasDecimalCommas(lines: readonly Cell[]): boolean {
  const rows = lines.map(words);
  return (
    rows.some((row) => row.length > 1) &&
    rows.every((row) => row.every(({ text }) => mayHaveDecimalComma(text))) &&
    rows.some((row) => row.some(({ text }) => text.includes(",")))
  );
}

function mayHaveDecimalComma(entry: string): boolean {
  return !entry.includes(",") || /^[^,]*\d,\d+$/.test(entry);
}

/** Rows that all end with a separator do not have an empty column there. */
function withoutLastEmpty(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const closed = rows.every((row) => row.length > 1 && row.at(-1)!.text.trim() === "");
  return closed ? rows.map((row) => row.slice(0, -1)) : rows;
}

/** The rows of a Markdown table, without its rule and without a head that holds no number. */
function markdownRows(lines: readonly Cell[]): readonly (readonly Cell[])[] {
  const rows = lines.map((line) => {
    const cells = splitCells(line, "|").slice(1);
    return cells.at(-1)?.text.trim() === "" ? cells.slice(0, -1) : cells;
  });
  const rule = rows.findIndex((row) => row.every(({ text }) => /^:?-+:?$/.test(text.trim())));
  if (rule < 0) return rows;
  const head = rows.slice(0, rule).filter((row) => row.some(({ text }) => parseNumber(text).ok));
  return [...head, ...rows.slice(rule + 1)];
}
