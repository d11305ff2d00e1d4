/** What a pasted text is for the table that it is pasted into. */
import { fitMatrix, type Fit, type MatrixTarget } from "./matrixFit.ts";
import { readDecimalCommas, readMatrixText, type MatrixReading } from "./matrixText.ts";

export interface MatrixPaste {
  readonly reading: MatrixReading;
  /** Null where the text could not be read. */
  readonly fit: Fit | null;
}

/** From the worst to the best. */
const KINDS: readonly Fit["kind"][] = ["misfit", "resize", "transpose", "fits"];

/** Reads a text; where a comma may be a decimal one as well, in the way that fits better. */
export function readPaste(text: string, target: MatrixTarget): MatrixPaste {
  const separated = pasteOf(readMatrixText(text), target);
  const decimal = readDecimalCommas(text);
  if (decimal === null) return separated;
  const other = pasteOf(decimal, target);
  return goodness(other) > goodness(separated) ? other : separated;
}

function pasteOf(reading: MatrixReading, target: MatrixTarget): MatrixPaste {
  return { reading, fit: reading.ok ? fitMatrix(reading.rows, target) : null };
}

function goodness({ fit }: MatrixPaste): number {
  return fit === null ? -1 : KINDS.indexOf(fit.kind);
}
