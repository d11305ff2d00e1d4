/**
 * Formulas as trees whose terms carry the identity of a number (a Ref), never a number itself.
 *
 * One node type serves rules and their instances. In a rule the indices are symbols (`l`, `i`,
 * `j`, …) and sums are bound (`sumOver`); `instantiate` replaces the symbols by numbers and writes
 * the sums out. Everything else (evaluation, TeX, speech) reads this tree.
 */
import type { Activation } from "../engine/network.ts";
import type { Quantity } from "../engine/ref.ts";

export type IndexSymbol = "l-1" | "l" | "l+1" | "L-1" | "L" | "i" | "j" | "k";
/** An index of a rule (symbol) or of an instance (number, counted from 1). */
export type Index = number | IndexSymbol;

/** The symbols a bound sum may run over. */
export type BoundIndex = "i" | "j" | "k";

/** σ or its derivative. */
export type Fn = "activation" | "slope";

/** One number: `refKey`'s indices, each a number or a symbol. Unused indices are 0. */
export interface RefExpr {
  readonly kind: "ref";
  readonly q: Quantity;
  readonly l: Index;
  readonly i: Index;
  readonly j: Index;
}

/**
 * All of a quantity in one layer: a matrix n_l × n_{l−1} for w, gw, nw, a column otherwise (for t
 * the layer is 0). `as` is another name of the homework's for it, `x` for a^(1).
 */
export interface ArrayExpr {
  readonly kind: "array";
  readonly q: Quantity;
  readonly l: Index;
  readonly as: "x" | null;
}

/**
 * A sum written out. `terms` of a bound sum know which value of the bound index each stands for
 * (`at`, same length); a plain a + b has null there.
 */
export interface SumExpr {
  readonly kind: "sum";
  readonly terms: readonly Expr[];
  readonly at: readonly number[] | null;
}

/** Σ of `body` over the neurons of `layer`; `upTo` ends it early (partial sums). */
export interface SumOverExpr {
  readonly kind: "sumOver";
  readonly index: BoundIndex;
  readonly layer: Index;
  readonly upTo: number | null;
  readonly body: Expr;
}

/**
 * ∂of/∂by of two quantities of one network, `of` being E, z or a and `by` a parameter, z or a. Whole
 * layers give the Jacobian, a row for E and a column for a single `by`; `by` as a whole layer has
 * one number per neuron.
 */
export interface PartialExpr {
  readonly kind: "partial";
  readonly of: RefExpr | ArrayExpr;
  readonly by: RefExpr | ArrayExpr;
}

export type Expr =
  | RefExpr
  | ArrayExpr
  | SumExpr
  | SumOverExpr
  | PartialExpr
  | { readonly kind: "literal"; readonly value: number }
  | { readonly kind: "difference"; readonly left: Expr; readonly right: Expr }
  | { readonly kind: "negative"; readonly of: Expr }
  /** Scalars, or one array scaled by scalars. */
  | { readonly kind: "product"; readonly factors: readonly Expr[] }
  | { readonly kind: "half"; readonly of: Expr }
  | { readonly kind: "square"; readonly of: Expr }
  | { readonly kind: "fraction"; readonly over: Expr; readonly under: Expr }
  | { readonly kind: "exp"; readonly of: Expr }
  /**
   * ln a_i^(l), or ln(1 − a_i^(l)) with `complement`. Evaluated from the logits z^(l), since an
   * output that has saturated to 0 or 1 has no logarithm left.
   */
  | { readonly kind: "log"; readonly complement: boolean; readonly of: RefExpr }
  /** σ_(l) or σ'_(l) of a z, or of all z of a layer. `activation` is null in a rule for any σ. */
  | {
      readonly kind: "call";
      readonly fn: Fn;
      readonly activation: Activation | null;
      readonly of: RefExpr | ArrayExpr;
    }
  /** Parentheses the homework writes although precedence would not ask for them. */
  | { readonly kind: "group"; readonly of: Expr }
  /** A part that is always shown as the number (or matrix of numbers) it comes to. */
  | { readonly kind: "value"; readonly of: Expr }
  | { readonly kind: "transpose"; readonly of: Expr }
  | { readonly kind: "matmul"; readonly left: Expr; readonly right: Expr }
  | { readonly kind: "hadamard"; readonly left: Expr; readonly right: Expr }
  /**
   * left rightᵀ of two columns. With `edges`, a layer, only the entries of that layer's existing
   * edges: a missing edge is no parameter, and has no derivative.
   */
  | {
      readonly kind: "outer";
      readonly left: Expr;
      readonly right: Expr;
      readonly edges: Index | null;
    }
  | { readonly kind: "diag"; readonly of: Expr }
  /** `of` where the two indices are equal, and 0 where they are not. */
  | { readonly kind: "when"; readonly left: Index; readonly right: Index; readonly of: Expr }
  /** The unit vector e_index with a component per neuron of `layer`; without an index all of I. */
  | { readonly kind: "unit"; readonly index: Index | null; readonly layer: Index };

