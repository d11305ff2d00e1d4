import { create } from "zustand/react";
import { STEPS } from "../../engine/differences.ts";

export const PARTS = ["product", "entry", "difference", "sheet"] as const;
export type Part = (typeof PARTS)[number];

export const ORDERS = ["right", "left"] as const;
export type Order = (typeof ORDERS)[number];

/** What has been chosen in the view of ∂y/∂x. Kept while the board shows something else. */
export interface Choices {
  readonly part: Part;
  readonly order: Order;
  /** How many multiplications have been done. */
  readonly done: number;
  /** The entry ∂y_i/∂x_j; beyond the edge of a smaller network it means the last one. */
  readonly i: number;
  readonly j: number;
  /** The neuron between them that a product so far ends in. */
  readonly k: number;
  /** Index of h in STEPS. */
  readonly step: number;
}

/** 1e-5, where the error of central differences is about smallest (errata Q2.3). */
const USUAL_STEP = STEPS.indexOf(1e-5);

export const useChoices = create<Choices>(() => ({
  part: "product",
  order: "right",
  done: 1,
  i: 1,
  j: 1,
  k: 1,
  step: USUAL_STEP,
}));

export const choose = useChoices.setState;
