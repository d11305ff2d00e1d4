/** From a statement of the sheet to the steps that use it, and back. */
import type { Shape } from "../engine/trace.ts";
import { refs } from "../formula/refs.ts";
import { address, START, type Address, type StepKind } from "../steps/address.ts";
import { establishedBy } from "../steps/known.ts";
import type { Expr } from "../formula/expr.ts";
import type { ItemId } from "./ids.ts";
import { instantiateItem } from "./live.ts";
import type { Target } from "./place.ts";

/** Derivatives have no step of their own: the statement in whose step each is used. */
const USED_IN: Partial<Record<ItemId, ItemId>> = {
  jacobian: "delta-hidden",
  "dz-dw": "3a",
  "dz-db": "3b",
  "forward-jacobian": "forward-recursion",
};

/**
 * The steps that establish what the statement is about at a target: by neuron where it has an index
 * form, else by layer. None where it has no numbers, or is about no step (∂y/∂x).
 */
export function stepsOf(id: ItemId, shape: Shape, target: Target): readonly Address[] {
  const { equations } = instantiateItem(USED_IN[id] ?? id, shape, target);
  const byIndex = equations.filter(({ form }) => form === "index");
  const chosen = byIndex.length > 0 ? byIndex : equations;
  return chosen.flatMap(({ equation }) => stepOfSide(equation.instance.lhs));
}

function stepOfSide(lhs: Expr): Address[] {
  if (lhs.kind === "partial") return [];
  if (lhs.kind !== "array") return refs(lhs).flatMap((r) => establishedBy(r) ?? []);
  const l = Number(lhs.l);
  if (l === 1) return lhs.q === "a" ? [START] : [address("d", 2)];
  return [address(lhs.q as StepKind, l)];
}

const STATED_IN: Record<StepKind, ItemId | null> = {
  x: "symbol-x",
  z: "symbol-z",
  a: "symbol-sigma",
  E: "symbol-E",
  d: "3c",
  gw: "3a",
  gb: "3b",
  u: null,
  tz: "claim-forward",
  ta: "claim-forward",
  tE: "claim-forward",
};

/** Where the sheet states the rule of a step; null for the update, which it does not have. */
export function itemOfStep(at: Address): ItemId | null {
  return STATED_IN[at.kind];
}
