/** From an equation to the formulas the board shows: rule, indices, numbers, result. */
import type { Shape } from "../engine/trace.ts";
import type { MatrixBudget } from "./elision.ts";
import type { Equation, StepEquation } from "./equation.ts";
import { mapChildren, value, type Expr } from "./expr.ts";
import type { RelationKind } from "./fill.ts";
import type { Binding } from "./instantiate.ts";
import type { Chunk } from "./template.ts";
import { toTex, type Mode } from "./tex.ts";

export interface FormulaLine {
  readonly relation: RelationKind;
  readonly expr: Expr;
  readonly mode: Mode;
}

/** One formula: a left side in symbols and one or more right sides under each other. */
export interface FormulaSpec {
  readonly lhs: Expr;
  readonly lines: readonly FormulaLine[];
  readonly binding: Binding;
  /** Value of the bound index at a term step. */
  readonly current: number | null;
}

export interface EquationRows {
  /** The rule, with symbols. */
  readonly rule: FormulaSpec;
  /** The rule with its indices put in. */
  readonly indices: FormulaSpec;
  /**
   * With numbers in place of the symbols, on the left too if it is more than a name, and the forms
   * on the way to the result.
   */
  readonly numbers: FormulaSpec;
  /** What it comes to; at a term step the sum so far. */
  readonly result: FormulaSpec;
}

export function rowsOf(equation: Equation): EquationRows {
  const { rule, binding, instance, reduced, running } = equation;
  const current = running?.current ?? null;
  const spec = (lhs: Expr, lines: readonly FormulaLine[]): FormulaSpec => ({
    lhs,
    lines,
    binding,
    current,
  });
  return {
    rule: spec(rule.lhs, [line(rule.rhs, "symbols", rule.relation)]),
    indices: spec(instance.lhs, [line(instance.rhs, "symbols", instance.relation)]),
    numbers: spec(isName(instance.lhs) ? instance.lhs : mapChildren(instance.lhs, value), [
      line(instance.rhs, "numbers", instance.relation),
      // In the middle of a sum nothing is worked out yet but the sum so far.
      ...(running === null ? reduced.map((expr) => line(expr, "numbers")) : []),
    ]),
    result:
      running === null
        ? spec(instance.lhs, [line(resultOf(instance.lhs), "numbers", instance.relation)])
        : spec(running.lhs, [line(value(running.sum), "numbers")]),
  };
}

/** Whether a left side names what the right side comes to, and is not itself to be worked out. */
export function isName({ kind }: Expr): boolean {
  return kind !== "difference";
}

function resultOf(lhs: Expr): Expr {
  return isName(lhs) ? lhs : value(lhs);
}

function line(expr: Expr, mode: Mode, relation: RelationKind = "equals"): FormulaLine {
  return { relation, expr, mode };
}

/** The rows of every equation of a step. */
export function rowsOfStep(step: StepEquation): readonly EquationRows[] {
  return step.equations.map(rowsOf);
}

/** A formula cut into what KaTeX renders. */
export interface FormulaLayout {
  /** Two layouts with one key have the same TeX and the same places. */
  readonly key: string;
  readonly lhs: readonly Chunk[];
  readonly lines: readonly { readonly relation: RelationKind; readonly chunks: readonly Chunk[] }[];
}

export interface LayoutOptions {
  readonly shape: Shape;
  readonly elide: boolean;
  readonly narrow?: boolean;
  readonly budget: MatrixBudget;
}

export function layoutFormula(spec: FormulaSpec, options: LayoutOptions): FormulaLayout {
  const { binding, current } = spec;
  const chunks = (expr: Expr, mode: Mode): readonly Chunk[] =>
    toTex(expr, { ...options, mode, binding, current });
  const lhs = chunks(spec.lhs, "symbols");
  const lines = spec.lines.map(({ relation, expr, mode }) => ({
    relation,
    chunks: chunks(expr, mode),
  }));
  const key = JSON.stringify([lhs, ...lines.map((line) => [line.relation, line.chunks])], (k, v) =>
    k === "slots" ? undefined : v,
  );
  return { key, lhs, lines };
}

/** The quantities a formula's terms name, in reading order without repetition. */
export function termKeys(layout: FormulaLayout): readonly string[] {
  const keys = new Set<string>();
  for (const chunk of [...layout.lhs, ...layout.lines.flatMap((line) => line.chunks)]) {
    for (const [, key] of chunk.tex.matchAll(/\\htmlData\{ref=([^}]*)\}/g)) keys.add(key);
  }
  return [...keys];
}
