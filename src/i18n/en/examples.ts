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
  xor: {
    name: "XOR, 2-3-1",
    description:
      "A network for exclusive or, tanh then sigmoid, at the input (0, 1) whose target is 1.",
  },
  chain: {
    name: "Chain, 1-1-1-1",
    description:
      "One neuron a layer: without sums, δ is a plain product and the chain rule stands bare.",
  },
  classifier: {
    name: "Classifier, 3-4-4-2",
    description:
      "ReLU in the hidden layers, softmax with cross-entropy at the output; some neurons are dead and pass no δ back.",
  },
  vanishing: {
    name: "Vanishing, 20 layers",
    description:
      "Twenty layers of one sigmoid neuron each: watch δ shrink by some twenty powers of ten on its way back.",
  },
};
