import { neuronIndex, weightIndex, type Layout } from "../engine/layout.ts";
import {
  activationOf,
  outputActivationOf,
  type Activation,
  type Loss,
  type Network,
} from "../engine/network.ts";
import type { Ref } from "../engine/ref.ts";
import { refExists } from "./exists.ts";
import { editableValue, isEditable, type Command, type Session } from "./session.ts";

/**
 * The Session after a command, with `rev` one higher; the same object where the command changes
 * nothing or is refused (a value that is not finite, a number that does not exist or is computed,
 * softmax in a hidden layer, a step taken from an older revision). Never writes to the old arrays.
 */
export function reduce(session: Session, command: Command): Session {
  const network = apply(session, command);
  return network === session.network ? session : { rev: session.rev + 1, network };
}

function apply({ rev, network }: Session, command: Command): Network {
  switch (command.type) {
    case "setValue":
      return setValue(network, command.ref, command.value);
    case "setActivation":
      return setActivation(network, command.l, command.activation);
    case "setLoss":
      return setLoss(network, command.loss);
    case "takeStep":
      return command.rev === rev ? setParameters(network, command.w, command.b) : network;
    case "open":
      return command.network;
  }
}

function setValue(network: Network, r: Ref, value: number): Network {
  if (!isEditable(r) || !refExists(network, r) || !Number.isFinite(value)) return network;
  // Object.is: −0 is another number than 0, and links keep the difference.
  if (Object.is(editableValue(network, r), value)) return network;
  const { layout } = network;
  switch (r.q) {
    case "w":
      return { ...network, w: network.w.with(weightIndex(layout, r.l, r.i, r.j), value) };
    case "b":
      return { ...network, b: network.b.with(neuronIndex(layout, r.l, r.i), value) };
    case "a":
      return { ...network, x: network.x.with(r.i - 1, value) };
    case "t":
      return { ...network, t: network.t.with(r.i - 1, value) };
    default:
      return { ...network, eta: value };
  }
}

function setActivation(network: Network, l: number, activation: Activation): Network {
  const { L } = network.layout;
  if (!Number.isInteger(l) || l < 2 || l > L) return network;
  if (activation === "softmax" && l < L) return network;
  if (activationOf(network, l) === activation) return network;
  const demanded = l === L ? outputActivationOf(network.loss) : null;
  // A loss that demands another output falls back to l2, which takes any.
  const loss: Loss = demanded !== null && demanded !== activation ? "l2" : network.loss;
  return { ...network, activations: network.activations.with(l - 2, activation), loss };
}

function setLoss(network: Network, loss: Loss): Network {
  if (network.loss === loss) return network;
  const activations = demandOutput(network.activations, loss);
  return { ...network, activations, loss };
}

/** The activations with the output's set to what the loss demands, if it demands any. */
export function demandOutput(
  activations: readonly Activation[],
  loss: Loss,
): readonly Activation[] {
  const demanded = outputActivationOf(loss);
  return demanded === null ? activations : activations.with(activations.length - 1, demanded);
}

function setParameters(network: Network, w: Float64Array, b: Float64Array): Network {
  if (!fits(network.layout, w, b)) return network;
  if (sameNumbers(w, network.w) && sameNumbers(b, network.b)) return network;
  return { ...network, w: w.slice(), b: b.slice() };
}

/** Right lengths, and nothing that left the range: a Session holds finite numbers only. */
function fits(layout: Layout, w: Float64Array, b: Float64Array): boolean {
  return w.length === layout.weights && b.length === layout.neurons && areFinite(w) && areFinite(b);
}

function areFinite(values: Float64Array): boolean {
  return values.every((value) => Number.isFinite(value));
}

function sameNumbers(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, k) => Object.is(value, b[k]));
}
