import type { InitMethod } from "../../session/initialize.ts";
import type { MatrixTarget } from "../../share/matrixFit.ts";
import type { Notation } from "../../share/matrixProblem.ts";
import { counted } from "./problems.ts";

const notations: Record<Notation, string> = {
  latex: "a LaTeX matrix",
  list: "a Python list or array",
  braces: "a list in braces",
  matlab: "a MATLAB matrix",
  markdown: "a Markdown table",
  cells: "spreadsheet cells",
  csv: "rows with commas",
  semicolons: "rows with semicolons",
  decimalCommas: "numbers with decimal commas",
  link: "rows as in links",
  spaces: "rows with spaces",
};

const methods: Record<InitMethod, { readonly name: string; readonly text: string }> = {
  uniform: {
    name: "Uniform",
    text: "Any weight between minus 1 and 1, whatever the size of the layer. With many inputs the sums grow large, and a sigmoid saturates.",
  },
  xavier: {
    name: "Xavier (Glorot)",
    text: "Any weight between minus r and r; r is the square root of 6 over the number of inputs and neurons together. Activations and errors δ then keep about the same spread from layer to layer (Glorot and Bengio, 2010).",
  },
  he: {
    name: "He",
    text: "Any weight between minus r and r; r is the square root of 6 over the number of inputs. This makes up for ReLU, which lets only about half of its inputs pass (He et al., 2015).",
  },
  zeros: {
    name: "Zeros",
    text: "All weights 0. No error passes back through them: δ of the layer before is 0, and so are its gradients.",
  },
  equal: {
    name: "All equal (the symmetry trap)",
    text: "All weights 0.5. Neurons of one layer whose weights are all alike, in and out, have the same activation, the same δ and the same gradients: no step ever tells them apart.",
  },
};

function tableName({ table, l }: MatrixTarget): string {
  switch (table) {
    case "w":
      return `Weights of layer ${l}`;
    case "b":
      return `Biases of layer ${l}`;
    case "x":
      return "Input x";
    case "t":
      return "Target t";
  }
}

function tableSentence(target: MatrixTarget): string {
  const { table, l, rows, columns } = target;
  const name = tableName(target);
  return table === "w"
    ? `${name}: ${counted(rows, "row", "rows")}, one for each neuron i of layer ${l}; ${counted(columns, "column", "columns")}, one for each neuron j of layer ${l - 1}.`
    : `${name}: ${counted(rows, "row", "rows")}, one for each neuron i of layer ${l}.`;
}

function copied(name: string): string {
  return `${name}: copied.`;
}

export const numbers = {
  tableName,
  tableSentence,
  intro:
    "Row $i$ of $W$ holds the weights into neuron $i$ of its layer, column $j$ those that come from neuron $j$ of the layer before.",
  /** Where there is little room. */
  introShort: "Row $i$ of $W$: weights into neuron $i$; column $j$: those from neuron $j$.",
  keys: "Arrow keys move, typing replaces, Enter edits, Alt + ↑ ↓ nudges, dragging scrubs. Numbers can be pasted into any cell.",
  nothing: "There are no numbers yet: draw a neuron first.",
  input: "Input",
  target: "Target",
  layer: (l: number) => `Layer ${l}`,
  count: (n: number) => counted(n, "number", "numbers"),
  layerSizes: (nIn: number, nOut: number, activation: string) =>
    `${counted(nIn, "input", "inputs")}, ${counted(nOut, "neuron", "neurons")}, ${activation}`,
  row: (i: number, l: number) => `i = ${i}, neuron ${i} of layer ${l}`,
  column: (j: number, l: number) => `j = ${j}, neuron ${j} of layer ${l}`,
  noEdge: "no connection; a number typed here draws it",

  pasteInto: "Paste…",
  copyNumpy: "Copy NumPy",
  copyCells: "Copy cells",
  labelled: (action: string, name: string) => `${action} · ${name}`,
  copied,
  copiedNumpy: (name: string, missing: number) =>
    missing === 0
      ? copied(name)
      : `${copied(name)} ${counted(missing, "missing connection", "missing connections")} became 0.0.`,
  copyFailed: "The browser does not let this page copy.",

  pasteTitle: (name: string) => `Paste · ${name}`,
  pasteLabel: (target: MatrixTarget) =>
    target.table === "w"
      ? `${counted(target.rows, "row", "rows")} of ${counted(target.columns, "number", "numbers")}, one row for each neuron of layer ${target.l}`
      : `${counted(target.rows, "number", "numbers")}, one for each neuron of layer ${target.l}`,
  pasteForms:
    "Spreadsheet cells, Python lists, np.array(…) and tensor(…), MATLAB [1 2; 3 4] and LaTeX matrices are all understood. A connection that is not there is “_”.",
  understood: (notation: Notation, rows: number, columns: number) =>
    `Understood as ${notations[notation]}, ${rows} × ${columns}.`,
  fits: "It fits.",
  drawn: (n: number) =>
    `This draws ${counted(n, "connection", "connections")} that the table has not.`,
  removed: (n: number) => `This removes ${counted(n, "connection", "connections")}.`,
  accept: "Put the numbers in",

  initialise: "Initialise…",
  initialiseAll: "Initialise all layers…",
  initialiseTitle: "Initialise weights",
  initialiseDo: "Initialise",
  whichLayers: "Layers",
  allLayers: "All layers",
  method: "Method",
  methods,
  seed: "Seed",
  seedProblem: "A seed is a whole number from 0 to 4294967295.",
  initialiseNote:
    "The same seed gives a layer the same weights again. They have two decimals; biases become 0; connections that are not there stay so.",
  initialiseNoteFixed: "Biases become 0; connections that are not there stay so.",
};
