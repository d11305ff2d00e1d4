import type { Refusal } from "../../session/refusal.ts";
import { counted } from "./structure.ts";

/** Why the network was not changed as was asked. */
export function refusal(r: Refusal): string {
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
