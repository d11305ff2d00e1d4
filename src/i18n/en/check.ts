const tex = String.raw;

const parameters = (count: string): string =>
  count === "1" ? "1 parameter" : `${count} parameters`;

/** The check of the gradient and what it costs. Counts come in groups of digits. TeX between dollar signs where a sentence is set as prose. */
export const check = {
  part: "What to look at",
  parts: { gradients: "Gradient check", cost: "Cost" },
  incomplete: "Draw a second layer first: until then there are no weights and biases.",

  title: "One gradient, found three ways",
  compared: (count: string, h: string) =>
    tex`$\partial E/\partial\theta$ for ${count === "1" ? "the 1 parameter" : `each of the ${count} parameters`} $\theta$: by backpropagation; by forward mode, one tangent for each neuron; and by moving $\theta$ alone, $\dfrac{E(\theta+h)-E(\theta-h)}{2h}$ with $h$ = ${h}.`,
  h: "Step h of the central differences",
  rival: "Hold backpropagation against",
  rivals: { forwardMode: "forward mode", central: "central differences" },
  worst: "Largest disagreement",
  at: "at",
  noNumber: "No parameter has a gradient by both methods, so there is no disagreement to report.",
  allZero: "By both methods every gradient is 0: nothing was put to the test.",
  noWorst: "There is no parameter to compare.",
  measure: tex`Disagreement: the difference of the two numbers, relative to the largest $|\partial E/\partial w|$ (for biases $|\partial E/\partial b|$) of the same layer.`,
  toStep: (name: string) => `${name}: to the step that finds its gradient`,

  map: (summary: string) =>
    `The network, its weights as lines and its biases as circles, each drawn by how well the two methods agree: ${summary}.`,
  levels: {
    agrees: "agree to 6 digits",
    zero: "0 by both methods",
    close: "agree to 3 digits",
    kink: "apart: the step crosses a kink",
    noise: "apart by no more than rounding",
    apart: "apart",
    none: "no number",
  },
  levelCount: (name: string, count: string) => `${name}: ${count}`,
  join: (parts: readonly string[]) => parts.join("; "),

  someZero: "Nothing was put to the test where both methods find only 0:",
  kinks: (count: string) =>
    tex`For ${parameters(count)} $\theta + h$ and $\theta - h$ stand on different sides of a kink of some ReLU or leaky ReLU; there the quotient mixes two slopes:`,
  more: (count: string) => `and ${count} more`,
  noise: (noise: string) =>
    tex`Rounding alone moves a central difference by up to about $\varepsilon(|E|+\sum_k|\delta_k^{(L)}z_k^{(L)}|)/h$ = ${noise}; smaller gradients it may not see.`,
  wide: tex`Where they are apart without a kink, try another $h$: a large one cuts the curve off ($\propto h^2$), a small one leaves rounding ($\propto \varepsilon/h$).`,
  overflow: "Entries marked — have no number: this left the range of doubles first:",
  lost: {
    forwardMode:
      "Forward mode has no number where a derivative by θ leaves the range of doubles; the first is",
    central:
      "Central differences have no number where a number leaves the range of doubles with θ moved; the first is",
  },
  lostWith: ", with θ =",

  table: "Every parameter",
  order: "Order of the rows",
  orders: { worst: "worst first", network: "by layer and neuron" },
  parameter: "θ",
  backprop: "backprop.",
  forwardMode: "forward",
  central: "central",
  disagreement: "disagr.",
  rows: (first: string, last: string, of: string) =>
    first === last ? `${first} of ${of}` : `${first} to ${last} of ${of}`,
  previousPage: "Previous rows",
  nextPage: "Next rows",

  computing: (percent: number) => `Checking: ${percent} %`,
  cancel: "Cancel",
  cancelled: "Cancelled.",
  failed: "The check could not be finished.",
  again: "Check",
  earlier: "Below is the check before.",

  costTitle: "What the whole gradient costs",
  costProse: (sizes: string) =>
    `Multiply-adds for the gradient of every parameter of ${sizes}, the forward pass included.`,
  method: "method",
  count: "multiply-adds",
  ratio: "÷ backprop.",
  methods: {
    forwardPass: "forward pass alone",
    backprop: "backpropagation",
    tangentPerNeuron: "forward mode, a tangent per neuron",
    tangentPerParameter: "forward mode, a tangent per parameter",
    central: tex`central differences of $E$`,
    paths: "sum over all paths, nothing shared",
  },
  inWords: (words: string) => `about ${words}`,
  symbols: "In the formulas",
  tangentCost: tex`one tangent from layer $m$ to $E$`,
  counted:
    "A multiplication with or without an addition counts 1; σ, σ′ and plain additions are not counted.",
  inputs: (count: string) =>
    tex`$\partial E/\partial x$ would add $n_1 n_2$ = ${count} to backpropagation.`,
  dearest: {
    paths: (count: string) =>
      `Here the path sum is the most expensive: it goes along every path on its own, and from input to output alone there are ${count}.`,
    central:
      "Here the path sum is not the most expensive, central differences are: in a small or shallow network there are few paths. With more layers of several neurons their number explodes.",
    centralInChain:
      "Here the path sum is not the most expensive, central differences are: hidden layers of one neuron each add no paths, however many there are.",
  },
  fullyConnected:
    "The formulas count all connections; this network has fewer, so every method takes less than they say.",
  softmax:
    "The formulas are for activations that act on each neuron by itself; softmax at the output takes a few multiplications more.",

  growthTitle: "How it grows",
  axis: "What grows",
  axes: { depth: "depth L", width: "width n" },
  growthProse: {
    depth: (n: number) =>
      tex`$L$ layers of $n$ = ${n} neurons each: your widest layer. $K = L - 1$.`,
    width: (L: number) =>
      tex`$L$ = ${L} layers, as in your network, of $n$ neurons each. $K = L - 1$.`,
  },
  sizeOf: { depth: "Number of layers L", width: "Neurons in each layer, n" },
  leading: tex`for large $n$`,
  plot: (axis: string, from: string, to: string) =>
    `Multiply-adds of each method against ${axis}, the multiply-adds by powers of ten. From the first to the last size backpropagation goes from ${from} to ${to}; the table below has all of them.`,
  allSizes: "All sizes as a table",
};