export const scalar = (q: Quantity, l: Index = 0, i: Index = 0, j: Index = 0): RefExpr => ({
  kind: "ref",
  q,
  l,
  i,
  j,
});
export const array = (q: Quantity, l: Index = 0, as: "x" | null = null): ArrayExpr => ({
  kind: "array",
  q,
  l,
  as,
});
export const literal = (value: number): Expr => ({ kind: "literal", value });
export const sum = (...terms: Expr[]): Expr => ({ kind: "sum", terms, at: null });
export const sumOver = (index: BoundIndex, layer: Index, body: Expr): SumOverExpr => ({
  kind: "sumOver",
  index,
  layer,
  upTo: null,
  body,
});
export const difference = (left: Expr, right: Expr): Expr => ({ kind: "difference", left, right });
export const negative = (of: Expr): Expr => ({ kind: "negative", of });
export const product = (...factors: Expr[]): Expr => ({ kind: "product", factors });
export const half = (of: Expr): Expr => ({ kind: "half", of });
export const square = (of: Expr): Expr => ({ kind: "square", of });
export const fraction = (over: Expr, under: Expr): Expr => ({ kind: "fraction", over, under });
export const exp = (of: Expr): Expr => ({ kind: "exp", of });
export const log = (of: RefExpr, complement = false): Expr => ({ kind: "log", complement, of });
export const call = (
  fn: Fn,
  of: RefExpr | ArrayExpr,
  activation: Activation | null = null,
): Expr => ({ kind: "call", fn, activation, of });
export const group = (of: Expr): Expr => ({ kind: "group", of });
export const value = (of: Expr): Expr => ({ kind: "value", of });
export const transpose = (of: Expr): Expr => ({ kind: "transpose", of });
export const matmul = (left: Expr, right: Expr): Expr => ({ kind: "matmul", left, right });
export const hadamard = (left: Expr, right: Expr): Expr => ({ kind: "hadamard", left, right });
export const outer = (left: Expr, right: Expr, edges: Index | null = null): Expr => ({
  kind: "outer",
  left,
  right,
  edges,
});
export const diag = (of: Expr): Expr => ({ kind: "diag", of });
export const partial = (of: PartialExpr["of"], by: PartialExpr["by"]): PartialExpr => ({
  kind: "partial",
  of,
  by,
});
export const when = (left: Index, right: Index, of: Expr): Expr => ({
  kind: "when",
  left,
  right,
  of,
});
export const unit = (layer: Index, index: Index | null): Expr => ({ kind: "unit", layer, index });

/** The direct parts of a node, in reading order. */
export function children(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "ref":
    case "array":
    case "literal":
    case "unit":
      return [];
    case "sum":
      return expr.terms;
    case "product":
      return expr.factors;
    case "sumOver":
      return [expr.body];
    case "difference":
    case "matmul":
    case "hadamard":
    case "outer":
      return [expr.left, expr.right];
    case "fraction":
      return [expr.over, expr.under];
    case "partial":
      return [expr.of, expr.by];
    default:
      return [expr.of];
  }
}

/**
 * The node with each direct part replaced; a reference stays a reference under log, call and
 * partial.
 */
export function mapChildren(expr: Expr, map: (part: Expr) => Expr): Expr {
  switch (expr.kind) {
    case "ref":
    case "array":
    case "literal":
    case "unit":
      return expr;
    case "sum":
      return { ...expr, terms: expr.terms.map(map) };
    case "product":
      return { ...expr, factors: expr.factors.map(map) };
    case "sumOver":
      return { ...expr, body: map(expr.body) };
    case "difference":
    case "matmul":
    case "hadamard":
    case "outer":
      return { ...expr, left: map(expr.left), right: map(expr.right) };
    case "fraction":
      return { ...expr, over: map(expr.over), under: map(expr.under) };
    case "log":
      return { ...expr, of: map(expr.of) as RefExpr };
    case "partial":
      return {
        ...expr,
        of: map(expr.of) as PartialExpr["of"],
        by: map(expr.by) as PartialExpr["by"],
      };
    case "call":
      return { ...expr, of: map(expr.of) as RefExpr | ArrayExpr };
    default:
      return { ...expr, of: map(expr.of) };
  }
}
