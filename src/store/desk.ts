/**
 * How the stage is handled at this moment: whether it is drawn on, what is picked, where the
 * keyboard stands. None of it is work: no link names it and nothing undoes it.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import { ref, type Ref } from "../engine/ref.ts";
import { isComplete, type Network } from "../engine/network.ts";
import type { Command, Item, Neuron } from "../session/command.ts";
import { refExists } from "../session/exists.ts";
import { track, trackRef, type Track } from "../session/track.ts";
import type { BackstepStore } from "./store.ts";
import type { DrawNews } from "./deskNews.ts";
import { isAmong, kindOf, neuronOf, placeOf, sameItem } from "../session/items.ts";

export interface Desk {
  readonly mode: "read" | "draw";
  readonly picked: readonly Item[];
  /** Where one has walked to by keyboard. */
  readonly walk: Ref | null;
  /** From where a connection has been begun by keyboard. */
  readonly pending: Neuron | null;
  readonly menu: MenuCall | null;
  /** What happened last, for those who do not see it; null where it is not the newest any more. */
  readonly news: DrawNews | null;
}

/** A menu that was asked for, for an item or for the empty stage, at a point in client px. */
export interface MenuCall {
  readonly item: Item | null;
  readonly x: number;
  readonly y: number;
}

export type DeskStore = StoreApi<Desk>;

const NOTHING_HELD = { picked: [], walk: null, pending: null, menu: null } as const;

/** A desk that holds only what the network of the store has. */
export function createDesk(store: BackstepStore): DeskStore {
  let { network } = store.getState().session;
  const desk = createStore<Desk>()(() => ({
    mode: isComplete(network) ? "read" : "draw",
    ...NOTHING_HELD,
    news: null,
  }));
  store.subscribe(({ session }) => {
    if (session.network === network) return;
    const isOther = session.network.layout !== network.layout;
    network = session.network;
    const { walk: stood, picked } = desk.getState();
    const walk = standing(network, stood);
    // The news may be undone. Where one stands is news itself if it may be another place.
    const isSame = walk === null || (walk === stood && !isOther);
    const news: DrawNews | null = isSame ? null : { code: "changed" };
    // The same numbers of a layer and a neuron may name something else now.
    if (isOther) desk.setState({ ...NOTHING_HELD, walk, news });
    else desk.setState({ picked: present(picked, network), walk, news });
    // There is nothing to read in what has only been begun.
    if (isOther && !isComplete(network)) desk.setState({ mode: "draw" });
  });
  return desk;
}

export function toggleDrawing(desk: DeskStore): void {
  const mode = desk.getState().mode === "draw" ? "read" : "draw";
  desk.setState({ mode, picked: [], pending: null, menu: null, news: { code: "mode", mode } });
}

/**
 * A change of the network from the stage. What is held goes along with its neurons. By keyboard one
 * walks to what has been made, by pointer it gets picked.
 */
export function change(
  store: BackstepStore,
  desk: DeskStore,
  command: Command,
  isWalking = desk.getState().walk !== null,
): void {
  const { session: before, actions } = store.getState();
  const moves = track(before, command);
  const { picked, walk } = desk.getState();
  actions.dispatch(command);
  const { network, rev } = store.getState().session;
  if (rev === before.rev) return;
  const made = madeBy(command, moves);
  const kept = picked.flatMap((item) => carried(item, moves) ?? []);
  // A walk that begins at what was picked by pointer leaves it.
  const left = made !== null && walk === null ? [] : present(kept, network);
  desk.setState({
    picked: made !== null && !isWalking ? [made] : left,
    walk: isWalking ? (made === null ? nearest(network, walk, moves) : placeOf(made)) : null,
    pending: null,
    menu: null,
    news: newsOf(command, made, network.layout.L > 1),
  });
}

/** What a change has made or moved; null where it did neither. */
function madeBy(command: Command, moves: Track): Item | null {
  switch (command.type) {
    case "addNeuron":
      return { kind: "neuron", l: command.l, i: command.at };
    case "addLayer":
      return command.size === 1
        ? { kind: "neuron", l: command.l, i: 1 }
        : { kind: "layer", l: command.l };
    case "moveNeuron": {
      const neuron = moves.neuron(command.l, command.i);
      return neuron && { kind: "neuron", ...neuron };
    }
    case "connect": {
      const { from, to } = command;
      const [lower, upper] = from.l < to.l ? [from, to] : [to, from];
      return { kind: "edge", l: upper.l, i: upper.i, j: lower.i };
    }
    default:
      return null;
  }
}

