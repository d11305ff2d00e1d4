/** Whole tables of numbers: given, or chosen anew. */
import type { Layout } from "../engine/layout.ts";
import type { Network } from "../engine/network.ts";
import type { BulkCommand, Table } from "./command.ts";
import { parkMissing, withMask } from "./edges.ts";
import { initialWeights } from "./initialize.ts";
import type { Work } from "./session.ts";

type SetValues = Extract<BulkCommand, { type: "setValues" }>;
type Initialize = Extract<BulkCommand, { type: "initialize" }>;

/** How many numbers a table of layer l has; l ≥ 2 for w and b, and is not read for x and t. */
export function tableLength({ sizes, L }: Layout, table: Table, l: number): number {
  switch (table) {
    case "w":
      return sizes[l - 1] * sizes[l - 2];
    case "b":
      return sizes[l - 1];
    case "x":
      return sizes[0] ?? 0;
    case "t":
      return sizes[L - 1] ?? 0;
  }
}

/** The edges that W^(l) has after the command: 1 or 0 for each of its entries. */
export function edgesOfTable(
  { layout, mask: old }: Pick<Network, "layout" | "mask">,
  { l, mask }: Pick<SetValues, "l" | "mask">,
): Uint8Array {
  const { weightOffset } = layout;
  const edges = mask === undefined ? old?.subarray(weightOffset[l], weightOffset[l + 1]) : mask;
  const length = tableLength(layout, "w", l);
  return edges ? edges.map((edge) => (edge === 0 ? 0 : 1)) : new Uint8Array(length).fill(1);
}

/** The work after a table was set; the same network where its numbers are the ones it has. */
export function setValues(work: Work, command: SetValues): Work {
  const { network } = work;
  const { table, l, values } = command;
  const { neuronOffset } = network.layout;
  switch (table) {
    case "w":
      return setWeights(work, l, values, edgesOfTable(network, command));
    case "b":
      return { ...work, network: put(network, "b", values, neuronOffset[l]) };
    default:
      return { ...work, network: put(network, table, values, 0) };
  }
}

/** The network with numbers from a slot of one of its arrays on. */
function put(network: Network, table: Table, values: Float64Array, from: number): Network {
  // Object.is: −0 is another number than 0, and links keep the difference.
  if (values.every((value, k) => Object.is(value, network[table][from + k]))) return network;
  const next = network[table].slice();
  next.set(values, from);
  return { ...network, [table]: next };
}

/** A weight given for an edge that was missing is the edge's; the one that was parked is forgotten. */
function setWeights(work: Work, l: number, values: Float64Array, edges: Uint8Array): Work {
  const { layout, mask: old } = work.network;
  const from = layout.weightOffset[l];
  const mask = old?.slice() ?? new Uint8Array(layout.weights).fill(1);
  mask.set(edges, from);
  const given = values.map((value, k) => (edges[k] === 1 ? value : 0));
  const { network, parked } = parkMissing(work, mask);
  const next = { network: put(network, "w", given, from), parked };
  const addsEdges = old !== null && mask.some((edge, k) => edge > old[k]);
  if (!addsEdges) return next;
  const left = parked?.map((weight, k) => (mask[k] === 1 ? NaN : weight)) ?? null;
  return withMask({ ...next, parked: left }, mask);
}

/** The network with new weights and biases 0 in a layer or all; missing edges stay missing. */
export function initialize(network: Network, { l, method, seed }: Initialize): Network {
  const { layout, mask } = network;
  const layers = l === "all" ? { from: 2, to: layout.L } : { from: l, to: l };
  const drawn = initialWeights(layout, network.w, layers, method, seed);
  const w = mask === null ? drawn : drawn.map((weight, k) => (mask[k] === 0 ? 0 : weight));
  const { neuronOffset } = layout;
  const b = network.b.slice().fill(0, neuronOffset[layers.from], neuronOffset[layers.to + 1]);
  return put(put(network, "w", w, 0), "b", b, 0);
}
