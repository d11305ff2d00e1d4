import { create } from "zustand/react";
import type { Rival } from "./agreement.ts";

export const PARTS = ["gradients", "cost"] as const;
export type Part = (typeof PARTS)[number];

export const ORDERS = ["worst", "network"] as const;
export type Order = (typeof ORDERS)[number];

export const AXES = ["width", "depth"] as const;
/** What grows. */
export type Axis = (typeof AXES)[number];

/** The steps h there are to choose from. */
export const STEP_SIZES: readonly number[] = Array.from({ length: 12 }, (_, k) =>
  // As they are written, so that 1e-5 is the double 1e-5.
  Number(`1e-${k + 1}`),
);

/** What has been chosen in the tab. Kept while the board shows something else. */
export interface Choices {
  readonly part: Part;
  readonly h: number;
  readonly rival: Rival;
  readonly order: Order;
  /** From 0; beyond the last page of a smaller network it means the last one. */
  readonly page: number;
  readonly axis: Axis;
}

export const useChoices = create<Choices>(() => ({
  part: "gradients",
  // Where the error of central differences is about smallest (errata Q2.3).
  h: 1e-5,
  rival: "central",
  order: "worst",
  page: 0,
  axis: "depth",
}));

export const choose = useChoices.setState;
