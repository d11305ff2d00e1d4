import type { FileProblem } from "../../share/fileProblem.ts";
import { counted, limits } from "./problems.ts";

/** What is wrong with a file, and where. */
function fault(p: FileProblem): string {
  switch (p.code) {
    case "unreadable":
      return "it cannot be read; it may be a folder, or have been moved";
    case "tooLarge":
      return `it is longer than ${p.limit.toLocaleString("en")} characters, which no network needs`;
    case "syntax":
      return `line ${p.line}, column ${p.column}: the text is damaged here (it is not JSON)`;
    case "foreign":
      return "it was not saved by Backstep";
    case "version":
      return `it is of format version ${p.text}, which this page cannot read yet`;
    case "missing":
      return `“${p.key}” is missing`;
    case "list":
      return `${p.key}${inRow(p.row)}: ${p.text} stands where a list should be`;
    case "text":
      return `${p.key}: ${p.text} stands where a text should be`;
    case "sizes":
      return `net: ${p.text} is not a list of layer sizes such as [2, 3, 1]`;
    case "count":
      return `${p.key}${inRow(p.row)}: ${counted(p.found, "entry", "entries")}, but ${p.expected} ${p.expected === 1 ? "is" : "are"} needed`;
    case "rows":
      return `${p.key}: ${counted(p.found, "row", "rows")}, but ${p.expected} ${p.expected === 1 ? "is" : "are"} needed`;
    case "number":
      return `${p.key}${inRow(p.row)}${p.column > 0 ? `, entry ${p.column}` : ""}: ${p.text} is not a number that can be used`;
    case "name":
      return `${p.key}: ${p.text} is not one of ${p.allowed.join(", ")}`;
    case "integer":
      return `${p.key}: ${p.text} is not a whole number from ${p.low} to ${p.high}`;
    case "step":
      return `at: “${p.text}” is not a step such as z2.1, E or d3.2`;
    case "limit":
      return `net: ${limits[p.what](p.limit)}; here it is ${p.found}`;
    case "hiddenSoftmax":
      return `act: softmax is for the output layer only, not for layer ${p.l}`;
    case "lossOutput":
      return `loss: ${p.loss} needs ${p.needs} at the output, and act says ${p.found}`;
  }
}

function inRow(row: number): string {
  return row > 0 ? `, row ${row}` : "";
}

export const files = {
  problemText: (file: string, p: FileProblem): string =>
    `“${file}” was not opened: ${fault(p)}. Your work is as it was.`,
};
