import type { ZeroByZero } from "../../engine/literalDelta.ts";
import type { Fit, Standing } from "../../engine/repairedDelta.ts";
import type { Verdict } from "../../engine/verdict.ts";

const verdicts: Record<Verdict, string> = {
  scalarChain: "One neuron after one neuron: the factor is a number other than 0.",
  square: "The layer is square and J is regular, so it can be inverted.",
  contracting: "The layer contracts and J has full row rank: there are equations enough.",
  expanding:
    "The layer expands: there are fewer equations than unknowns, whatever the numbers are.",
  noEdge: "There is no edge, so J is 0.",
  zeroWeight: "This weight is 0, so J is 0.",
  zeroSlope:
    "σ′ of the only neuron before is 0 in double precision, saturated or switched off, so J is 0.",
  deadNeurons:
    "Too few neurons of the layer before have a slope other than 0: their equations are missing.",
  zeroRow: "A neuron of this layer has no weight other than 0: no equation has its δ in it.",
  dependent:
    "The weights are linearly dependent: there are fewer different equations than unknowns.",
  notFinite: "An entry of J has left the range of double precision.",
};

const standings: Record<Standing, string> = {
  right: "valid",
  impossible: "impossible",
  wrongStart: "this step is solvable, but δ is wrong",
  chance: "this step is solvable, and δ is right by chance",
  underflow: "valid, but underflowed",
  inaccurate: "valid, but inaccurate",
};

const causes: Record<ZeroByZero["cause"], string> = {
  edge: "0/0, because this edge is missing:",
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
    "Part (b) starts from δ of layer 1, which it says is 0, and multiplies its way forward. Every δ that comes out is 0, whatever the target, and with it every gradient; or it is 0/0, where an edge is missing or a weight or a slope is 0.",
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
  dies: (l: number) =>
    `In this network δ of layer ${l - 1} has underflowed: from layer ${l} on the recursion does not give what backpropagation gives, though every J up to there determines its δ.`,
  drifts: (l: number) =>
    `In this network rounding grows: from layer ${l} on fewer than half of the digits are right, though every J up to there determines its δ.`,
  standings,
  sentenceGap: " ",
  verdicts,
  shape: "shape of J",
  rank: "rank",
  rankOf: (rank: string, rows: number) => `${rank} of ${rows}`,
  condition: "condition",
  pseudoCondition: "condition of the pseudo-inverse",
  amplification: "rounding grown by up to",
  lost: "lost to the null space",
  relativeError: "relative error",
  beyondDoubles: "more than a double holds",
  layerOutOfRange:
    "Where there is a dash, solving for this δ, or for one before, left the range of double precision.",
  recursion: "recursion",
  leastNorm: "recursion, least norm",
  notes: {
    right: "",
    impossible: "",
    wrongStart:
      "So this step alone could be solved. The δ it gives is wrong all the same: it started from a wrong one.",
    chance:
      "So this step alone could be solved. A layer before does not determine its δ, but the one taken there happens to be right.",
    underflow: "Valid is not accurate: a δ before has underflowed, and its digits are lost.",
    inaccurate: "Valid is not accurate: rounding has been amplified on the way.",
  } satisfies Record<Standing, string>,
  started: "started from",
  remainder: "remainder",
  fits: {
    nearest: (l: number) =>
      `The equation has no solution: the start is no δ that any δ of layer ${l} could have. Of all δ of layer ${l} the one is taken whose Jᵀ δ comes nearest to it (least squares).`,
    disturbed: () =>
      "The equation is not met: too many digits of the δ it started from are lost, or of this one.",
  } satisfies Record<Exclude<Fit, "met">, (l: number) => string>,
  cannotStart:
    "The recursion starts from δ of layer 1, and on the way to it a number has left the range of double precision. First out of range:",
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
