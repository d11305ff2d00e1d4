import type { NumberProblem } from "../../numbers/parse.ts";
import type { LinkProblem } from "../../share/problem.ts";

export const reasons: Record<NumberProblem, string> = {
  empty: "no number is there",
  notANumber: "this is not a number",
  divisionByZero: "its denominator is 0",
  outOfRange: "it is too large to be stored",
};

export const limits: Record<
  Extract<LinkProblem, { code: "limit" }>["what"],
  (n: number) => string
> = {
  layers: (n) => `a network has at most ${n} layers`,
  neurons: (n) => `a layer has 1 to ${n} neurons`,
  connections: (n) => `a network has at most ${n} connections`,
};

const compressed: Record<Extract<LinkProblem, { code: "compressed" }>["reason"], string> = {
  characters: "it has characters that a compressed link does not have",
  damaged: "this compressed link is cut short or damaged",
  tooLong: "it expands to more than any network needs",
};

/** Of more names than these one is an example. */
export const MOST_LISTED = 12;

/** What could not be used of a link, and what was done instead. */
function problemText(p: LinkProblem): string {
  switch (p.code) {
    case "version":
      return `v: this link is of format version “${p.text}”, which this page cannot read yet. Nothing of it was used.`;
    case "compressed":
      return `z: ${compressed[p.reason]}. No network was opened.`;
    case "noEqualsSign":
      return `“${p.text}”: a part of a link has the form key=value. It was left out.`;
    case "unknownKey":
      return `${p.key}: there is no such key. “${p.text}” was left out.`;
    case "duplicateKey":
      return `${p.key}: given more than once. The first one was used, “${p.text}” was not.`;
    case "noSuchLayer":
      return p.l < 2
        ? `${p.key}: weights and biases begin with layer 2; the input layer has none. It was left out.`
        : `${p.key}: this network has only ${p.L} layers. It was left out.`;
    case "sizes":
      return p.inferred === null
        ? `net: “${p.text}” is not a list of layer sizes such as 2-3-1. No network was opened.`
        : `net: “${p.text}” is not a list of layer sizes such as 2-3-1. The matrices say ${p.inferred.join("-")}, so that was opened.`;
    case "limit":
      return `net: ${limits[p.what](p.limit)}; here it is ${p.found}. No network was opened.`;
    case "matricesDisagree":
      return "net: it is missing, and the shapes of the matrices do not fit each other. No network was opened.";
    case "name":
      return p.allowed.length > MOST_LISTED
        ? `${p.key}: “${p.text}” is none of its ${p.allowed.length} names, such as ${p.allowed[0]}. It was left out.`
        : `${p.key}: “${p.text}” is not one of ${p.allowed.join(", ")}. It was left out.`;
    case "count":
      return `${p.key}: ${counted(p.found, "entry", "entries")}, but ${p.expected} ${p.expected === 1 ? "is" : "are"} needed. It was left out.`;
    case "rows":
      return `${p.key}: ${counted(p.found, "row", "rows")}, but layer ${p.l} has ${counted(p.expected, "neuron", "neurons")}. The matrix was left out.`;
    case "columns":
      return `${p.key}: row ${p.row} has ${counted(p.found, "number", "numbers")}, but layer ${p.l} has ${counted(p.expected, "input", "inputs")}. The matrix was left out.`;
    case "number":
      return `${p.key}${place(p.row, p.column)}: “${p.text}”, ${reasons[p.reason]}. Its default was used.${others(p.others)}`;
    case "integer":
      return `${p.key}: “${p.text}” is not a whole number from ${p.low} to ${p.high}. It was left out.`;
    case "hiddenSoftmax":
      return `act: softmax is for the output layer only, not for layer ${p.l}. The activations were left out.`;
    case "lossOutput":
      return `loss: ${p.loss} needs ${p.needs} at the output, and act says ${p.found}. The half squared error (l2) was used.`;
    case "step":
      return `at: “${p.text}” is not a step such as z2.1, E or d3.2. It was left out.`;
    case "noSuchStep":
      return `at: this network has no step “${p.text}”. The nearest one, ${p.used}, is shown.`;
    case "nearest":
      return `${p.key}: there is no “${p.text}” here. The nearest one, ${p.used}, is shown.`;
    case "more":
      return p.count === 1 ? "And one more problem." : `And ${p.count} more problems.`;
  }
}

export function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

function place(row: number, column: number): string {
  if (row > 0) return `, row ${row}, column ${column}`;
  return column > 0 ? `, entry ${column}` : "";
}

function others(count: number): string {
  if (count === 0) return "";
  return count === 1 ? " One more entry is like it." : ` ${count} more entries are like it.`;
}

export const problems = {
  title: (n: number) =>
    n === 1 ? "One part of the link could not be used" : `${n} parts of the link could not be used`,
  problemText,
};
