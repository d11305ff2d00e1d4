/** Where in a network an equation of the sheet holds, and which place a selection means for it. */
import { activationOf, isComplete } from "../engine/network.ts";
import type { Ref } from "../engine/ref.ts";
import { edgeExists, type Shape } from "../engine/trace.ts";
import type { Binding } from "../formula/instantiate.ts";
import { ruleFor, type RuleCase, type Statement } from "../formula/rules.ts";

/** What is selected: w_ij^(l), and with it neuron i of layer l and neuron j of layer l − 1. */
export interface Target {
  /** 2 … L. */
  readonly l: number;
  readonly i: number;
  readonly j: number;
}

/**
 * `layer`, `output`: all of a layer. `neuron`: i of layer l. `weight`, `bias`: a parameter.
 * `hidden`: neuron j of a hidden layer l. `input`: neuron j of layer 1. `edge`: from j of layer
 * l − 1 to i of layer l; `hiddenEdge` the same with l − 1 hidden. `nextEdge`: from neuron j of
 * hidden layer l to neuron i of layer l + 1. `source`: neuron j of layer l − 1. `afterHidden`: all
 * of a layer that follows a hidden one. `outputNeuron`: i of layer L. `path`: from x_j to y_i.
 */
export type Place =
  | "layer"
  | "neuron"
  | "weight"
  | "bias"
  | "output"
  | "outputNeuron"
  | "hidden"
  | "input"
  | "edge"
  | "hiddenEdge"
  | "nextEdge"
  | "source"
  | "afterHidden"
  | "path";

/** Why an equation has no numbers here. */
export type Absence =
  | "incomplete"
  | "noHiddenLayer"
  | "noEdge"
  | "otherLoss"
  | "otherPoint"
  | "ifInvertible"
  | "noNumber";

/** A rule that depends on the network, or why there is none. */
export type RuleOf = (shape: Shape, binding: Binding) => Statement | Absence;

/**
 * The place a number of the computation means: itself where it has layer and neuron. Before there
 * is a layer 2, the first weight there will be.
 */
export function targetOf({ q, l, i, j }: Ref, shape: Shape): Target {
  if (!isComplete(shape)) return { l: 2, i: 1, j: 1 };
  const { L, sizes } = shape.layout;
  const layer = clamp(q === "t" ? L : l, 2, L);
  const inLayer = l >= 2 || q === "t";
  const neuron = clamp(inLayer ? i : 1, 1, sizes[layer - 1]);
  const from = l === 1 ? i : j > 0 ? j : firstInput(shape, layer, neuron);
  return { l: layer, i: neuron, j: clamp(from, 1, sizes[layer - 2]) };
}

/** What the symbols stand for at the place that a target means, or why there is no such place. */
export function bindingAt(place: Place, shape: Shape, target: Target): Binding | Absence {
  const { L, sizes } = shape.layout;
  if (!isComplete(shape)) return "incomplete";
  const { l, i, j } = target;
  const hidden = l < L ? { l, j: i } : { l: L - 1, j };
  switch (place) {
    case "layer":
      return { L, l };
    case "neuron":
    case "bias":
      return { L, l, i };
    case "weight":
    case "edge":
      return edgeExists(shape, l, i, j) ? { L, l, i, j } : "noEdge";
    case "source":
      return { L, l, j };
    case "output":
      return { L, l: L };
    case "outputNeuron":
      return { L, l: L, i: l === L ? i : 1 };
    case "input":
      return { L, l: 1, j: l === 2 ? j : 1 };
    case "path":
      return { L, i: l === L ? i : 1, j: l === 2 ? j : 1 };
    case "hidden":
      return L < 3 ? "noHiddenLayer" : { L, ...hidden };
    case "afterHidden":
      return L < 3 ? "noHiddenLayer" : { L, l: Math.max(l, 3) };
    case "hiddenEdge":
    case "nextEdge": {
      if (L < 3) return "noHiddenLayer";
      // The selected weight where it leaves a hidden layer, else the first one that leaves i.
      const end = l > 2 ? l : 3;
      const from = l > 2 ? j : i;
      const to = l > 2 ? i : firstOutput(shape, 2, i);
      if (to > sizes[end - 1] || !edgeExists(shape, end, to, from)) return "noEdge";
      return { L, l: place === "nextEdge" ? end - 1 : end, i: to, j: from };
    }
  }
}

/** The step's own rule: which one it is depends on σ and E (errata S7, E3). */
export function stepRule(kind: RuleCase["kind"], matrix: boolean): RuleOf {
  return (shape, { l = shape.layout.L }) =>
    ruleFor({
      kind,
      matrix,
      isOutput: l === shape.layout.L,
      activation: activationOf(shape, l),
      loss: shape.loss,
    });
}

/** Neuron j of layer l − 1 from which the first edge comes; 1 if none does. */
function firstInput(shape: Shape, l: number, i: number): number {
  for (let j = 1; j <= shape.layout.sizes[l - 2]; j++) if (edgeExists(shape, l, i, j)) return j;
  return 1;
}

/** Neuron of layer l + 1 to which the first edge of j goes; one too many if none does. */
function firstOutput(shape: Shape, l: number, j: number): number {
  const n = shape.layout.sizes[l];
  for (let i = 1; i <= n; i++) if (edgeExists(shape, l + 1, i, j)) return i;
  return n + 1;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
