/** A statement of the sheet on a network: its corrected forms with indices and numbers filled in. */
import type { Layout } from "../engine/layout.ts";
import type { Shape } from "../engine/trace.ts";
import { equation, type Equation } from "../formula/equation.ts";
import { children, type Expr } from "../formula/expr.ts";
import { rowsOf, type EquationRows } from "../formula/rows.ts";
import type { ItemId } from "./ids.ts";
import type { LiveForm, Size } from "./item.ts";
import { bindingAt, type Absence, type Target } from "./place.ts";
import { itemOf } from "./sheet.ts";

export interface LiveEquation {
  readonly form: LiveForm["form"];
  readonly equation: Equation;
  /** The same as the formulas a page shows. */
  readonly rows: EquationRows;
}

export interface Instance {
  /** Those forms that have a meaning at the target. */
  readonly equations: readonly LiveEquation[];
  /** Why some or all forms are missing; null if none is. */
  readonly absence: Absence | null;
}

/**
 * The corrected forms of a statement for what is selected. `k` is the free index of ∂z_k/∂w_ij and
 * ∂z_k/∂b_i, the neuron i itself unless given.
 */
export function instantiateItem(
  id: ItemId,
  shape: Shape,
  target: Target,
  k: number = target.i,
): Instance {
  const { live, absence } = itemOf(id);
  if (live.length === 0) return { equations: [], absence };
  const results = live.map((form) => instantiateForm(form, shape, target, k));
  return {
    equations: results.filter((result) => typeof result !== "string"),
    absence: results.find((result) => typeof result === "string") ?? null,
  };
}

function instantiateForm(
  { form, place, rule }: LiveForm,
  shape: Shape,
  target: Target,
  k: number,
): LiveEquation | Absence {
  const binding = bindingAt(place, shape, target);
  if (typeof binding === "string") return binding;
  const chosen = typeof rule === "function" ? rule(shape, binding) : rule;
  if (typeof chosen === "string") return chosen;
  // An index that is summed over means all of its values, whatever is selected.
  const summed = summedIndices(chosen.rhs);
  const free = Object.entries({ k, ...binding }).filter(([symbol]) => !summed.has(symbol));
  const instance = equation(chosen, Object.fromEntries(free), shape, 0);
  return { form, equation: instance, rows: rowsOf(instance) };
}

function summedIndices(expr: Expr): Set<string> {
  const inner = new Set(children(expr).flatMap((part) => [...summedIndices(part)]));
  return expr.kind === "sumOver" ? inner.add(expr.index) : inner;
}

/** A symbolic size for layer l: null where that layer does not exist. */
export function sizeAt(size: Size, { sizes, L }: Layout, l: number): number | null {
  if (size === 1) return 1;
  const layer = { n_1: 1, n_2: 2, "n_{l-1}": l - 1, n_l: l, "n_{l+1}": l + 1, n_L: L }[size];
  return sizes[layer - 1] ?? null;
}
