import { neuronIndex, weightIndex } from "../engine/layout.ts";
import {
  activationOf,
  outputActivationOf,
  type Activation,
  type Loss,
  type Network,
} from "../engine/network.ts";
import type { Ref } from "../engine/ref.ts";
import { connect } from "./edges.ts";
import { demandOutput } from "./output.ts";
import { refusalOf } from "./refusal.ts";
import { editableValue, type Command, type Session, type Work } from "./session.ts";
import { changeStructure } from "./structure.ts";
import { initialize, setValues } from "./values.ts";

/**
 * The Session after a command, with `rev` one higher; the same object where the command changes
 * nothing or is refused (`refusalOf`). Never writes to the old arrays.
 */
export function reduce(session: Session, command: Command): Session {
  if (refusalOf(session, command) !== null) return session;
  const { network, parked, parted } = apply(session, command);
  if (network === session.network) return session;
  const isSameLayout = network.layout === session.network.layout;
  const kept = isSameLayout && command.type !== "open" ? session.parted : parted;
  return { rev: session.rev + 1, network, parked, ...(kept !== undefined && { parted: kept }) };
}

function apply(session: Session, command: Command): Work {
  const { network, parked } = session;
  switch (command.type) {
    case "setValue":
      return { network: setValue(network, command.ref, command.value), parked };
    case "setActivation":
      return { network: setActivation(network, command.l, command.activation), parked };
    case "setLoss":
      return { network: setLoss(network, command.loss), parked };
    case "takeStep":
      return { network: setParameters(network, command.w, command.b), parked };
    case "open":
      return { network: command.network, parked: null };
    case "connect":
    case "connectFully":
      return connect(session, command);
    case "setValues":
      return setValues(session, command);
    case "initialize":
      return { network: initialize(network, command), parked };
    default:
      return changeStructure(session, command);
  }
}

function setValue(network: Network, r: Ref, value: number): Network {
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
  if (activationOf(network, l) === activation) return network;
  const demanded = l === network.layout.L ? outputActivationOf(network.loss) : null;
  // A loss that demands another output falls back to l2, which takes any.
  const loss: Loss = demanded !== null && demanded !== activation ? "l2" : network.loss;
  return { ...network, activations: network.activations.with(l - 2, activation), loss };
}

function setLoss(network: Network, loss: Loss): Network {
  if (network.loss === loss) return network;
  const activations = demandOutput(network.activations, loss);
  return { ...network, activations, loss };
}

function setParameters(network: Network, w: Float64Array, b: Float64Array): Network {
  if (sameNumbers(w, network.w) && sameNumbers(b, network.b)) return network;
  return { ...network, w: w.slice(), b: b.slice() };
}

function sameNumbers(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, k) => Object.is(value, b[k]));
}
