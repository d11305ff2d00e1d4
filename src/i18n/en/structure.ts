import type { Item, Neuron, Table } from "../../session/command.ts";
import type { InitMethod } from "../../session/initialize.ts";
import type { CommandName } from "../../session/names.ts";
import type { Refusal } from "../../session/refusal.ts";

/** Why the network was not changed as was asked. */
function refusal(r: Refusal): string {
  switch (r.code) {
    case "tooManyLayers":
      return `A network has at most ${r.limit} layers.`;
    case "tooManyNeurons":
      return `Layer ${r.l} is full: a layer has at most ${r.limit} neurons.`;
    case "tooManyConnections":
      return `This would make ${r.found} connections, and a network has at most ${r.limit}.`;
    case "notASize":
      return `A layer has 1 to ${r.limit} neurons.`;
    case "notThere":
      return "This is not in the network any more.";
    case "notNeighbours":
      return `Layers ${r.from.l} and ${r.to.l} are not neighbours: connections run between neighbouring layers only, because the homework’s notation has none that skip a layer.`;
    case "sameLayer":
      return `Both neurons are in layer ${r.l}: connections run from one layer to the next.`;
    case "sameNeuron":
      return "A neuron cannot be connected with itself.";
    case "alreadyConnected":
      return "This connection is already there.";
    case "fullyConnected":
      return "All these connections are already there.";
    case "noNeighbours":
      return "There is no other layer yet to connect with.";
    case "notFinite":
      return r.at === 0
        ? "This is not a number that can be stored."
        : `Entry ${r.at} is not a number that can be stored.`;
    case "wrongCount":
      return `${counted(r.found, "number was", "numbers were")} given, and ${counted(r.expected, "is", "are")} needed.`;
    case "computed":
      return "This number is computed from others and cannot be set.";
    case "inputLayer":
      return "The input layer has no weights, biases or activation function.";
    case "softmaxHidden":
      return `Softmax is for the output layer only, not for layer ${r.l}.`;
    case "outdated":
      return "The numbers have changed since this step was computed.";
  }
}

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

function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

export const structure = { refusal, command };
