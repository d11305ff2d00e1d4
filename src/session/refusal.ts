/** Why a command is refused, with the facts for a sentence about it. */
import { LIMITS, type Layout } from "../engine/layout.ts";
import type { Network } from "../engine/network.ts";
import { ref } from "../engine/ref.ts";
import { edgeExists } from "../engine/trace.ts";
import { columnsAfter, type Column } from "./columns.ts";
import type {
  BulkCommand,
  Command,
  EdgeCommand,
  Item,
  Neuron,
  StructureCommand,
} from "./command.ts";
import { edgesAskedFor } from "./edges.ts";
import { refExists } from "./exists.ts";
import { isEditable, type Session } from "./session.ts";
import { edgesOfTable, tableLength } from "./values.ts";

export type Refusal =
  | { readonly code: "tooManyLayers"; readonly limit: number }
  | { readonly code: "tooManyNeurons"; readonly l: number; readonly limit: number }
  | { readonly code: "tooManyConnections"; readonly found: number; readonly limit: number }
  /** A layer's size that is no number of neurons. */
  | { readonly code: "notASize"; readonly limit: number }
  /** The neuron, layer, edge or number that is meant is not in the network. */
  | { readonly code: "notThere" }
  /** The homework's notation has no connections that skip a layer. */
  | { readonly code: "notNeighbours"; readonly from: Neuron; readonly to: Neuron }
  | { readonly code: "sameLayer"; readonly l: number }
  | { readonly code: "sameNeuron" }
  | { readonly code: "alreadyConnected" }
  /** No connection is missing that the neurons could have. */
  | { readonly code: "fullyConnected" }
  /** Neurons without a neighbouring layer. */
  | { readonly code: "noNeighbours" }
  /** `at`: which entry of the table, from 1, row by row; 0 for a single value. */
  | { readonly code: "notFinite"; readonly at: number }
  | { readonly code: "wrongCount"; readonly found: number; readonly expected: number }
  /** The number follows from others. */
  | { readonly code: "computed" }
  /** The input layer has no weights, biases and activation. */
  | { readonly code: "inputLayer" }
  | { readonly code: "softmaxHidden"; readonly l: number }
  /** A gradient-descent step from numbers that have changed since. */
  | { readonly code: "outdated" };

/**
 * The reason why the session refuses a command; null where it does not. A command that changes
 * nothing (the value it has, a move to its own place) is not refused.
 */
export function refusalOf({ rev, network }: Session, command: Command): Refusal | null {
  switch (command.type) {
    case "setValue":
      if (!isEditable(command.ref)) return { code: "computed" };
      if (!refExists(network, command.ref)) return { code: "notThere" };
      return Number.isFinite(command.value) ? null : { code: "notFinite", at: 0 };
    case "setActivation": {
      const { l, activation } = command;
      if (!isLayer(network.layout, l)) return { code: "notThere" };
      if (l === 1) return { code: "inputLayer" };
      const isHidden = l < network.layout.L;
      return activation === "softmax" && isHidden ? { code: "softmaxHidden", l } : null;
    }
    case "takeStep": {
      if (command.rev !== rev) return { code: "outdated" };
      const { w, b } = network;
      return refusalOfTable(command.w, w.length) ?? refusalOfTable(command.b, b.length);
    }
    case "setLoss":
    case "open":
      return null;
    case "connect":
    case "connectFully":
      return refusalOfEdges(network, command);
    case "setValues":
    case "initialize":
      return refusalOfBulk(network, command);
    default:
      return refusalOfStructure(network, command);
  }
}

function refusalOfStructure(network: Network, command: StructureCommand): Refusal | null {
  const refusal = refusalOfPlace(network, command);
  return refusal ?? beyondLimits(columnsAfter(network.layout, command));
}

/** Whether what the command names is there, and the sizes it gives are sizes. */
function refusalOfPlace(network: Network, command: StructureCommand): Refusal | null {
  const { layout } = network;
  const { sizes, L } = layout;
  switch (command.type) {
    case "addNeuron":
      return unlessThere(
        isLayer(layout, command.l) && isCount(command.at, sizes[command.l - 1] + 1),
      );
    case "addLayer":
      return unlessThere(isCount(command.l, L + 1)) ?? refusalOfSize(command.l, command.size);
    case "resizeLayer":
      return unlessThere(isLayer(layout, command.l)) ?? refusalOfSize(command.l, command.size);
    case "moveNeuron": {
      const { to } = command;
      if (!isNeuron(layout, command)) return unlessThere(false);
      if ("newLayer" in to) return unlessThere(isCount(to.newLayer, L + 1));
      const others = sizes[to.l - 1] - (to.l === command.l ? 1 : 0);
      return unlessThere(isLayer(layout, to.l) && isCount(to.at, others + 1));
    }
    case "remove":
      return unlessThere(command.items.some((item) => isItem(network, item)));
    case "clear":
      return null;
  }
}