function newsOf(command: Command, made: Item | null, hasOthers: boolean): DrawNews | null {
  switch (command.type) {
    case "addNeuron":
    case "addLayer":
      return made && { code: "added", item: made, connected: hasOthers ? command.connected : null };
    case "moveNeuron":
      return made && { code: "moved", item: made };
    case "connect":
      return { code: "connected", from: command.from, to: command.to };
    case "connectFully":
      return { code: "connectedFully", count: command.neurons.length };
    case "remove": {
      const { items } = command;
      return items.length === 1
        ? { code: "removed", item: items[0] }
        : { code: "removedSeveral", kind: kindOf(items), count: items.length };
    }
    case "setActivation":
      return { code: "activation", l: command.l, activation: command.activation };
    default:
      return null;
  }
}

function carried(item: Item, moves: Track): Item | null {
  switch (item.kind) {
    case "neuron": {
      const neuron = moves.neuron(item.l, item.i);
      return neuron && { kind: "neuron", ...neuron };
    }
    case "layer": {
      const l = moves.layer(item.l);
      return l === null ? null : { kind: "layer", l };
    }
    case "edge": {
      const r = trackRef(placeOf(item), moves);
      return r && { kind: "edge", l: r.l, i: r.i, j: r.j };
    }
  }
}

/** Where the walk stands after a change: at the same thing, or at what has come nearest to it. */
function nearest(network: Network, walk: Ref | null, moves: Track): Ref | null {
  if (walk === null) return null;
  const same = trackRef(walk, moves);
  if (same !== null && refExists(network, same)) return same;
  const { l, i } = neuronNear(network, walk);
  const neuron = moves.neuron(l, i);
  return neuron === null ? nearestNeuron(network, walk) : ref("a", neuron.l, neuron.i);
}

/** Where the walk stands in a network whose neurons are not known to have come from anywhere. */
function standing(network: Network, walk: Ref | null): Ref | null {
  return walk !== null && refExists(network, walk) ? walk : nearestNeuron(network, walk);
}

function nearestNeuron(network: Network, walk: Ref | null): Ref | null {
  const { sizes, L } = network.layout;
  if (walk === null || L === 0) return null;
  const near = neuronNear(network, walk);
  const l = Math.min(near.l, L);
  return ref("a", l, Math.min(near.i, sizes[l - 1]));
}

/** The neuron a place of the drawing is at: a weight's is the one it leads to, that of t and E an output. */
function neuronNear({ layout: { L } }: Network, walk: Ref): Neuron {
  return neuronOf(walk) ?? { l: walk.q === "w" ? walk.l : L, i: Math.max(1, walk.i) };
}

/** Those of the items that the network has; the same array where it has all. */
function present(items: readonly Item[], network: Network): readonly Item[] {
  const isThere = (item: Item): boolean => refExists(network, placeOf(item));
  return items.every(isThere) ? items : items.filter(isThere);
}

/** Picks exactly these by pointer; what is picked alone and meant again has its number typed. */
export function pickByPointer(desk: DeskStore, items: readonly Item[]): "picked" | "meantAgain" {
  const { picked } = desk.getState();
  const isAgain = items.length === 1 && picked.length === 1 && sameItem(items[0], picked[0]);
  desk.setState({
    ...NOTHING_HELD,
    picked: items,
    news: isAgain ? null : newsOfPick(items, picked),
  });
  return isAgain ? "meantAgain" : "picked";
}

function newsOfPick(items: readonly Item[], before: readonly Item[]): DrawNews | null {
  if (items.length === 0) return before.length === 0 ? null : { code: "unpicked" };
  return items.length === 1
    ? { code: "picked", item: items[0], isOn: true, count: 1 }
    : { code: "pickedSeveral", kind: kindOf(items), count: items.length };
}

/** Adds an item to what is picked, or takes it from there. */
export function togglePicked(desk: DeskStore, item: Item): void {
  const { picked } = desk.getState();
  const isOn = !isAmong(picked, item);
  const next = isOn ? [...picked, item] : picked.filter((other) => !sameItem(other, item));
  desk.setState({ picked: next, news: { code: "picked", item, isOn, count: next.length } });
}

/** Adds items to what is picked. */
export function extendPicked(desk: DeskStore, items: readonly Item[]): void {
  const { picked } = desk.getState();
  const next = [...picked, ...items.filter((item) => !isAmong(picked, item))];
  const item = items[items.length - 1];
  desk.setState({ picked: next, news: { code: "picked", item, isOn: true, count: next.length } });
}
