/** From a rule to its instance: symbols become numbers, bound sums are written out. */
import { activationOf } from "../engine/network.ts";
import type { Ref } from "../engine/ref.ts";
import { edgeExists, type Shape } from "../engine/trace.ts";
import { literal, mapChildren, type Expr, type Index, type RefExpr } from "./expr.ts";
import { refs } from "./refs.ts";

/** What the free symbols of a rule stand for. L is the network's and needs no entry. */
export type Binding = Partial<Readonly<Record<"l" | "i" | "j" | "k" | "L", number>>>;

/** The number an index stands for, or null if its symbol is not bound. */
export function resolveIndex(index: Index, binding: Binding): number | null {
  if (typeof index === "number") return index;
  const [symbol, offset] = SYMBOLS[index];
  const base = binding[symbol];
  return base === undefined ? null : base + offset;
}

const SYMBOLS = {
  "l-1": ["l", -1],
  l: ["l", 0],
  "l+1": ["l", 1],
  "L-1": ["L", -1],
  L: ["L", 0],
  i: ["i", 0],
  j: ["j", 0],
  k: ["k", 0],
} as const;

/**
 * The rule for the indices of `binding` in a network of this shape. Products over missing edges
 * drop out of a sum; a sum none of whose terms is left is 0, and disappears from a larger sum.
 * Throws RangeError for a symbol that is neither bound nor the index of a sum.
 */
export function instantiate(rule: Expr, binding: Binding, shape: Shape): Expr {
  const all: Binding = { L: shape.layout.L, ...binding };
  return build(rule, all, shape);
}

/** The rule with only its free indices replaced: bound sums stay sums (`Σ_{j≤2} w_1j a_j`). */
export function bindFree(rule: Expr, binding: Binding): Expr {
  const index = (n: Index): Index => resolveIndex(n, binding) ?? n;
  switch (rule.kind) {
    case "ref":
      return { ...rule, l: index(rule.l), i: index(rule.i), j: index(rule.j) };
    case "array":
      return { ...rule, l: index(rule.l) };
    case "sumOver":
      return {
        ...rule,
        layer: index(rule.layer),
        body: bindFree(rule.body, withoutIndex(binding, rule.index)),
      };
    case "outer": {
      const parts = mapChildren(rule, (part) => bindFree(part, binding)) as typeof rule;
      return { ...parts, edges: rule.edges === null ? null : index(rule.edges) };
    }
    case "when":
      return {
        ...rule,
        left: index(rule.left),
        right: index(rule.right),
        of: bindFree(rule.of, binding),
      };
    case "unit":
      return {
        ...rule,
        layer: index(rule.layer),
        index: rule.index === null ? null : index(rule.index),
      };
    default:
      return mapChildren(rule, (part) => bindFree(part, binding));
  }
}

/** The binding inside a sum over `index`, whose own symbol it does not reach. */
export function withoutIndex(binding: Binding, index: "i" | "j" | "k"): Binding {
  const { [index]: _, ...rest } = binding;
  return rest;
}

function build(expr: Expr, binding: Binding, shape: Shape): Expr {
  switch (expr.kind) {
    case "ref":
      return bindRef(expr, binding);
    case "array":
      return { ...expr, l: bound(expr.l, binding) };
    case "call": {
      const of = build(expr.of, binding, shape) as typeof expr.of;
      return { ...expr, of, activation: expr.activation ?? activationOf(shape, of.l as number) };
    }
    case "sumOver": {
      const n = shape.layout.sizes[bound(expr.layer, binding) - 1];
      const terms: Expr[] = [];
      const at: number[] = [];
      for (let m = 1; m <= Math.min(n, expr.upTo ?? n); m++) {
        const term = build(expr.body, { ...binding, [expr.index]: m }, shape);
        if (!refs(term).every((r) => exists(r, shape))) continue;
        terms.push(term);
        at.push(m);
      }
      return terms.length === 0 ? literal(0) : { kind: "sum", terms, at };
    }
    case "sum": {
      const terms = expr.terms.map((term) => build(term, binding, shape)).filter((t) => !isZero(t));
      return terms.length === 1 ? terms[0] : { ...expr, terms };
    }
    case "outer": {
      const parts = mapChildren(expr, (part) => build(part, binding, shape)) as typeof expr;
      return { ...parts, edges: expr.edges === null ? null : bound(expr.edges, binding) };
    }
    case "when":
      return bound(expr.left, binding) === bound(expr.right, binding)
        ? build(expr.of, binding, shape)
        : literal(0);
    case "unit":
      return {
        ...expr,
        layer: bound(expr.layer, binding),
        index: expr.index === null ? null : bound(expr.index, binding),
      };
    default:
      return mapChildren(expr, (part) => build(part, binding, shape));
  }
}

function bindRef(expr: RefExpr, binding: Binding): RefExpr {
  return {
    ...expr,
    l: bound(expr.l, binding),
    i: bound(expr.i, binding),
    j: bound(expr.j, binding),
  };
}

function bound(index: Index, binding: Binding): number {
  const n = resolveIndex(index, binding);
  if (n === null) throw new RangeError(`the index ${index} of the rule is not bound`);
  return n;
}

function isZero(expr: Expr): boolean {
  return expr.kind === "literal" && expr.value === 0;
}

function exists(r: Ref, shape: Shape): boolean {
  return (r.q !== "w" && r.q !== "gw" && r.q !== "nw") || edgeExists(shape, r.l, r.i, r.j);
}
