/** Matrices as LaTeX writes them: `\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}`. */
import { splitCells, Unreadable, type Cell, type CellRows } from "./matrixProblem.ts";
import { excerpt } from "./problem.ts";

const BEGIN = /\\begin\s?\{((?:small|[pbBvV])?matrix|array)(\*?)\}/;
/** The columns of an array, `{rr}`, or the alignment of a starred matrix, `[r]`. */
const ALIGNMENT = /^\s*(?:\{[^{}]{0,100}\}|\[[^[\]]{0,20}\])/;
const ROW_GAP = /^\s*\[[^[\]]{0,20}\]/;
/** What may stand right before a matrix: nothing, or the end of an opening or of `W =`. */
const BEFORE = /(?:^|[=$:]|\\\[|\\\()$/;
/** What may stand after it: the end of a formula or sentence. */
const AFTER = /^(?:\s|\$|\\\]|\\\)|[.,;])*$/;

/** The entries of the first matrix, or of rows without `\begin`. */
export function readLatex(text: string): CellRows {
  const begin = BEGIN.exec(text);
  const body = begin === null ? { text, at: 0 } : bodyOf(text, begin);
  const rows = splitCells(body, "\\\\")
    .map((row, k) => (k > 0 ? without(row, ROW_GAP) : row))
    .filter((row) => plain(row.text) !== "");
  return {
    rows: rows.map((row) =>
      splitCells(row, "&").map((cell) => ({ text: plain(cell.text), at: cell.at })),
    ),
    notation: "latex",
  };
}

function bodyOf(text: string, begin: RegExpExecArray): Cell {
  const [opening, name, star] = begin;
  const before = text
    .slice(0, begin.index)
    .replace(/\\left\s?\\?[([{|.]\s*$/, "")
    .trim();
  if (!BEFORE.test(before)) throw new Unreadable({ code: "stray", text: excerpt(before) }, 0);
  const from = begin.index + opening.length;
  const closing = `\\end{${name}${star}}`;
  const to = text.indexOf(closing, from);
  if (to < 0) throw new Unreadable({ code: "bracket", text: opening }, begin.index);
  const after = text.slice(to + closing.length).replace(/^\s*\\right\s?\\?[)\]}|.]/, "");
  if (!AFTER.test(after)) {
    throw new Unreadable({ code: "stray", text: excerpt(after.trim()) }, to + closing.length);
  }
  const body = { text: text.slice(from, to), at: from };
  return name === "array" || star === "*" ? without(body, ALIGNMENT) : body;
}

function without({ text, at }: Cell, start: RegExp): Cell {
  const length = start.exec(text)?.[0].length ?? 0;
  return { text: text.slice(length), at: at + length };
}

const LONGEST_ENTRY = 400;

/** An entry as a person types it: `\frac{1}{3}` is `1/3`, `2 \cdot 10^{-3}` is `2e-3`. */
function plain(entry: string): string {
  // Longer than any number; and some patterns below look back.
  if (entry.length > LONGEST_ENTRY) return entry;
  return entry
    .replace(/\\(?:hline|[hv]?phantom\s*\{[^{}]*\}|(?:left|right)\b)/g, "")
    .replace(/\\[lcvd]?dots[bc]?\b|\\iddots\b/g, "…")
    .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, "$1/$2")
    .replace(/\\[dt]?frac\s*(\d)\s*(\d)/g, "$1/$2")
    .replace(/\s*\\(?:times|cdot)\s*10\s*\^\s*(?:\{([^{}]*)\}|(\d))/g, "e$1$2")
    .replace(/\\[,;:! ]|~|[{}$]/g, "")
    .trim();
}
