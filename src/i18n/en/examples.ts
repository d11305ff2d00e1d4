import type { ExampleId } from "../../share/examples.ts";

/** Name in the menu, and one sentence on what there is to see. */
export interface ExampleWords {
  readonly name: string;
  readonly description: string;
}

export const examples: Record<ExampleId, ExampleWords> = {
  mazur: {
    name: "Mazur’s 2-2-2",
    description:
      "Matt Mazur’s well-known step-by-step example with sigmoid throughout: compare every number with his text, whose gradient step leaves the biases as they are.",
  },
  chain: {
    name: "Chain, 1-1-1-1",
    description:
      "One neuron a layer: without sums, δ is a plain product and the chain rule stands bare.",
  },
  or: {
    name: "OR, 2-1",
    description: "One neuron is enough for logical or; only its bias makes it differ from AND.",
  },
  and: {
    name: "AND, 2-1",
    description: "The weights of OR with a lower bias: now both inputs must be 1.",
  },
  xor: {
    name: "XOR, 2-3-1",
    description:
      "A network for exclusive or, tanh then sigmoid, at the input (0, 1) whose target is 1.",
  },
  classifier: {
    name: "Classifier, 3-4-4-2",
    description:
      "ReLU in the hidden layers, softmax with cross-entropy at the output; some neurons are dead and pass no δ back.",
  },
  bottleneck: {
    name: "Bottleneck, 3-1-3",
    description:
      "Three numbers squeezed through one: the output can change in one direction only, and all δ meet in one neuron.",
  },
  sparse: {
    name: "Missing connections, 3-3-2",
    description:
      "Where no connection runs, its term is missing from every sum, forward and backward.",
  },
  symmetry: {
    name: "Symmetry trap, 2-3-1",
    description:
      "All weights are equal, so all hidden neurons get the same gradient and stay equal for ever.",
  },
  dead: {
    name: "Dead ReLU, 2-3-1",
    description:
      "Hidden neuron 2 has z < 0: its δ and the gradients of its weights are exactly 0, so it cannot recover.",
  },
  saturated: {
    name: "Saturated sigmoid, 2-2-1",
    description: "The output is wrong by almost 1, yet σ′ is so small that hardly any δ arises.",
  },
  vanishing: {
    name: "Vanishing, 20 layers",
    description:
      "Twenty layers of one sigmoid neuron each: watch δ shrink by some twenty powers of ten on its way back.",
  },
  exploding: {
    name: "Exploding, 10 layers",
    description:
      "Weights of size 2 and more, no activation to damp them: δ grows more than a thousandfold on its way back.",
  },
};
