/** What a command is called where it can be undone. */
import type { Ref } from "../engine/ref.ts";
import type { Command, Item, Neuron, Table } from "./command.ts";
import type { InitMethod } from "./initialize.ts";
import { kindOf } from "./items.ts";

/** A command without the numbers it brings, which an undo list need not keep. */
export type CommandName =
  /** `symbol` is the Ref's in plain text: w₂₁⁽³⁾. */
  | { readonly code: "setValue"; readonly ref: Ref; readonly symbol: string }
  | { readonly code: "setActivation"; readonly l: number }
  | { readonly code: "setLoss" | "takeStep" | "open" | "clear" }
  | { readonly code: "addNeuron" | "resizeLayer"; readonly l: number }
  | { readonly code: "addLayer"; readonly l: number }
  | { readonly code: "moveNeuron"; readonly neuron: Neuron }
  /** `kind` is null where the items are of different kinds. */
  | { readonly code: "remove"; readonly kind: Item["kind"] | null; readonly count: number }
  | { readonly code: "connect"; readonly from: Neuron; readonly to: Neuron }
  | { readonly code: "connectFully"; readonly count: number }
  | { readonly code: "setValues"; readonly table: Table; readonly l: number }
  | { readonly code: "initialize"; readonly l: number | "all"; readonly method: InitMethod };

export function nameOf(command: Command): CommandName {
  switch (command.type) {
    case "setValue":
      return { code: "setValue", ref: command.ref, symbol: refText(command.ref) };
    case "setLoss":
    case "takeStep":
    case "open":
    case "clear":
      return { code: command.type };
    case "setActivation":
    case "addNeuron":
    case "addLayer":
    case "resizeLayer":
      return { code: command.type, l: command.l };
    case "moveNeuron":
      return { code: "moveNeuron", neuron: { l: command.l, i: command.i } };
    case "remove":
      return { code: "remove", kind: kindOf(command.items), count: command.items.length };
    case "connect":
      return { code: "connect", from: command.from, to: command.to };
    case "connectFully":
      return { code: "connectFully", count: command.neurons.length };
    case "setValues":
      return { code: "setValues", table: command.table, l: command.l };
    case "initialize":
      return { code: "initialize", l: command.l, method: command.method };
  }
}

/** A given number or a z in plain text, as in the homework: w₂₁⁽³⁾, b₁⁽²⁾, z₁⁽²⁾, x₂, t₁, η. */
export function refText({ q, l, i, j }: Ref): string {
  switch (q) {
    case "eta":
      return "η";
    case "a":
      return l === 1 ? `x${below(i)}` : `a${below(i)}${above(l)}`;
    case "t":
      return `t${below(i)}`;
    case "w": {
      // Two indices need a comma as soon as one of them has two digits.
      const comma = i > 9 || j > 9 ? "," : "";
      return `w${below(i)}${comma}${below(j)}${above(l)}`;
    }
    default:
      return `${q}${below(i)}${above(l)}`;
  }
}

function below(n: number): string {
  return String(n).replaceAll(/\d/g, (digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]);
}

function above(l: number): string {
  return `⁽${String(l).replaceAll(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)])}⁾`;
}
