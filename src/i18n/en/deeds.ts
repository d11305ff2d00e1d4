import type { Item, Neuron } from "../../session/command.ts";
import type { CommandEntry } from "../../ui/draw/menu.ts";
import type { KindCounts } from "../../session/items.ts";
import type { DrawNews } from "../../store/deskNews.ts";
import { items, kinds } from "./structure.ts";
import { ui } from "./ui.ts";

/** What has just happened on the stage. */
function news(event: DrawNews): string {
  switch (event.code) {
    case "mode":
      return event.mode === "draw" ? "Drawing is on." : "Drawing is off.";
    case "added":
      if (event.connected === null) return `${sentence(item(event.item))} added.`;
      return event.connected
        ? `${sentence(item(event.item))} added, fully connected.`
        : `${sentence(item(event.item))} added, without connections.`;
    case "moved":
      return `Moved: it is now ${item(event.item)}.`;
    case "connected":
      return `Connected ${neuron(event.from)} and ${neuron(event.to)}.`;
    case "connectedFully":
      return event.count === 1 ? "Fully connected." : `${event.count} neurons fully connected.`;
    case "removed":
      return `Deleted ${item(event.item)}.`;
    case "removedSeveral":
      return `${items(event.kind, event.count)} deleted.`;
    case "activation":
      return `Layer ${event.l} has the activation ${ui.activations[event.activation]}.`;
    case "changed":
      return "The network is another one now.";
    case "begun":
      return `A connection begins at ${neuron(event.from)}. Walk to another neuron and press C or Enter; Escape calls it off.`;
    case "calledOff":
      return "The connection was called off.";
    case "picked": {
      const what = event.isOn ? "Selected" : "No longer selected";
      return `${what}: ${item(event.item)}. ${event.count} selected.`;
    }
    case "pickedSeveral":
      return `${items(event.kind, event.count)} selected.`;
    case "unpicked":
      return "Nothing is selected.";
    case "border":
      return "It cannot go further this way.";
    case "notANeuron":
      return "This key is for a neuron: walk to one first.";
    case "notWalking":
      return "Press Enter first, to walk over the network.";
  }
}

const commands: Record<CommandEntry, string> = {
  connectFully: "Connect fully",
  addNeuron: "Add a neuron below",
  addLayerBefore: "Add a layer before",
  addLayerAfter: "Add a layer after",
  firstNeuron: "Put down the first neuron",
  delete: "Delete",
};

function item(it: Item): string {
  switch (it.kind) {
    case "neuron":
      return neuron(it);
    case "edge":
      return `the connection from ${neuron({ l: it.l - 1, i: it.j })} to ${neuron(it)}`;
    case "layer":
      return `layer ${it.l}`;
  }
}

/** `2 layers, 1 neuron and 3 connections`: how many of each kind. */
function kindsOf(counts: KindCounts): string {
  return new Intl.ListFormat("en-GB").format(
    counts.map(([kind, count]) => `${count} ${kinds[kind][count === 1 ? 0 : 1]}`),
  );
}

function neuron({ l, i }: Neuron): string {
  return `neuron ${i} of layer ${l}`;
}

function sentence(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}

export const deeds = {
  news,
  now: (place: string) => `You are at ${place}.`,

  menuOf: (it: Item | null) => (it === null ? "The stage" : sentence(item(it))),
  partsOf: kindsOf,
  commands,
  deleteLayer: "Delete the layer",
  deleteParts: (counts: KindCounts) => `Delete ${kindsOf(counts)}`,
  typeNumber: { w: "Change the weight", a: "Change the input", b: "Change the bias" },
  layerMenu: (l: number) => `Layer ${l} …`,
};
