/**
 * Pasted numbers: a matrix or vector as spreadsheets, NumPy, PyTorch, MATLAB, LaTeX, Markdown and
 * our own links write it.
 */
import { parseNumber } from "../numbers/parse.ts";
import { readDecimalColumn, readGrid } from "./matrixGrid.ts";
import { readLatex } from "./matrixLatex.ts";
import { readLists } from "./matrixLists.ts";
import {
  Unreadable,
  type Cell,
  type CellRows,
  type MatrixTextProblem,
  type Notation,
} from "./matrixProblem.ts";
import { placeAt } from "./place.ts";
import { excerpt } from "./problem.ts";

export type { MatrixTextProblem, Notation } from "./matrixProblem.ts";

/** Rows of equally many numbers; null is a connection that does not exist (`_`, an empty cell). */
export type MatrixRows = readonly (readonly (number | null)[])[];

export type MatrixReading =
  | { readonly ok: true; readonly rows: MatrixRows; readonly notation: Notation }
  | { readonly ok: false; readonly problem: MatrixTextProblem };

/** More than twice the widest table with all its digits; read in far less than a tenth of a second. */
const LONGEST_TEXT = 60_000;
/** Of one entry: the longest double, written out in full, has some 1,100 digits; no one has that. */
const LONGEST_ENTRY = 400;

/** Reads a matrix, in whatever notation it is. Never throws; in time linear in the text. */
export function readMatrixText(text: string): MatrixReading {
  return readBy(text, readCells);
}

/**
 * Another reading of `0,5;1,5` and of such lines, in which every comma is a decimal one; null where
 * there is none. A full-width comma always separates.
 */
export function readDecimalCommas(text: string): MatrixReading | null {
  if (text.length > LONGEST_TEXT || /[，、]/.test(text)) return null;
  const column = readDecimalColumn(asciiSigns(text));
  return column === null ? null : readBy(text, () => column);
}

function readBy(text: string, read: (clean: string) => CellRows): MatrixReading {
  const clean = asciiSigns(text);
  try {
    if (text.length > LONGEST_TEXT) {
      throw new Unreadable({ code: "tooLong", found: text.length, limit: LONGEST_TEXT }, 0);
    }
    const { rows: cells, notation } = read(clean);
    const rows = cells.map((row, i) => row.map((cell, j) => readEntry(cell, i + 1, j + 1)));
    const counts = rows.map((row) => row.length);
    if (counts.every((count) => count === 0)) {
      throw new Unreadable({ code: "empty" }, 0);
    }
    const odd = counts.findIndex((count) => count !== counts[0]);
    if (odd >= 0) throw new Unreadable({ code: "ragged", counts }, cells[odd].at(0)?.at ?? 0);
    return { ok: true, rows, notation };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ok: false, problem: { ...error.fault, line: placeAt(clean, error.at).line } };
  }
}

function readCells(text: string): CellRows {
  if (/&|\\[a-zA-Z\\]/.test(text)) return readLatex(text);
  return /[[({]/.test(text) ? readLists(text) : readGrid(text);
}

/** What input methods and word processors put for signs, character for character. */
const SIGNS: Readonly<Record<string, string>> = {
  "，": ",",
  "、": ",",
  "；": ";",
  "（": "(",
  "）": ")",
  "［": "[",
  "］": "]",
  "【": "[",
  "】": "]",
  "｛": "{",
  "｝": "}",
  "＝": "=",
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
};

function asciiSigns(text: string): string {
  return text
    .replace(/[，、；（）［］【】｛｝＝‘’“”]/g, (sign) => SIGNS[sign])
    .replace(/\r\n/g, " \n")
    .replace(/\r/g, "\n")
    .replace(/[\u00A0\u2000-\u200B\u202F\u3000\uFEFF]/g, " ");
}

const DOTS = /^(?:\.{2,}|…|⋯|⋮|⋱)$/;

function readEntry({ text, at }: Cell, row: number, column: number): number | null {
  const entry = unquoted(text.trim());
  if (entry === "" || entry === "_") return null;
  if (DOTS.test(entry)) throw new Unreadable({ code: "elided", text: entry }, at);
  const parsed =
    entry.length > LONGEST_ENTRY
      ? ({ ok: false, problem: "notANumber" } as const)
      : parseNumber(entry);
  if (parsed.ok) return parsed.value;
  const { problem: reason } = parsed;
  throw new Unreadable({ code: "number", row, column, text: excerpt(entry), reason }, at);
}

/** `"0.5"` and `'0.5'` as CSV and lists of texts have it. */
function unquoted(text: string): string {
  const quoted = text.length > 1 && (text[0] === '"' || text[0] === "'") && text.endsWith(text[0]);
  return quoted ? text.slice(1, -1).trim() : text;
}
