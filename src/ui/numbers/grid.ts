/** Where the keys lead in a table of numbers; rows and columns are counted from 1. */

export interface Place {
  readonly i: number;
  readonly j: number;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

export type Move =
  | "left"
  | "right"
  | "up"
  | "down"
  | "rowStart"
  | "rowEnd"
  | "first"
  | "last"
  | "next"
  | "previous";

/** Where a move leads; null where it leaves the table, as only `next` and `previous` do. */
export function moved({ i, j }: Place, move: Move, { rows, columns }: Extent): Place | null {
  switch (move) {
    case "left":
      return { i, j: Math.max(1, j - 1) };
    case "right":
      return { i, j: Math.min(columns, j + 1) };
    case "up":
      return { i: Math.max(1, i - 1), j };
    case "down":
      return { i: Math.min(rows, i + 1), j };
    case "rowStart":
      return { i, j: 1 };
    case "rowEnd":
      return { i, j: columns };
    case "first":
      return { i: 1, j: 1 };
    case "last":
      return { i: rows, j: columns };
    case "next":
      if (j < columns) return { i, j: j + 1 };
      return i < rows ? { i: i + 1, j: 1 } : null;
    case "previous":
      if (j > 1) return { i, j: j - 1 };
      return i > 1 ? { i: i - 1, j: columns } : null;
  }
}

/** What is pressed: a part of a keyboard event. */
export interface Stroke {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const ARROWS: Readonly<Record<string, Move>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** The move of a key in a table in which nothing is being typed; null for all other keys. */
export function moveOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Stroke): Move | null {
  if (altKey) return null;
  const withControl = ctrlKey || metaKey;
  if (key === "Tab" && !withControl) return shiftKey ? "previous" : "next";
  if (shiftKey) return null;
  if (key === "Home") return withControl ? "first" : "rowStart";
  if (key === "End") return withControl ? "last" : "rowEnd";
  return withControl ? null : (ARROWS[key] ?? null);
}

/** The notches, up or down, of Alt with an arrow; Shift makes it ten. Null for all other keys. */
export function notchesOf({ key, shiftKey, altKey }: Stroke): number | null {
  if (!altKey || (key !== "ArrowUp" && key !== "ArrowDown")) return null;
  return (key === "ArrowUp" ? 1 : -1) * (shiftKey ? 10 : 1);
}

/** Whether a key is the beginning of a number, which then replaces the one that stands there. */
export function startsNumber({ key, ctrlKey, metaKey, altKey }: Stroke): boolean {
  return !ctrlKey && !metaKey && !altKey && /^[\d.,+\-−]$/.test(key);
}

/** A field with a number in it, and where the caret is. */
export interface Caret {
  readonly value: string;
  readonly selectionStart: number | null;
  readonly selectionEnd: number | null;
}

/** The move of a key while a number is being typed: Enter goes down, arrows leave at the ends. */
export function moveOfField(stroke: Stroke, caret: Caret): Move | null {
  if (stroke.key === "Enter") return "down";
  const move = moveOf(stroke);
  if (move === "next" || move === "previous") return move;
  const { selectionStart, selectionEnd, value } = caret;
  if (selectionStart !== selectionEnd) return null;
  if (move === "left" && selectionStart === 0) return move;
  return move === "right" && selectionEnd === value.length ? move : null;
}
