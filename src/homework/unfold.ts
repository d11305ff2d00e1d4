/**
 * A gradient unfolded: one application of the chain rule after the other, until nothing is left but
 * weights, what the forward pass found, and targets. Read from the end it is folded back.
 */
import { refKey, type Ref } from "../engine/ref.ts";
import { edgeExists, type Shape } from "../engine/trace.ts";
import { mapChildren, scalar, type Expr, type RefExpr } from "../formula/expr.ts";
import { concreteRef, refs } from "../formula/refs.ts";
import type { FormulaSpec } from "../formula/rows.ts";
import type { Mode } from "../formula/tex.ts";
import type { ItemId } from "./ids.ts";
import type { Justification } from "./item.ts";
import { instantiateItem } from "./live.ts";
import type { Target } from "./place.ts";
import { itemOf } from "./sheet.ts";

/** w_ij^(l) or b_i^(l). */
export type Parameter = Ref & { readonly q: "w" | "b" };

export interface UnfoldedLine {
  /** Equal to the gradient. */
  readonly expr: Expr;
  /** The statement of the sheet this line applies to the one before, and why that may be done. */
  readonly item: ItemId;
  readonly by: Justification;
  /**
   * The numbers it takes the place of in the line before, in the first line the gradient itself;
   * empty where only the derivatives beside them are worked out.
   */
  readonly replaced: readonly Ref[];
}

export interface Unfolding {
  /** ∂E/∂w_ij^(l) or ∂E/∂b_i^(l). */
  readonly gradient: RefExpr;
  readonly lines: readonly UnfoldedLine[];
  /** False where δ's are left in the last line, since all of them would be too much to read. */
  readonly complete: boolean;
}

/** If a line would put more terms than this in place of the δ's, only the first δ is unfolded. */
const MOST_TERMS = 64;

/** Unfolds the gradient of a parameter of the network; null for a weight without an edge. */
export function unfold(shape: Shape, { q, l, i, j }: Parameter): Unfolding | null {
  if (q === "w" && !edgeExists(shape, l, i, j)) return null;
  const gradient = q === "w" ? scalar("gw", l, i, j) : scalar("gb", l, i);
  const lines: UnfoldedLine[] = [];
  const apply = (item: ItemId, replaced: readonly Ref[], expr: Expr): Expr => {
    lines.push({ expr, item, by: itemOf(item).by ?? "definition", replaced });
    return expr;
  };

  const target = { l, i, j: Math.max(j, 1) };
  const own: readonly ItemId[] = q === "w" ? ["1a", "2a", "3a"] : ["1b", "2b", "3b"];
  let expr: Expr = gradient;
  for (const id of own) {
    expr = apply(id, expr === gradient ? refs(gradient) : [], formOf(id, shape, target) ?? expr);
  }

  const { L, sizes } = shape.layout;
  for (let m = l; m <= L; m++) {
    const found = refs(expr).filter((r) => r.q === "d" && r.l === m);
    // A neuron that leads nowhere has δ = 0, and nothing comes after it.
    if (found.length === 0) break;
    const fits = found.length * (m < L ? sizes[m] : sizes[L - 1]) <= MOST_TERMS;
    const replaced = fits ? found : found.slice(0, 1);
    const folded = expr;
    for (const id of m < L ? HIDDEN : OUTPUT) {
      const inPlace = (r: Ref): Expr | null => formOf(id, shape, { ...r, j: 1 });
      if (inPlace(replaced[0]) === null) continue;
      expr = apply(id, unique(replaced), substitute(folded, replaced, inPlace));
    }
  }
  return { gradient, lines, complete: refs(expr).every((r) => r.q !== "d") };
}

/** A line as a formula, in symbols or in numbers. */
export function formulaOf({ gradient }: Unfolding, line: UnfoldedLine, mode: Mode): FormulaSpec {
  const lines = [{ relation: "equals", expr: line.expr, mode }] as const;
  return { lhs: gradient, lines, binding: {}, current: null };
}

/** Two lines a layer: the chain rule, then what its derivatives are. */
const HIDDEN: readonly ItemId[] = ["recursion", "delta-hidden"];
const OUTPUT: readonly ItemId[] = ["delta-out-chain", "delta-out"];

/** The right side of a statement in index form; null where it says nothing under this loss. */
function formOf(id: ItemId, shape: Shape, target: Target): Expr | null {
  const { equations } = instantiateItem(id, shape, target);
  return equations.find(({ form }) => form === "index")?.equation.instance.rhs ?? null;
}

/** Each of `replaced` once, in reading order, by what stands for it. */
function substitute(expr: Expr, replaced: readonly Ref[], by: (r: Ref) => Expr | null): Expr {
  const waiting = replaced.map(refKey);
  const visit = (part: Expr): Expr => {
    if (part.kind !== "ref") return mapChildren(part, visit);
    const r = concreteRef(part);
    if (waiting[0] !== refKey(r)) return part;
    waiting.shift();
    return by(r) ?? part;
  };
  return visit(expr);
}

function unique(found: readonly Ref[]): readonly Ref[] {
  return [...new Map(found.map((r) => [refKey(r), r])).values()];
}
