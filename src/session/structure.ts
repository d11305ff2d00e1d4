/** The one way in which a network's structure changes: rebuilt from columns of old and new neurons. */
import { createLayout, neuronIndex, weightIndex } from "../engine/layout.ts";
import { activationOf, type Activation, type Network } from "../engine/network.ts";
import { mulberry32 } from "../engine/random.ts";
import { edgeExists } from "../engine/trace.ts";
import { DEFAULT_ACTIVATION, EMPTY_NETWORK } from "./blank.ts";
import { columnsAfter, isUnmoved, type Column } from "./columns.ts";
import type { Neuron, StructureCommand } from "./command.ts";
import { edgesAt, newWeight, withoutEdges } from "./edges.ts";
import { demandOutput } from "./output.ts";
import { remember } from "./parted.ts";
import type { Session, Work } from "./session.ts";

/** Whether two neurons that were not in neighbouring layers in this order become connected. */
type Connects = (upper: Neuron | null, lower: Neuron | null) => boolean;

/** The work after a change of structure that is not refused; `rev` seeds the new weights. */
export function changeStructure(session: Session, command: StructureCommand): Work {
  if (command.type === "clear") return { network: EMPTY_NETWORK, parked: null };
  const work = command.type === "remove" ? withoutEdges(session, command.items) : session;
  const columns = columnsAfter(session.network.layout, command);
  if (isUnmoved(columns, session.network.layout)) return work;
  return rebuild(work, columns, connectsOf(session.network, command), mulberry32(session.rev));
}

function connectsOf(network: Network, command: StructureCommand): Connects {
  switch (command.type) {
    case "addNeuron":
    case "addLayer":
      return () => command.connected;
    case "moveNeuron": {
      const edges = edgesAt(network.layout, command);
      const had = edges.some(({ l, i, j }) => edgeExists(network, l, i, j));
      const isIt = (neuron: Neuron | null): boolean =>
        neuron?.l === command.l && neuron.i === command.i;
      // Others are new to each other only where the neuron left an empty column between them.
      return (upper, lower) => had || !(isIt(upper) || isIt(lower));
    }
    default:
      return () => true;
  }
}

/**
 * The network of these columns. Neurons that are kept keep their b, x and t where they still have
 * one, pairs that were in neighbouring layers in the same order keep their edge, or its absence,
 * with its weight; and so do those that were so once, where they are connected again.
 */
function rebuild(
  work: Work,
  columns: readonly Column[],
  connects: Connects,
  random: () => number,
): Work {
  const { network, parked } = work;
  const { pair, parted } = remember(work, columns);
  const old = network.layout;
  const layout = createLayout(columns.map(({ neurons }) => neurons.length));
  const { L } = layout;
  const w = new Float64Array(layout.weights);
  const mask = new Uint8Array(layout.weights);
  const nextParked = new Float64Array(layout.weights).fill(NaN);
  const b = new Float64Array(layout.neurons);
  for (let l = 2; l <= L; l++) {
    columns[l - 1].neurons.forEach((upper, n) => {
      if (upper !== null && upper.l >= 2) {
        b[neuronIndex(layout, l, n + 1)] = network.b[neuronIndex(old, upper.l, upper.i)];
      }
      columns[l - 2].neurons.forEach((lower, m) => {
        const k = weightIndex(layout, l, n + 1, m + 1);
        if (upper !== null && lower !== null && upper.l === lower.l + 1) {
          const was = weightIndex(old, upper.l, upper.i, lower.i);
          w[k] = network.w[was];
          mask[k] = network.mask === null ? 1 : network.mask[was];
          if (parked !== null) nextParked[k] = parked[was];
          return;
        }
        const was = pair(upper, lower);
        if (was === null) {
          if (!connects(upper, lower)) return;
          w[k] = newWeight(layout, l, random);
          mask[k] = 1;
        } else if (was.isEdge && connects(upper, lower)) {
          w[k] = was.weight;
          mask[k] = 1;
        } else {
          nextParked[k] = was.weight;
        }
      });
    });
  }
  const activations = activationsOf(network, columns);
  return {
    network: {
      ...network,
      layout,
      activations: demandOutput(activations, network.loss),
      w,
      b,
      mask: mask.includes(0) ? mask : null,
      x: valuesOfLayer(columns.at(0), network.x, 1),
      t: valuesOfLayer(columns.at(-1), network.t, old.L),
    },
    parked: nextParked.every(Number.isNaN) ? null : nextParked,
    ...(parted.length > 0 && { parted }),
  };
}

/** x or t: those of the neurons that were in layer l, whose numbers they are; 0 for the others. */
function valuesOfLayer(column: Column | undefined, old: Float64Array, l: number): Float64Array {
  return Float64Array.from(column?.neurons ?? [], (neuron) =>
    neuron?.l === l ? old[neuron.i - 1] : 0,
  );
}

/**
 * σ of layers 2 …: a new layer takes that of the one it was put in front of, or else of the one
 * before it. Softmax does not stay where an output layer becomes hidden; there the layer before
 * gives the activation.
 */
function activationsOf(network: Network, columns: readonly Column[]): readonly Activation[] {
  const own = columns.map(({ from }) =>
    from === null || from === 1 ? null : activationOf(network, from),
  );
  const settled: Activation[] = [];
  for (let k = 1; k < columns.length; k++) {
    const taken =
      own.slice(k).find((activation) => activation !== null) ??
      own.slice(0, k).findLast((activation) => activation !== null) ??
      DEFAULT_ACTIVATION;
    const isHidden = k < columns.length - 1;
    settled.push(taken === "softmax" && isHidden ? (settled.at(-1) ?? DEFAULT_ACTIVATION) : taken);
  }
  return settled;
}
