import type { Loss } from "../../engine/network.ts";
import type { Granularity } from "../../steps/plan.ts";

/** What the words about a step may depend on. */
export interface StepFacts {
  readonly by: Granularity;
  readonly l: number;
  readonly i: number;
  readonly j: number;
  readonly L: number;
  readonly loss: Loss;
  /** Whether the output layer is softmax. */
  readonly softmax: boolean;
  /** Whether this step is one product of a sum. */
  readonly product: boolean;
}

type StepWords = {
  /** What the step finds, without the symbol. */
  readonly title: (s: StepFacts) => string;
  /** Why, in one or two sentences. */
  readonly prose: (s: StepFacts) => string;
};

const layer = (s: StepFacts): boolean => s.by === "layer";

export const steps = {
  layer: (l: number) => `layer ${l}`,
  neuron: (i: number) => `neuron ${i}`,
  weight: (i: number, j: number) => `weight ${i},${j}`,
  product: (j: number) => `product ${j}`,
  start: "Start",

  x: {
    title: () => "The input",
    prose: () =>
      "The forward pass starts from the input: the activations of layer 1 are x itself. Weights, biases and targets are given; everything else is still to be found.",
  } as StepWords,
  z: {
    title: (s) => (layer(s) ? "Weighted inputs of a layer" : "Weighted input of a neuron"),
    prose: (s) =>
      s.product
        ? `One activation of layer ${s.l - 1} travels along its edge and is multiplied by the weight on it.`
        : `Every activation of layer ${s.l - 1} is multiplied by the weight of its edge; the products and the bias add up.`,
  } as StepWords,
  a: {
    title: (s) => (layer(s) ? "Activations of a layer" : "Activation of a neuron"),
    prose: (s) =>
      s.l === s.L && s.softmax
        ? "Softmax turns the weighted inputs of the layer into outputs that add up to 1: all of them have a part in each. At the last layer, a is the network’s answer y."
        : s.l === s.L
          ? "The activation function turns the weighted input into the output. At the last layer, a is the network’s answer y."
          : "The activation function of the layer turns the weighted input into what the neuron passes on.",
  } as StepWords,
  E: {
    title: () => "The loss",
    prose: (s) =>
      s.product
        ? "One output is compared with its target and adds its share to the loss."
        : "The outputs are compared with the targets. E is the one number that learning makes small.",
  } as StepWords,
  dOut: {
    title: (s) => (layer(s) ? "Errors of the output layer" : "Error of an output neuron"),
    prose: (s) =>
      s.loss === "bce"
        ? "With this loss the slope of the sigmoid cancels: what is left is the output minus the target."
        : s.loss === "ce"
          ? "With this loss the Jacobian of softmax cancels: what is left is the output minus the target, if the targets add up to 1 as they do for a class."
          : s.softmax
            ? "Softmax ties the outputs together, so every output’s distance from its target has a part in this error."
            : "Here the error starts: the distance of the output from its target, scaled by the slope of the output’s own activation.",
  } as StepWords,
  d: {
    title: (s) => (layer(s) ? "Errors of a hidden layer" : "Error of a hidden neuron"),
    prose: (s) =>
      s.product
        ? `One error of layer ${s.l + 1} travels back along the weight that left this neuron.`
        : layer(s)
          ? `The errors of layer ${s.l + 1} travel back along the weights, add up in each neuron, and are scaled by the slope of its activation.`
          : `The errors of layer ${s.l + 1} travel back along the weights that left this neuron, add up, and are scaled by the slope of its own activation.`,
  } as StepWords,
  gw: {
    title: (s) => (layer(s) ? "Gradients of the weights" : "Gradient of a weight"),
    prose: (s) =>
      layer(s)
        ? "Each weight’s gradient is the error at the end of its edge times the activation at its beginning."
        : "The gradient of a weight is the error at the end of its edge times the activation at its beginning.",
  } as StepWords,
  gb: {
    title: (s) => (layer(s) ? "Gradients of the biases" : "Gradient of a bias"),
    prose: () => "A bias enters z with the factor 1, so its gradient is the neuron’s error itself.",
  } as StepWords,
  tz: {
    title: (s) => (layer(s) ? "ż of a layer" : "ż of a neuron"),
    prose: (s) =>
      s.product
        ? `One ȧ of layer ${s.l - 1} travels along its edge and is multiplied by the weight on it.`
        : "How fast z grows with θ. In the layer of θ only θ itself moves; after it, ż is what arrives from the layer before, through the same weights as a.",
  } as StepWords,
  ta: {
    title: (s) => (layer(s) ? "ȧ of a layer" : "ȧ of a neuron"),
    prose: (s) =>
      s.l < s.L
        ? "How fast a grows with θ: ż times the slope of the activation. This is what travels on to the next layer."
        : s.softmax
          ? "How fast the output grows with θ. Softmax ties the outputs together, so every ż of the layer has a part in it."
          : "How fast the output grows with θ: ż times the slope of the activation.",
  } as StepWords,
  tE: {
    title: () => "The derivative of E by θ",
    prose: (s) =>
      s.product
        ? "One output adds its share to ∂E/∂θ."
        : "At the output the whole pass comes to one number, ∂E/∂θ, for this one θ. Every other parameter needs a pass of its own.",
  } as StepWords,
  u: {
    title: () => "One step of gradient descent",
    prose: () =>
      "Every weight and every bias moves against its gradient by the learning rate η, all of them from the old values.",
  } as StepWords,
};
