/** What a key asks for while the network is drawn on by keyboard. Pure. */
import type { Ref } from "../../engine/ref.ts";
import type { Network } from "../../engine/network.ts";
import { refExists } from "../../session/exists.ts";
import { isEditable } from "../../session/session.ts";
import type { Command, Item, Neuron } from "../../session/command.ts";
import { itemOf, neuronOf, numberOf, placeOf } from "../../session/items.ts";
import type { Desk } from "../../store/desk.ts";
import type { DrawNews } from "../../store/deskNews.ts";

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export type Deed =
  | { readonly type: "change"; readonly command: Command }
  | { readonly type: "begin"; readonly from: Neuron }
  | { readonly type: "callOff" }
  | { readonly type: "toggle"; readonly item: Item }
  | { readonly type: "unpick" }
  | { readonly type: "type"; readonly ref: Ref }
  | { readonly type: "menu"; readonly item: Item | null }
  | { readonly type: "say"; readonly news: DrawNews };

type Held = Pick<Desk, "walk" | "picked" | "pending">;

/** The deed of a key; null where the key has no meaning of its own here. */
export function deedOf(key: Key, held: Held, network: Network): Deed | null {
  if (key.altKey) return moveOf(key, held, network);
  const here = hereOf(held);
  if (network.layout.L === 0) return isFirst(key) ? FIRST_NEURON : null;
  switch (key.key.toLowerCase()) {
    case "n":
      return atNeuron(here, ({ l, i }) => added(l, i + 1, !key.shiftKey));
    case "l":
      return atNeuron(here, ({ l }) => layerAt(key.shiftKey ? l : l + 1));
    case "c":
      return atNeuron(here, (to) =>
        held.pending === null ? { type: "begin", from: to } : completed(held.pending, to),
      );
    case "f":
      return atNeuron(here, (neuron) => connectedFully(neuronsAmong(held.picked, neuron)));
    case "delete":
    case "backspace":
      return removed(held, here);
    case "enter": {
      const neuron = neuronOf(here);
      if (held.pending !== null && neuron !== null) return completed(held.pending, neuron);
      return typed(here, network);
    }
    case " ": {
      const item = here && itemOf(here);
      return item && { type: "toggle", item };
    }
    case "escape":
      if (held.pending !== null) return { type: "callOff" };
      return held.picked.length > 0 ? { type: "unpick" } : null;
    case "contextmenu":
      return { type: "menu", item: here && itemOf(here) };
    case "f10":
      return key.shiftKey ? { type: "menu", item: here && itemOf(here) } : null;
    default:
      return null;
  }
}

/** Where one stands: where one has walked to, or else at what was picked last. */
export function hereOf({ walk, picked }: Held): Ref | null {
  const last = picked.at(-1);
  return walk ?? (last === undefined ? null : placeOf(last));
}

const FIRST_NEURON: Deed = {
  type: "change",
  command: { type: "addLayer", l: 1, size: 1, connected: true },
};

/** Said rather than nothing: who does not see the network cannot tell why a key does nothing. */
const NOT_WALKING: Deed = { type: "say", news: { code: "notWalking" } };

function isFirst({ key }: Key): boolean {
  return key === "Enter" || key.toLowerCase() === "n";
}

function atNeuron(here: Ref | null, deed: (neuron: Neuron) => Deed): Deed | null {
  if (here === null) return NOT_WALKING;
  const neuron = neuronOf(here);
  return neuron === null ? { type: "say", news: { code: "notANeuron" } } : deed(neuron);
}

function added(l: number, at: number, connected: boolean): Deed {
  return { type: "change", command: { type: "addNeuron", l, at, connected } };
}

function layerAt(l: number): Deed {
  return { type: "change", command: { type: "addLayer", l, size: 1, connected: true } };
}

function completed(from: Neuron, to: Neuron): Deed {
  if (from.l === to.l && from.i === to.i) return { type: "callOff" };
  return { type: "change", command: { type: "connect", from, to } };
}

function connectedFully(neurons: readonly Neuron[]): Deed {
  return { type: "change", command: { type: "connectFully", neurons } };
}

/** The picked neurons; where none is picked, the one that is stood at. */
function neuronsAmong(picked: readonly Item[], here: Neuron): readonly Neuron[] {
  const neurons = picked.filter((item) => item.kind === "neuron").map(({ l, i }) => ({ l, i }));
  return neurons.length > 0 ? neurons : [here];
}

function removed({ picked }: Held, here: Ref | null): Deed | null {
  if (here === null) return NOT_WALKING;
  const item = itemOf(here);
  const items = picked.length > 0 ? picked : item === null ? [] : [item];
  return items.length === 0 ? null : { type: "change", command: { type: "remove", items } };
}

/** The number of where one stands: a neuron's input or bias, where it is not an editable one itself. */
function typed(here: Ref | null, network: Network): Deed | null {
  if (here === null) return null;
  const item = itemOf(here);
  const target = isEditable(here) ? here : item && numberOf(item);
  return target !== null && refExists(network, target) ? { type: "type", ref: target } : null;
}

/** Alt with an arrow: up and down in the column, left and right to the next one. */
function moveOf({ key }: Key, held: Held, { layout }: Network): Deed | null {
  const way = WAYS[key];
  if (way === undefined) return null;
  const { sizes, L } = layout;
  return atNeuron(hereOf(held), ({ l, i }) => {
    const to = way(l, i);
    const isAlone = sizes[l - 1] === 1;
    if (to.l === l) {
      if (to.at < 1 || to.at > sizes[l - 1]) return { type: "say", news: { code: "border" } };
      return moved(l, i, to);
    }
    if (to.l >= 1 && to.l <= L) {
      return moved(l, i, { l: to.l, at: Math.min(to.at, sizes[to.l - 1] + 1) });
    }
    if (isAlone) return { type: "say", news: { code: "border" } };
    return moved(l, i, { newLayer: Math.max(1, to.l) });
  });
}

const WAYS: Readonly<Record<string, (l: number, i: number) => { l: number; at: number }>> = {
  ArrowUp: (l, i) => ({ l, at: i - 1 }),
  ArrowDown: (l, i) => ({ l, at: i + 1 }),
  ArrowLeft: (l, i) => ({ l: l - 1, at: i }),
  ArrowRight: (l, i) => ({ l: l + 1, at: i }),
};

type Goal = Extract<Command, { type: "moveNeuron" }>["to"];

function moved(l: number, i: number, to: Goal): Deed {
  return { type: "change", command: { type: "moveNeuron", l, i, to } };
}
