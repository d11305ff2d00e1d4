/** What is chosen within the views of ∂y/∂x and of the gradient check. */
import { LIMITS } from "../engine/layout.ts";

/** The choices by name, each with its names as the view lists them. */
export const CHOICES = {
  /** The part of ∂y/∂x that is open. */
  jacobian: ["product", "entry", "difference", "sheet"],
  /** The side that the product is multiplied from. */
  order: ["right", "left"],
  /** The part of the check that is open. */
  check: ["gradients", "cost"],
  /** What backpropagation is held against. */
  against: ["forwardMode", "central"],
  /** The order of the parameters. */
  sort: ["worst", "network"],
  /** What grows where costs are compared. */
  growth: ["width", "depth"],
} as const;

export type Choices = typeof CHOICES;
export type ChoiceKey = keyof Choices;
export type Chosen<Key extends ChoiceKey> = Choices[Key][number];

/** The choices by number, each with its first and last number in the largest network. */
export const COUNTS = {
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

/**
 * Numbers beyond the network are kept, for when it grows again; the views show the nearest one
 * that it has.
 */
export interface Selection extends Readonly<{ [Key in ChoiceKey]: Chosen<Key> }> {
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
  jacobian: "product",
  order: "right",
  product: 1,
  entry: { i: 1, j: 1 },
  through: 1,
  // Where the error of central differences is about smallest (errata Q2.3).
  h: 1e-5,
  check: "gradients",
  against: "central",
  sort: "worst",
  page: 1,
  growth: "depth",
  size: null,
};
