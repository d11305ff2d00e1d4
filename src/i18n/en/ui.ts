import type { Activation, Loss } from "../../engine/network.ts";
import type { Granularity, Phase } from "../../steps/plan.ts";

const activations: Record<Activation, string> = {
  identity: "identity",
  sigmoid: "sigmoid",
  tanh: "tanh",
  relu: "ReLU",
  leaky: "leaky ReLU",
  softplus: "softplus",
  softmax: "softmax",
};

const losses: Record<Loss, string> = {
  l2: "half squared error",
  ce: "cross-entropy (softmax)",
  bce: "binary cross-entropy",
};

const phases: Record<Phase, string> = {
  forward: "Forward",
  loss: "Loss",
  backward: "Backward",
  gradients: "Gradients",
  update: "Update",
  tangent: "Forward mode",
};

const granularities: Record<Granularity, string> = {
  layer: "layer",
  neuron: "neuron",
  term: "term",
};

export const ui = {
  activations,
  losses,
  phases,
  granularities,

  language: "Language",
  theme: "Theme",
  themes: { system: "As the system", paper: "Paper", slate: "Slate" },
  settings: "Settings",
  keys: "Keys",
  close: "Close",

  settingsNetwork: "Network",
  settingsDisplay: "Display",
  activationOfLayer: (l: number) => `Activation of layer ${l}`,
  loss: "Loss",
  eta: "Learning rate η",
  digits: "Significant digits",

  stage: "The network",
  stageHint: "Press Enter to walk through the drawing with the arrow keys.",
  stageWalking: "Arrow keys: move. Enter: change the value. Escape: leave the drawing.",
  stageLeft: "Left the drawing. The arrow keys step again.",
  notEditable: "This number is computed; change a weight, bias, input or target instead.",
  notKnownYet: "not known yet",
  inputLayer: "input layer",
  connectFully: "connect fully",
  outOfRange: "out of range",
  legendPositive: "w > 0",
  legendNegative: "w < 0",
  legendThickness: "thickness = |w|",
  legendActivation: "activation",
  legendDelta: "error",
  legendClaimed: "as this recursion has it",
  legendTangent: "derivatives by θ",

  board: "Board",
  tabs: {
    step: "Step",
    derivation: "Derivation",
    numbers: "Numbers",
    forward: "Forward",
    jacobian: "∂y/∂x",
    check: "Check",
  },
  rowRule: "rule",
  rowHere: "here",
  rowNumbers: "numbers",
  rowResult: "result",
  labels: {
    table1: "table 1",
    tangent: "",
    "3a": "(3a)",
    "3b": "(3b)",
    "3c": "(3c)",
    update: "",
  },
  known: "known so far",
  ledgerLayer: (l: number) => `layer ${l}`,
  layerNeuron: (l: number, i: number) => `layer ${l} · ${i}`,
  moreRows: (count: number) => `⋯ ${count} more rows ⋯`,
  oldValue: "now",
  newValue: "after",
  spokenStep: (where: string, title: string) => `${where}: ${title}`,
  spokenValue: (step: string, value: string) => `${step}. ${value}`,
  overflow: "This number left the range of double precision, so nothing from here on is shown.",
  overflowLater:
    "A number left the range of double precision at an earlier step, so nothing after it is shown.",
  overflowAt: "First out of range:",

  takeStep: "Take the step",
  takeStepAgain: "Take another step",
  eBefore: "E before the step",
  eAfter: "E after the step",
  eEarlier: "E one step ago",
  eNow: "E now",
  labelSource: "Number of the equation on the homework sheet",
  scrollCue: "scroll for all of it",

  timeline: "Timeline",
  stepOfSteps: (n: number, length: number) => `Step ${n} of ${length}.`,
  says: (name: string, value: string) => `${name}: ${value}.`,
  editable: "Enter changes it.",
  first: "To the start",
  previous: "One step back",
  play: "Play",
  pause: "Pause",
  next: "One step on",
  last: "To the end",
  speed: "Speed",
  granularity: "Step size",
  keysHint: "← → step · space play · [ ] step size · ? keys",

  fieldProblems: {
    empty: "Type a number; the old value stays until then.",
    notANumber: "This is not a number. Try 0.5, 1/3 or 1e-3. The old value stays.",
    divisionByZero: "A fraction cannot have 0 below the line. The old value stays.",
    outOfRange: "This number is too large to be stored. The old value stays.",
  },
  fieldOf: (name: string) => `Value of ${name}`,
  scrub: "Drag sideways to change the value",
  fieldHint: "Enter keeps it, Escape restores it. ↑ ↓ change it a little.",
  done: "Done",

  dismiss: "Dismiss",

  keysTitle: "Keyboard",
};
