import type { ZeroByZero } from "../../engine/literalDelta.ts";
import type { Verdict } from "../../engine/repairedDelta.ts";

const verdicts: Record<Verdict, string> = {
  scalarChain: "One neuron after one neuron: the factor is a number other than 0.",
  square: "The layer is square and J is regular, so it can be inverted.",
  contracting: "The layer contracts and J has full row rank: there are equations enough.",
  expanding:
    "The layer expands: there are fewer equations than unknowns, whatever the numbers are.",
  rankDeficient: "J has too small a rank: a dead neuron or dependent weights take equations away.",
  notFinite: "An entry of J has left the range of double precision.",
};

const causes: Record<ZeroByZero["cause"], string> = {
  weight: "0/0, because this weight is 0:",
  slope: "0/0, because this slope is 0:",
  earlier: "0/0, because this δ is 0/0 already:",
};

export const forward = {
  parts: { written: "As written", repaired: "Repaired", tangent: "Forward mode" },
  partsLabel: "What of part (b) is shown",
  incomplete: "Draw a second layer first: until then there is nothing to compute.",

  stepper: "Layer by layer",
  layerBack: "The layer before",
  layerNext: "The next layer",
  layerAll: "All layers",
  layerHint: "or layer by layer, with ← and →",
  layerAt: (l: number, L: number) => `layer ${l} of ${L}`,

  writtenTitle: "The recursion as the sheet has it",
  writtenProse:
    "Part (b) starts from δ of layer 1, which it says is 0, and multiplies its way forward. Every δ that comes out is 0, so every gradient would be 0, in every network and for every target.",
  whyZero: "The reason (erratum B3):",
  whyZeroText:
    "The input is constant, which means that it does not depend on the parameters. It does not mean that ∂x/∂z of layer 1 is 0: with z of layer 1 being x, this derivative is the identity.",
  start: (l: number) => `layer ${l}, where it starts`,
  layer: (l: number) => `layer ${l}`,
  asWritten: "as written",
  backprop: "backpropagation",
  causes,

  repairedTitle: "The recursion, repaired",
  repairedProse:
    "With the right start, δ of layer 1 being ∂E/∂x, each δ has to be solved for: Jᵀ δ of this layer = δ of the layer before, J being ∂z/∂z from layer to layer. J determines δ only where its rank is the number of neurons of the layer.",
  allValid:
    "In this network every layer is determined: the recursion gives what backpropagation gives, up to rounding.",
  notValid: (l: number) =>
    `In this network the recursion is impossible from layer ${l} on: δ cannot be found from the front.`,
  valid: "valid",
  impossible: "impossible",
  verdicts,
  shape: "shape of J",
  rank: "rank",
  rankOf: (rank: string, rows: number) => `${rank} of ${rows}`,
  condition: "condition",
  amplification: "rounding grown by up to",
  lost: "lost to the null space",
  relativeError: "relative error",
  recursion: "recursion",
  leastNorm: "recursion, least norm",
  underflow:
    "δ of the layer before has underflowed to 0: the matrix would do, but there is nothing left to start from.",
  inaccurate: "Valid is not accurate: rounding has been amplified on the way.",
  wrongStart: "But it starts from the δ of the layer before, which is not the right one already.",
  failed: "The computation could not be finished. Open this part again to try once more.",
  working: "Computing …",

  tangentTitle: "Derivatives that travel forward",
  tangentProse:
    "What can travel forward is the derivative by one number θ. Choose θ and step: ż and ȧ run from it to the output. At every layer from that of θ on, δᵀ ż is ∂E/∂θ.",
  kind: "kind of θ",
  kinds: { w: "weight w", b: "bias b", x: "input x" },
  layerOf: "layer of θ",
  rowOf: "row i of θ",
  columnOf: "column j of θ",
  useSelected: "Differentiate by the selected",
  check: "The check at every layer",
  checkedLayer: "layer",
  outOfRange:
    "Where there is a dash, a number has left the range of double precision. First out of range:",
  productOutOfRange:
    "A product δᵀ ż has left the range of double precision, though neither of its factors has.",
  missing: "The chosen θ is not in this network any more; this one is the first there is.",

  compare: "Compare with reverse mode",
  compared: "compared",
  modeForward: "forward mode",
  modeReverse: "reverse mode",
  travels: "what travels",
  travelsForward: "ż and ȧ, derivatives by one θ",
  travelsReverse: "δ, derivatives of one E",
  way: "which way",
  wayForward: "with the network, from θ to the output",
  wayReverse: "against the network, from E to the input",
  passes: "passes for all parameters",
  passesForward: (parameters: string) => `${parameters}, one for each parameter`,
  passesReverse: "1",
  keeps: "has to be kept",
  keepsForward: "nothing but the layer before",
  keepsReverse: "all z and a until δ comes back",
  cost: "multiply-adds for all gradients",
  costNeuron: "the same, one pass per neuron",
  costNote:
    "Counted for full connections, with the forward pass: a multiplication with or without an addition is 1.",
};