function unlessThere(isThere: boolean): Refusal | null {
  return isThere ? null : { code: "notThere" };
}

function refusalOfSize(l: number, size: number): Refusal | null {
  const limit = LIMITS.neurons;
  if (!Number.isInteger(size) || size < 1) return { code: "notASize", limit };
  return size > limit ? { code: "tooManyNeurons", l, limit } : null;
}

/** Connections count as in links: all places for edges, drawn or not. */
function beyondLimits(columns: readonly Column[]): Refusal | null {
  const sizes = columns.map(({ neurons }) => neurons.length);
  if (sizes.length > LIMITS.layers) return { code: "tooManyLayers", limit: LIMITS.layers };
  const wide = sizes.findIndex((size) => size > LIMITS.neurons);
  if (wide >= 0) {
    // The number the layer has on the screen, where the column before it may not have vanished yet.
    const l = columns[wide].from ?? wide + 1;
    return { code: "tooManyNeurons", l, limit: LIMITS.neurons };
  }
  const found = sizes.reduce((sum, size, k) => sum + (k === 0 ? 0 : size * sizes[k - 1]), 0);
  const limit = LIMITS.connections;
  return found > limit ? { code: "tooManyConnections", found, limit } : null;
}

function refusalOfEdges(network: Network, command: EdgeCommand): Refusal | null {
  const { layout } = network;
  const named = command.type === "connect" ? [command.from, command.to] : command.neurons;
  if (named.length === 0 || !named.every((neuron) => isNeuron(layout, neuron))) {
    return { code: "notThere" };
  }
  if (command.type === "connect") {
    const { from, to } = command;
    if (from.l === to.l) {
      return from.i === to.i ? { code: "sameNeuron" } : { code: "sameLayer", l: from.l };
    }
    if (Math.abs(from.l - to.l) > 1) return { code: "notNeighbours", from, to };
  }
  if (layout.L < 2) return { code: "noNeighbours" };
  const areThere = edgesAskedFor(layout, command).every(({ l, i, j }) =>
    edgeExists(network, l, i, j),
  );
  if (!areThere) return null;
  return { code: command.type === "connect" ? "alreadyConnected" : "fullyConnected" };
}

function refusalOfBulk(network: Network, command: BulkCommand): Refusal | null {
  const { layout } = network;
  const { l } = command;
  if (l === "all") return layout.L < 2 ? { code: "notThere" } : null;
  if (command.type === "setValues" && (command.table === "x" || command.table === "t")) {
    return refusalOfTable(command.values, tableLength(layout, command.table, l));
  }
  if (!isLayer(layout, l)) return { code: "notThere" };
  if (l === 1) return { code: "inputLayer" };
  if (command.type === "initialize") return null;
  const { table, values, mask } = command;
  const expected = tableLength(layout, table, l);
  if (table === "b") return refusalOfTable(values, expected);
  if (mask && mask.length !== expected) return { code: "wrongCount", found: mask.length, expected };
  return refusalOfTable(values, expected, edgesOfTable(network, command));
}

/** A Session holds finite numbers only; what stands where there is no edge is not read. */
function refusalOfTable(
  values: Float64Array,
  expected: number,
  edges: Uint8Array | null = null,
): Refusal | null {
  if (values.length !== expected) return { code: "wrongCount", found: values.length, expected };
  const k = values.findIndex((value, n) => !Number.isFinite(value) && edges?.[n] !== 0);
  return k < 0 ? null : { code: "notFinite", at: k + 1 };
}

function isItem(network: Network, item: Item): boolean {
  switch (item.kind) {
    case "neuron":
      return isNeuron(network.layout, item);
    case "layer":
      return isLayer(network.layout, item.l);
    case "edge":
      return refExists(network, ref("w", item.l, item.i, item.j));
  }
}

function isNeuron(layout: Layout, { l, i }: Neuron): boolean {
  return isLayer(layout, l) && isCount(i, layout.sizes[l - 1]);
}

function isLayer({ L }: Layout, l: number): boolean {
  return isCount(l, L);
}

function isCount(n: number, most: number): boolean {
  return Number.isInteger(n) && n >= 1 && n <= most;
}
