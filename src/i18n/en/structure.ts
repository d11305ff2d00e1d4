import type { Item, Neuron, Table } from "../../session/command.ts";
import type { InitMethod } from "../../session/initialize.ts";
import type { CommandName } from "../../session/names.ts";

/** What a command does, to follow “Undo:” or “Redo:”. */
function command(name: CommandName): string {
  switch (name.code) {
    case "setValue":
      return `changing ${name.symbol}`;
    case "setActivation":
      return `changing the activation function of layer ${name.l}`;
    case "setLoss":
      return "changing the loss";
    case "takeStep":
      return "taking a gradient step";
    case "open":
      return "opening another network";
    case "clear":
      return "starting with an empty stage";
    case "addNeuron":
      return `adding a neuron to layer ${name.l}`;
    case "addLayer":
      return `adding layer ${name.l}`;
    case "resizeLayer":
      return `resizing layer ${name.l}`;
    case "moveNeuron":
      return `moving ${neuron(name.neuron)}`;
    case "remove":
      return `deleting ${items(name.kind, name.count)}`;
    case "connect":
      return `connecting ${neuron(name.from)} and ${neuron(name.to)}`;
    case "connectFully":
      return `fully connecting ${counted(name.count, "neuron", "neurons")}`;
    case "setValues":
      return `changing ${tables[name.table](name.l)}`;
    case "initialize":
      return `initialising ${name.l === "all" ? "all weights" : `layer ${name.l}`} (${methods[name.method]})`;
  }
}

const tables: Record<Table, (l: number) => string> = {
  w: (l) => `the weights of layer ${l}`,
  b: (l) => `the biases of layer ${l}`,
  x: () => "the input",
  t: () => "the target",
};

const methods: Record<InitMethod, string> = {
  uniform: "uniform",
  xavier: "Xavier",
  he: "He",
  zeros: "zeros",
  equal: "all equal",
};

export const kinds: Record<Item["kind"], readonly [one: string, many: string]> = {
  neuron: ["neuron", "neurons"],
  edge: ["connection", "connections"],
  layer: ["layer", "layers"],
};

/** How many of what; `kind` is null where they are of different kinds. */
export function items(kind: Item["kind"] | null, count: number): string {
  if (kind === null) return `${count} parts of the network`;
  const [one, many] = kinds[kind];
  return count === 1 ? `a ${one}` : `${count} ${many}`;
}

function neuron({ l, i }: Neuron): string {
  return `neuron ${i} of layer ${l}`;
}

export function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

export const structure = { command };
