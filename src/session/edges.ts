/** Edges drawn and removed between neurons that stay where they are. */
import { weightIndex, type Layout } from "../engine/layout.ts";
import { mulberry32 } from "../engine/random.ts";
import { ref } from "../engine/ref.ts";
import type { EdgeCommand, Item, Neuron } from "./command.ts";
import { refExists } from "./exists.ts";
import { uniform } from "./initialize.ts";
import type { Session, Work } from "./session.ts";

/** An edge by its weight's indices: from neuron j of layer l − 1 to neuron i of layer l. */
export interface Edge {
  readonly l: number;
  readonly i: number;
  readonly j: number;
}

/** The edge between two neurons of neighbouring layers, whichever is named first. */
function edgeBetween(a: Neuron, b: Neuron): Edge {
  const [lower, upper] = a.l < b.l ? [a, b] : [b, a];
  return { l: upper.l, i: upper.i, j: lower.i };
}

/** The edges that a command asks for, of neurons that are there and may be connected. */
export function edgesAskedFor(layout: Layout, command: EdgeCommand): readonly Edge[] {
  return command.type === "connect"
    ? [edgeBetween(command.from, command.to)]
    : command.neurons.flatMap((neuron) => edgesAt(layout, neuron));
}

/** All places for edges at a neuron, to both sides. */
export function edgesAt({ sizes, L }: Layout, { l, i }: Neuron): readonly Edge[] {
  const edges: Edge[] = [];
  if (l >= 2) for (let j = 1; j <= sizes[l - 2]; j++) edges.push({ l, i, j });
  if (l < L) for (let k = 1; k <= sizes[l]; k++) edges.push({ l: l + 1, i: k, j: i });
  return edges;
}

/**
 * The work after an edge command that is not refused. Each edge drawn has the weight it had when it
 * was removed, or else a new one, for which `rev` is the seed.
 */
export function connect(session: Session, command: EdgeCommand): Work {
  const { rev, network, parked } = session;
  const { layout, mask } = network;
  if (mask === null) return session;
  const random = mulberry32(rev);
  const w = network.w.slice();
  const nextMask = mask.slice();
  const nextParked = parked?.slice() ?? null;
  for (const { l, i, j } of edgesAskedFor(layout, command)) {
    const k = weightIndex(layout, l, i, j);
    if (nextMask[k] === 1) continue;
    const kept = nextParked?.[k] ?? NaN;
    w[k] = Number.isNaN(kept) ? newWeight(layout, l, random) : kept;
    nextMask[k] = 1;
    nextParked?.fill(NaN, k, k + 1);
  }
  return withMask({ ...session, network: { ...network, w }, parked: nextParked }, nextMask);
}

/** The work without those of the items that are edges; their weights are parked. */
export function withoutEdges(work: Work, items: readonly Item[]): Work {
  const { network } = work;
  const edges = items.filter((item) => item.kind === "edge");
  const slots = edges
    .filter(({ l, i, j }) => refExists(network, ref("w", l, i, j)))
    .map(({ l, i, j }) => weightIndex(network.layout, l, i, j));
  if (slots.length === 0) return work;
  const mask = network.mask?.slice() ?? new Uint8Array(network.layout.weights).fill(1);
  for (const k of slots) mask[k] = 0;
  return parkMissing(work, mask);
}

/** The work without the edges that the mask has not; their weights are parked. */
export function parkMissing(work: Work, mask: Uint8Array): Work {
  const { network, parked } = work;
  const isRemoved = (edge: number, k: number): boolean => edge === 0 && network.mask?.[k] !== 0;
  if (!mask.some(isRemoved)) return work;
  const nextParked = parked?.slice() ?? new Float64Array(mask.length).fill(NaN);
  mask.forEach((edge, k) => {
    if (isRemoved(edge, k)) nextParked[k] = network.w[k];
  });
  const w = network.w.map((weight, k) => (mask[k] === 0 ? 0 : weight));
  return withMask({ ...work, network: { ...network, w }, parked: nextParked }, mask);
}

/** A mask of ones, and a parking without weights, are null. */
export function withMask(work: Work, mask: Uint8Array): Work {
  const { network, parked } = work;
  return {
    ...work,
    network: { ...network, mask: mask.includes(0) ? mask : null },
    parked: parked === null || parked.every(Number.isNaN) ? null : parked,
  };
}

/**
 * A weight for an edge that never had one: as for a new network's (Glorot's scale, two decimals),
 * but not 0, so that what was drawn is seen to do something.
 */
export function newWeight({ sizes }: Layout, l: number, random: () => number): number {
  const limit = Math.sqrt(6 / (sizes[l - 2] + sizes[l - 1]));
  for (;;) {
    const weight = uniform(random, limit);
    if (weight !== 0) return weight;
  }
}
