import type { SectionId } from "../../homework/sheet.ts";

const sections: Readonly<Record<SectionId, string>> = {
  symbols: "Table 1",
  backward: "1 (a)",
  forward: "1 (b)",
  input: "Question 2",
};

export const derivation = {
  parts: { sheet: "The sheet", unfold: "Unfold", paths: "Paths" },
  partsLabel: "Parts of the derivation",
  sections,
  sectionsLabel: "Sections of the sheet",

  outOfRange:
    "is the first number that left the range of double precision. It and all that is computed after it are shown as dashes.",

  target: "What the equations are filled in for",
  layer: "Layer l",
  neuron: "Neuron i of layer l",
  from: "Neuron j of layer l − 1",
  useSelected: "Fill in for the selected",

  statement: (label: string) => `Equation ${label}`,
  asWritten: "as written",
  indexForm: "by index",
  matrixForm: "as matrices",
  because: "because",
  shapes: "shapes",
  here: "here",
  hereMatrix: "here, as matrices",
  steps: "steps",
  says: "The sheet says",
  wrong: "What is wrong",
  why: "Why",
  correct: "Right is",
  nothingWrong: "right as it stands",

  parameter: "Derivative of E by",
  unfoldIntro:
    "The gradient, one application of the chain rule after the other, until only weights, values of the forward pass and targets are left. Every line comes to the same number.",
  unfold: "Unfold further",
  foldBack: "Fold back",
  unfoldAll: "Unfold all",
  line: (n: number, of: number) => `Line ${n} of ${of}`,
  unfoldKeys: "→ unfolds, ← folds back.",
  unfolds: "in place of",
  inSymbols: "in symbols",
  inNumbers: "in numbers",
  workedOut: "its derivatives worked out",
  unfolded: "Nothing is left to unfold.",
  unfoldedFirst: "Of the δ’s only the first was followed: all of them would be too long to read.",

  pathsIntro:
    "Every way from this number to E, as the product of what it meets. Their sum is the derivative.",
  start: "From",
  path: (n: number, of: string) => `Path ${n} of ${of}`,
  named: (name: string, sentence: string) => `${name}. ${sentence}`,
  product: (n: number, of: string) => `Product ${n} of ${of}`,
  manyFactors: (n: number, first: string, last: string) =>
    `Product of ${n} factors from ${first} to ${last}`,
  pathCount: (count: string, one: boolean) => (one ? "One path." : `${count} paths.`),
  noPath: "No path leads from here to E, so the derivative is 0.",
  largest: (shown: number) =>
    `Too many to list: here are the ${shown} largest. Merging their tails makes them fewer.`,
  tooMany: (count: string) =>
    `${count} products at this layer, too many to list. Merge further, and they become fewer.`,
  showMore: (n: number) => `Show ${n} more`,
  sumOfAll: "Sum of all",
  leavesRange:
    "Where there is a dash, the product of the factors before it, or their sum, has left the range of double precision.",
  lostFactor: (complete: boolean) =>
    `Where a factor is a dash, its product has no number either, nor has the sum.${complete ? "" : " Which products are the largest cannot be told then."}`,
  zeroFactor: { before: "Every product is 0, because its first factor", after: "is 0." },
  sumOfShown: "Sum of those shown",
  byBackpropagation: "By backpropagation",
  notComputed: "not computed by the recursion",
  merge: (l: number) => `Merge the tails after layer ${l}`,
  takeApart: "Take apart again",
  merged: "All tails are merged: this is what backpropagation computes.",
  atLayer: (l: number, count: string) => `layer ${l}: ${count}`,
  mergeLabel: "Products that are left when the tails after a layer are merged",
  mergeHint: (l: number) =>
    `Products side by side at the same line share their beginning; their marked tails add up to a δ of layer ${l}.`,
  shared: (products: string, deltas: number, count: number) =>
    deltas === 1
      ? `One δ stands in ${products === "1" ? "this product" : `all ${products} products`}, and is computed once.`
      : deltas === count
        ? `${products} products, each with a δ of its own, which stands for all ways on from there.`
        : `${products} products, but only ${deltas} different δ’s: each is computed once and used in all of them.`,
  cost: (paths: string, backprop: string, cheaper: boolean) =>
    `For the whole gradient of a network of these sizes, every path by itself takes ${paths} multiply-adds and backpropagation ${backprop}. ${
      cheaper
        ? "In a network as small as this the difference is little; it grows with every layer."
        : "Sharing the tails is what makes the difference, and it grows with every layer."
    }`,
};
