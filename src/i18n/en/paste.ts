import type { Fit, MatrixTarget, Shape } from "../../share/matrixFit.ts";
import type { MatrixTextProblem } from "../../share/matrixProblem.ts";
import { counted, reasons } from "./problems.ts";

/** The number of neurons that a layer is to have. */
export interface LayerSize {
  readonly l: number;
  readonly size: number;
}

/** Why a pasted text is no matrix; for rows of different lengths, by what its target wants. */
function problemText(p: MatrixTextProblem, target: MatrixTarget): string {
  switch (p.code) {
    case "empty":
      return "There are no numbers in what was pasted.";
    case "tooLong":
      return `${p.found.toLocaleString("en")} characters were pasted; more than ${p.limit.toLocaleString("en")} are not read.`;
    case "number":
      return p.row > 0
        ? `Line ${p.line} (row ${p.row}, number ${p.column}): “${p.text}”, ${reasons[p.reason]}.`
        : `Line ${p.line}: before “${p.text}”, ${reasons[p.reason]}.`;
    case "elided":
      return `Line ${p.line}: “${p.text}” stands for numbers that were left out. Print them all and copy again.`;
    case "bracket":
      return `Line ${p.line}: “${p.text}” has no partner.`;
    case "stray":
      return `Line ${p.line}: “${p.text}” is not understood here.`;
    case "tooDeep":
      return `Line ${p.line}: lists are nested more than two deep; a matrix is a list of rows.`;
    case "ragged":
      return ragged(p.counts, target);
  }
}

function ragged(counts: readonly number[], target: MatrixTarget): string {
  const wanted = target.table === "w" && counts.includes(target.columns);
  const expected = wanted ? target.columns : counts[0];
  const odd = counts.findIndex((count) => count !== expected);
  const other = wanted
    ? `layer ${target.l} has ${counted(expected, "input", "inputs")}`
    : `row 1 has ${expected}`;
  return `Row ${odd + 1} has ${counted(counts[odd], "number", "numbers")}, ${other}.`;
}

/** What does not fit, and what is offered; "" where everything fits. */
function fitText(fit: Fit, target: MatrixTarget): string {
  switch (fit.kind) {
    case "fits":
      return "";
    case "transpose":
      return `${shapeText(fit.found, target)} Transposed, it fits.`;
    case "resize":
      return `${shapeText(fit.found, target)} ${resizeText(fit, target)}`;
    case "misfit":
      switch (fit.reason.code) {
        case "hole":
          return `Row ${fit.reason.row}, column ${fit.reason.column}: there is no number here, and only a connection can be missing.`;
        case "limit":
          return `${shapeText(fit.reason.found, target)} A layer has at most ${fit.reason.limit} neurons.`;
        case "shape":
          return shapeText(fit.reason.found, target);
      }
  }
}

/** What came and what was wanted. */
function shapeText(found: Shape, { table, l, rows, columns }: MatrixTarget): string {
  const neurons = `layer ${l} has ${counted(rows, "neuron", "neurons")}`;
  if (table !== "w") {
    const vector = found.rows === 1 || found.columns === 1;
    const came = vector
      ? counted(found.rows * found.columns, "number", "numbers")
      : `A matrix of ${found.rows} × ${found.columns} numbers`;
    return `${came} came, ${neurons}.`;
  }
  const wrong: string[] = [];
  if (found.rows !== rows) wrong.push(`${counted(found.rows, "row", "rows")} came, ${neurons}`);
  if (found.columns !== columns) {
    const each = found.rows === 1 ? "the row has" : "the rows have";
    wrong.push(
      `${each} ${counted(found.columns, "number", "numbers")}, layer ${l} has ${counted(columns, "input", "inputs")}`,
    );
  }
  const text = wrong.join("; ");
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

function resizeText(shape: Shape, { table, l, rows, columns }: MatrixTarget): string {
  const sizes: string[] = [];
  if (table === "w" && shape.columns !== columns) {
    sizes.push(`layer ${l - 1} has ${counted(shape.columns, "neuron", "neurons")}`);
  }
  if (shape.rows !== rows) sizes.push(`layer ${l} has ${counted(shape.rows, "neuron", "neurons")}`);
  return `It fits if ${sizes.join(" and ")}.`;
}

export const paste = {
  problemText,
  fitText,
  transpose: "Transpose",
  resize: (layers: readonly LayerSize[]) =>
    `Resize ${layers.map(({ l, size }) => `layer ${l} to ${size}`).join(" and ")}`,
};
