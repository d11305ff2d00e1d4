import { createLayout, weightIndex } from "../../src/engine/layout.ts";
import type { Activation, Network } from "../../src/engine/network.ts";
import { ref, refKey, type Ref } from "../../src/engine/ref.ts";
import type { Box } from "../../src/diagram/box.ts";
import {
  detailBox,
  labelBox,
  neuronBox,
  targetBox,
  type StageInput,
} from "../../src/diagram/layout.ts";
import { textWidth } from "../../src/diagram/text.ts";
import { composeScene, edgesInto, type Scene } from "../../src/diagram/scene.ts";

/** Mazur's worked example, the opening network. */
export function mazur(): Network {
  return {
    layout: createLayout([2, 2, 2]),
    activations: ["sigmoid", "sigmoid"],
    loss: "l2",
    w: Float64Array.of(0.15, 0.2, 0.25, 0.3, 0.4, 0.45, 0.5, 0.55),
    b: Float64Array.of(0, 0, 0.35, 0.35, 0.6, 0.6),
    mask: null,
    x: Float64Array.of(0.05, 0.1),
    t: Float64Array.of(0.01, 0.99),
    eta: 0.5,
  };
}

/** A number between −1 and 1 with two decimals, for each k another. */
function number(k: number): number {
  return Math.round(Math.sin(k * 12.9898) * 100) / 100;
}

/** A network with weights between −1 and 1 that are the same in every run. */
export function plainNetwork(
  sizes: readonly number[],
  options: { activation?: Activation; mask?: Uint8Array } = {},
): Network {
  const layout = createLayout(sizes);
  return {
    layout,
    activations: sizes.slice(1).map(() => options.activation ?? "tanh"),
    loss: "l2",
    w: Float64Array.from({ length: layout.weights }, (_, k) =>
      options.mask?.[k] === 0 ? 0 : number(k + 1),
    ),
    b: Float64Array.from({ length: layout.neurons }, (_, k) => (k < sizes[0] ? 0 : number(k + 7))),
    mask: options.mask ?? null,
    x: Float64Array.from({ length: sizes[0] }, (_, k) => number(k + 3)),
    t: Float64Array.from({ length: sizes[sizes.length - 1] }, (_, k) => number(k + 5)),
    eta: 0.5,
  };
}

export const WORDS = {
  inputLayer: "input layer",
  overflow: "out of range",
  connectFully: "connect fully",
  activations: {
    identity: "identity",
    sigmoid: "sigmoid",
    tanh: "tanh",
    relu: "ReLU",
    leaky: "leaky ReLU",
    softplus: "softplus",
    softmax: "softmax",
  },
} as const;

export function stageInput(
  sizes: readonly number[],
  width = 880,
  height = 690,
  digits = 4,
): StageInput {
  const captions = sizes.map((_, index) => (index === 0 ? "input layer" : "σ = sigmoid"));
  return { sizes, width, height, digits, captions };
}

/** The scene of a network on a phone, its weights between −1 and 1 with two decimals. */
export function phoneScene(sizes: readonly number[]): Scene {
  const shape = { layout: createLayout(sizes), mask: null };
  return composeScene(stageInput(sizes, 390, 360), shape, textWidth("−0.25"));
}

/** The scene of a full network; the longest weight is as wide as any of so many digits. */
export function sceneOf(
  sizes: readonly number[],
  width?: number,
  height?: number,
  digits?: number,
): Scene {
  const shape = { layout: createLayout(sizes), mask: null };
  return composeScene(stageInput(sizes, width, height, digits), shape, Infinity);
}

export interface NamedBox {
  readonly name: string;
  readonly box: Box;
}

/** Everything that stands on the stage, except that turned texts are part of their neuron. */
export function standing({ stage, places }: Scene): NamedBox[] {
  const list: NamedBox[] = [];
  const add = (r: Ref, part: string, box: Box | null): void => {
    if (box !== null) list.push({ name: `${refKey(r)} ${part}`, box });
  };
  const { sizes } = stage;
  const shape = { layout: createLayout(sizes), mask: null };
  sizes.forEach((count, index) => {
    const l = index + 1;
    for (let i = 1; i <= count; i++) {
      const neuron = neuronBox(stage, l, i);
      const reach = stage.values?.turned ? stage.values.below.dy + stage.values.below.width : 0;
      const grown = Math.max(0, reach - neuron.height / 2);
      add(ref("a", l, i), "neuron", {
        ...neuron,
        y: neuron.y - grown,
        height: neuron.height + 2 * grown,
      });
      add(ref("z", l, i), "line", detailBox(stage, l, i, "above"));
      add(ref("b", l, i), "line", detailBox(stage, l, i, "below"));
      if (l === sizes.length) add(ref("t", 0, i), "target", targetBox(stage, i));
    }
    if (l === 1 || places === null) return;
    for (const edge of edgesInto(stage, shape, l)) {
      const at = places.get(weightIndex(shape.layout, l, edge.i, edge.j));
      add(
        ref("w", l, edge.i, edge.j),
        "label",
        at === undefined ? null : labelBox(stage, at.x, at.y),
      );
    }
  });
  add(ref("E"), "sum", stage.E.box);
  return list;
}
