/** How a matrix is shown whole in the room there is: with fewer digits, or fewer columns. */
import { textWidth } from "../../diagram/text.ts";
import { entryOf, type Matrix } from "../../engine/matrix.ts";
import { matrixBudget, shownEntries } from "../../formula/elision.ts";
import { DIGITS_RANGE, formatNumber } from "../../numbers/format.ts";
import { FORMULA_FONT_SIZE } from "../Formula.tsx";

/** In em of the formulas' type: dots for columns. */
const DOTS = 1.2;
/** Between columns, and both brackets with a ᵀ behind. */
const GAP = 1;
const BRACKETS = 1.9;

/** Fewer columns are left out before fewer digits than these are shown. */
const FEW_DIGITS = 3;

export interface MatrixFit {
  readonly digits: number;
  /** For `matrixBudget`, px: the room, or 0 for as few columns as there can be. */
  readonly width: number;
}

/** What of a matrix with a ᵀ fits into `width` px, with `digits` at most. */
export function fitMatrix(matrix: Matrix, width: number, digits: number): MatrixFit {
  const least = DIGITS_RANGE[0];
  for (const budgeted of [width, 0]) {
    for (let d = digits; d >= Math.min(digits, FEW_DIGITS); d--) {
      if (widthOf(matrix, { digits: d, width: budgeted }) <= width) {
        return { digits: d, width: budgeted };
      }
    }
  }
  return { digits: least, width: 0 };
}

/** px */
export function widthOf(matrix: Matrix, { digits, width }: MatrixFit): number {
  const { cols } = matrixBudget(width, digits, FORMULA_FONT_SIZE);
  const shown = shownEntries(matrix.columns, cols).map((column) =>
    "show" in column ? columnWidth(matrix, column.show + 1, digits) : DOTS,
  );
  const em = shown.reduce((sum, one) => sum + one + GAP, BRACKETS - GAP);
  return em * FORMULA_FONT_SIZE;
}

function columnWidth(matrix: Matrix, j: number, digits: number): number {
  const texts = Array.from({ length: matrix.rows }, (_, i) =>
    formatNumber(entryOf(matrix, i + 1, j), { digits }),
  );
  return Math.max(...texts.map((text) => textWidth(text, "math")));
}
