const tex = String.raw;

/** The view of ∂y/∂x (Question 2). TeX between dollar signs where a sentence is set as prose. */
export const jacobian = {
  eyebrow: "Question 2",
  title: "How the outputs follow the inputs",
  prose: tex`Row $i$, column $j$: how fast $y_i$ changes with $x_j$. Choose an entry.`,
  incomplete: "Draw a second layer first: until then there is no output to differentiate.",
  table: "Jacobian ∂y/∂x",
  entry: (i: number, j: number) => `derivative of y ${i} by x ${j}`,

  notFinite: {
    forward: "Entries marked — have no number: on the way forward this left the range of doubles:",
    product:
      "Entries marked — have no number: products of these weights leave the range of doubles; the first is",
    products:
      "Entries marked — have no number: a product, or a sum of products, leaves the range of doubles.",
    literal:
      "Entries marked — have no number: as printed, with the bias twice, this leaves the range of doubles first:",
    scalar:
      "Entries marked — have no number: with every input moved by this h, this leaves the range of doubles first:",
    moved:
      "Entries marked — have no number: with the input moved by this h, this leaves the range of doubles first:",
    quotient:
      "Entries marked — have no number: the difference of the outputs, over 2h, leaves the range of doubles.",
  },

  part: "What to look at",
  parts: { product: "Product", entry: "Entry", difference: "Differences", sheet: "Sheet" },

  productProse: tex`The chain rule, layer by layer. $D^{(l)}$ holds the slopes $\sigma'(z^{(l)})$ on its diagonal.`,
  productSoftmax: tex`For softmax $D^{(L)} = \operatorname{diag}(y) - y\,y^T$: every output follows every $z^{(L)}$.`,
  order: "Multiply",
  orders: { right: "from the right", left: "from the left" },
  factors: "The factors",
  toFirst: "To the first multiplication",
  previous: "One multiplication back",
  next: "One multiplication on",
  toLast: "To the finished product",
  multiplication: (n: number, of: number) => `${n} of ${of}`,
  multiplicationOf: (n: number, of: number) => `Multiplication ${n} of ${of}.`,
  factor: {
    weights: (l: number) => `w of layer ${l}`,
    slopes: (l: number) => `D of layer ${l}`,
  },
  productOf: (first: string, last: string) => `the product from ${first} to ${last}`,
  sumOf: (row: number, column: number) => `Row ${row} times column ${column}`,
  costs: "Multiply-adds",
  costHere: "this one",
  costSoFar: "so far",
  costInAll: "in all",
  cheaper: {
    right: (less: string) =>
      `From the right takes ${less} fewer: one column for each input, as in forward mode.`,
    left: (less: string) =>
      `From the left takes ${less} fewer: one row for each output, as in backpropagation.`,
    same: "Both orders take the same number here.",
  },

  entrySum: "The last multiplication, by index and by number",
  paths: (i: number, j: number) => tex`Paths from $x_{${j}}$ to $y_{${i}}$`,
  pathsProse: tex`The same number as a sum: each path has the product of its weights and slopes.`,
  pathCount: (count: string) => (count === "1" ? "1 path" : `${count} paths, the largest first`),
  noPath: "No path leads from this input to this output, so the entry is 0.",
  pathsLargest: (shown: number, count: string) =>
    `These are the ${shown} largest of ${count} paths; their sum is not the whole entry.`,
  morePaths: (count: number) => `Show ${count} more`,
  fewerPaths: (count: number) => `Show only the ${count} largest`,
  pathSum: "sum of all paths",
  pathSumShown: "sum of the largest",
  pathProduct: "product",
  path: "path",

  differenceProse: tex`Move one input by $\pm h$ and look at the outputs; the other inputs stay.`,
  column: "Input that moves",
  h: "Step h",
  hSays: (h: string, measure: string, error: string) => `h = ${h}, ${measure} ${error}.`,
  hSaysNone: (h: string) => `h = ${h}. No error: the difference has no number.`,
  toBest: "To the best h",
  noBest: "No h is better than another here.",
  plotSays: (
    measure: string,
    large: { h: string; error: string },
    best: { h: string; error: string },
    small: { h: string; error: string },
  ) =>
    `The ${measure} against h, both logarithmic. At h = ${large.h} it is ${large.error}; the best is ${best.error} at h = ${best.h}; at h = ${small.h} it is ${small.error}.`,
  plotFlat: (measure: string, error: string) => `For every h the ${measure} is ${error}.`,
  plotEmpty: "No h gives a number here.",
  current: "this h",
  best: "best h",
  exactly: "lower edge: error 0",
  truncation: tex`cut off $\propto h^2$`,
  rounding: tex`rounding $\propto \varepsilon/h$`,
  errorIs: {
    relative: "largest deviation, relative to the largest entry of ∂y/∂x",
    absolute: "largest deviation; every entry of ∂y/∂x is 0, so nothing can be divided by",
  },
  errorMeasure: { relative: "relative error", absolute: "absolute error" },
  kinks: (name: string) =>
    `Between the two runs these stand on different sides of the kink of ${name}, so the quotient mixes two slopes:`,
  lost: (j: number, h: string) =>
    tex`In doubles $x_{${j}}$ stays what it is when h = ${h} is added or taken away: nothing moves, and the quotient is 0.`,
  runs: (j: number) => tex`Both runs, with $x_{${j}}$ moved`,
  run: "Pass on the stage",
  runStart: "Step on: the stage and the formulas show this pass, not the network’s own.",
  runSpoken: (j: number, plus: boolean) => `x ${plus ? "plus" : "minus"} h e ${j}.`,
  runEnd: "These are its outputs.",
  nowRun: "Now",
  toQuotient: "To the quotient",
  neuron: "neuron",
  apart: "apart",
  entryHead: "entry",
  compare: "Both Jacobians",
  analytic: "chain rule",
  quotient: "difference",
  deviation: "deviation",
  compareColumn: (j: number) => `Column ${j} of both Jacobians`,

  sheetProduct: "The product as printed",
  literal: tex`Read with superscripts one higher, $\sigma'$ as a diagonal matrix and $b$ as $b^{(l)}$, it comes to`,
  asPrinted: "as printed",
  literalTable: "The sheet’s product",
  literalOff: (i: number, j: number) =>
    tex`Its largest deviation from $\partial y/\partial x$ is in row ${i}, column ${j}:`,
  literalSame: {
    sameSlopes: tex`Here it does not deviate from $\partial y/\partial x$: the bias counted twice changes no slope.`,
    underflow: tex`Slopes differ, but both products are too small for a double: each comes to 0, and no deviation is left to be seen.`,
    noEffect: tex`Slopes differ, but here this does not show in $\partial y/\partial x$.`,
  },
  faults: {
    noFirstWeights: tex`There is no $w^{(1)}$ and no $b^{(1)}$: $x = a^{(1)}$ is not computed.`,
    columnTimesMatrix: (layers: string) =>
      tex`$\sigma'(z^{(l)}+b)$ is a column and cannot stand left of a matrix; here for $l = ${layers}$.`,
    lastColumn: tex`$\sigma'(w^{(1)}x+b^{(1)})$, which is to be $\sigma'(z^{(2)})$, is a column and cannot stand left of a matrix.`,
    softmaxMatrix: (l: number) =>
      tex`For softmax, $l = ${l}$, $\sigma'$ is a matrix and may stand where it does.`,
  },
  sheetDifference: "The difference as printed",
  scalarProse: tex`One number $h$ added to every input approximates the sums of the rows, not $\partial y/\partial x$.`,
  scalarSame: tex`With a single input this approximates the derivative.`,
  rowSum: tex`row sum of $\partial y/\partial x$`,
  scalarForm: "the sheet’s form",
  output: "output",
  asWritten: "As the sheet has it",
};
