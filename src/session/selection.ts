/** What is chosen within the views of the derivation, of ∂y/∂x and of the gradient check. */
import { LIMITS } from "../engine/layout.ts";
import type { Ref } from "../engine/ref.ts";

/** The choices by name, each with its names as the view lists them. */
export const CHOICES = {
  /** The number whose gradient is unfolded and whose paths are followed: of the place, or its input. */
  from: ["w", "b", "z", "x"],
  /** The part of ∂y/∂x that is open. */
  jacobian: ["product", "entry", "difference", "sheet"],
  /** The pass of central differences that the steps play; none for the steps of the network. */
  run: ["none", "plus", "minus"],
  /** The side that the product is multiplied from. */
  order: ["right", "left"],
  /** The paths of an entry that are listed. */
  paths: ["first", "all"],
  /** Whether forward and reverse mode stand side by side. */
  comparison: ["closed", "open"],
  /** The part of the check that is open. */
  check: ["gradients", "cost"],
  /** What backpropagation is held against. */
  against: ["forwardMode", "central"],
  /** The order of the parameters. */
  sort: ["worst", "network"],
  /** What grows where costs are compared. */
  growth: ["width", "depth"],
  /** The sizes whose costs are listed: the chosen one, or all. */
  costs: ["one", "all"],
} as const;

export type Choices = typeof CHOICES;
export type ChoiceKey = keyof Choices;
export type Chosen<Key extends ChoiceKey> = Choices[Key][number];

/** The choices by number, each with its first and last number in the largest network. */
export const COUNTS = {
  /** The layer whose δ end the products of paths; null where no tails are merged. */
  merge: [1, LIMITS.layers],
  /** How many lines of an unfolded gradient are open; with L layers it has up to 2L + 1. */
  lines: [1, 2 * LIMITS.layers + 1],
  /** Which product of the list is lit; null for none. No more than these are listed. */
  path: [1, 2000],
  /** Which multiplication the product stands at; L layers have 2(L − 1) factors. */
  product: [1, 2 * LIMITS.layers - 3],
  /** The neuron between input and output that an entry of a product so far ends in. */
  through: [1, LIMITS.neurons],
  /** Of the table of parameters. */
  page: [1, 999],
  /** The size whose costs are listed; null for that of the network. */
  size: [1, Math.max(LIMITS.layers, LIMITS.neurons)],
} as const;

export type CountKey = keyof typeof COUNTS;

/** Parameters on a page of their table. */
export const PAGE_SIZE = 16;

/** A weight w_ij^(l), or with j = 0 neuron i of layer l. */
export interface ChosenPlace {
  readonly l: number;
  readonly i: number;
  readonly j: number;
}

/** Where a number is that was selected, in a network of L layers; null for E and η. */
export function placeOfRef({ q, l, i, j }: Ref, L: number): ChosenPlace | null {
  if (q === "t") return { l: L, i, j: 0 };
  return l === 0 ? null : { l, i, j };
}

/**
 * Numbers beyond the network are kept, for when it grows again; the views show the nearest one
 * that it has.
 */
export interface Selection extends Readonly<{ [Key in ChoiceKey]: Chosen<Key> }> {
  /** What the derivation is filled in for; null for what the step is about. */
  readonly place: ChosenPlace | null;
  readonly merge: number | null;
  readonly lines: number;
  readonly path: number | null;
  readonly product: number;
  /** ∂y_i/∂x_j; j is also the input that moves. */
  readonly entry: { readonly i: number; readonly j: number };
  readonly through: number;
  /** Of the central differences; above 0. The views take the nearest h that they offer. */
  readonly h: number;
  readonly page: number;
  readonly size: number | null;
}

export const DEFAULT_SELECTION: Selection = {
  place: null,
  from: "w",
  merge: null,
  lines: 1,
  path: null,
  jacobian: "product",
  run: "none",
  order: "right",
  paths: "first",
  product: 1,
  entry: { i: 1, j: 1 },
  through: 1,
  // Where the error of central differences is about smallest (errata Q2.3).
  h: 1e-5,
  comparison: "closed",
  check: "gradients",
  against: "central",
  sort: "worst",
  page: 1,
  growth: "depth",
  costs: "one",
  size: null,
};
