/** What stands in the way of reading a matrix from a text, with its place; sentences in `i18n`. */
import type { NumberProblem } from "../numbers/parse.ts";

export type MatrixFault =
  | { readonly code: "empty" }
  /** More characters than are read. */
  | { readonly code: "tooLong"; readonly found: number; readonly limit: number }
  /** An entry, counted from 1, that is no number. */
  | {
      readonly code: "number";
      readonly row: number;
      readonly column: number;
      readonly text: string;
      readonly reason: NumberProblem;
    }
  /** Numbers were left out with dots. */
  | { readonly code: "elided"; readonly text: string }
  /** A bracket (or `\begin`) without its partner. */
  | { readonly code: "bracket"; readonly text: string }
  /** Something that belongs neither to the matrix nor to a wrapper that is known. */
  | { readonly code: "stray"; readonly text: string }
  | { readonly code: "tooDeep" }
  /** Rows of different lengths: how many numbers each has. */
  | { readonly code: "ragged"; readonly counts: readonly number[] };

/** `line`, from 1, of the pasted text. */
export type MatrixTextProblem = MatrixFault & { readonly line: number };

/** Thrown where reading ends, with the offset of the fault. */
export class Unreadable extends Error {
  readonly fault: MatrixFault;
  readonly at: number;
  constructor(fault: MatrixFault, at: number) {
    super(fault.code);
    this.fault = fault;
    this.at = at;
  }
}

/** The text of one entry, and the offset where it begins. */
export interface Cell {
  readonly text: string;
  readonly at: number;
}

export type Notation =
  | "latex"
  | "list"
  | "braces"
  | "matlab"
  | "markdown"
  | "cells"
  | "csv"
  | "semicolons"
  /** A comma stands before the decimals, not between numbers. */
  | "decimalCommas"
  | "link"
  | "spaces";

export interface CellRows {
  readonly rows: readonly (readonly Cell[])[];
  readonly notation: Notation;
}

/** The pieces of a text between the given character, each with its offset in the whole. */
export function splitCells({ text, at }: Cell, separator: string): readonly Cell[] {
  let next = at;
  return text.split(separator).map((piece) => {
    const cell = { text: piece, at: next };
    next += piece.length + separator.length;
    return cell;
  });
}
