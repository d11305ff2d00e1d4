/** What the menu of a part of the drawing offers: only what applies. Pure. */
import { ACTIVATIONS, activationOf, type Activation, type Network } from "../../engine/network.ts";
import type { Ref } from "../../engine/ref.ts";
import { edgeExists } from "../../engine/trace.ts";
import type { Command, Item, Neuron } from "../../session/command.ts";
import { refusalOf } from "../../session/refusal.ts";
import type { Session } from "../../session/session.ts";
import { isAmong, numberOf } from "../../session/items.ts";

export type CommandEntry =
  | "connectFully"
  | "addNeuron"
  | "addLayerBefore"
  | "addLayerAfter"
  | "firstNeuron"
  | "delete";

export type Entry =
  | { readonly kind: "command"; readonly name: CommandEntry; readonly command: Command }
  | { readonly kind: "type"; readonly ref: Ref }
  /** To the menu of the neuron's layer. */
  | { readonly kind: "layer"; readonly l: number }
  | {
      readonly kind: "activation";
      readonly l: number;
      readonly activation: Activation;
      readonly isChosen: boolean;
    }
  | { readonly kind: "fit" };

/** The entries for an item, or for the empty stage (null); for all that is picked, if it is one of them. */
export function entriesOf(
  session: Session,
  picked: readonly Item[],
  item: Item | null,
): readonly Entry[] {
  const { network } = session;
  if (item === null) {
    const { L } = network.layout;
    return [...(L === 0 ? [FIRST] : []), { kind: "fit" }];
  }
  if (picked.length > 1 && isAmong(picked, item)) {
    const neurons = picked.filter((other) => other.kind === "neuron");
    return [...fully(session, neurons), remove(picked)];
  }
  const number = numberOf(item);
  const typed: Entry[] = number === null ? [] : [{ kind: "type", ref: number }];
  switch (item.kind) {
    case "edge":
      return [...typed, remove([item])];
    case "neuron": {
      const { l, i } = item;
      return [
        ...typed,
        ...fully(session, [{ l, i }]),
        ...allowed(session, "addNeuron", { type: "addNeuron", l, at: i + 1, connected: true }),
        { kind: "layer", l },
        remove([item]),
      ];
    }
    case "layer": {
      const { l } = item;
      const size = network.layout.sizes[l - 1];
      const neurons = Array.from({ length: size }, (_, k) => ({ l, i: k + 1 }));
      return [
        ...activationsOf(network, l),
        ...fully(session, neurons),
        ...allowed(session, "addNeuron", { type: "addNeuron", l, at: size + 1, connected: true }),
        ...layer(session, "addLayerBefore", l),
        ...layer(session, "addLayerAfter", l + 1),
        remove([item]),
      ];
    }
  }
}

const FIRST: Entry = {
  kind: "command",
  name: "firstNeuron",
  command: { type: "addLayer", l: 1, size: 1, connected: true },
};

function remove(items: readonly Item[]): Entry {
  return { kind: "command", name: "delete", command: { type: "remove", items } };
}

function allowed(session: Session, name: CommandEntry, command: Command): readonly Entry[] {
  return refusalOf(session, command) === null ? [{ kind: "command", name, command }] : [];
}

function layer(session: Session, name: CommandEntry, l: number): readonly Entry[] {
  return allowed(session, name, { type: "addLayer", l, size: 1, connected: true });
}

/** Connecting fully, where an edge that could be is missing. */
function fully({ network }: Session, neurons: readonly Neuron[]): readonly Entry[] {
  if (!neurons.some((neuron) => lacksEdges(network, neuron))) return [];
  return [{ kind: "command", name: "connectFully", command: { type: "connectFully", neurons } }];
}

function lacksEdges(network: Network, { l, i }: Neuron): boolean {
  const { sizes } = network.layout;
  for (let j = 1; j <= (sizes[l - 2] ?? 0); j++) if (!edgeExists(network, l, i, j)) return true;
  for (let k = 1; k <= (sizes[l] ?? 0); k++) if (!edgeExists(network, l + 1, k, i)) return true;
  return false;
}

function activationsOf(network: Network, l: number): readonly Entry[] {
  if (l < 2) return [];
  const chosen = activationOf(network, l);
  return ACTIVATIONS.filter((name) => name !== "softmax" || l === network.layout.L).map(
    (activation) => ({ kind: "activation", l, activation, isChosen: activation === chosen }),
  );
}
