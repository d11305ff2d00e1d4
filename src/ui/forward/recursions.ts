/** The two recursions of part (b) from one layer to the next, as formulas. */
import type { Fit } from "../../engine/repairedDelta.ts";
import type { Shape } from "../../engine/trace.ts";
import { equation } from "../../formula/equation.ts";
import {
  array,
  call,
  difference,
  fraction,
  literal,
  matmul,
  partial,
  product,
  scalar,
  sumOver,
  transpose,
  value,
  type Expr,
} from "../../formula/expr.ts";
import { rowsOf, type FormulaLine, type FormulaSpec } from "../../formula/rows.ts";
import type { Statement } from "../../formula/rules.ts";

function statement(lhs: Expr, rhs: Expr): Statement {
  return { relation: "equals", lhs, rhs, reduced: [], running: null };
}

/** Where the sheet starts (erratum B3). */
const WRITTEN_START = statement(array("d", 1), literal(0));

/**
 * δ_i^(l) = Σ_j δ_j^(l−1) / (w_ij^(l) σ'(z_j^(l−1))): index by index, as the division by a matrix
 * has no other meaning (erratum B6). σ' of layer 1 is 1.
 */
function written(slope: readonly Expr[]): Statement {
  const factor = product(scalar("w", "l", "i", "j"), ...slope);
  return statement(
    scalar("d", "l", "i"),
    sumOver("j", "l-1", fraction(scalar("d", "l-1", "j"), factor)),
  );
}
const WRITTEN_FIRST = written([]);
const WRITTEN = written([call("slope", scalar("z", "l-1", "j"))]);

const REPAIRED = statement(
  array("d", "l-1"),
  matmul(transpose(partial(array("z", "l"), array("z", "l-1"))), array("d", "l")),
);

/** A formula and which of the board's rows it is. */
export interface LayerRow {
  readonly id: "rule" | "indices" | "numbers" | "result" | "started" | "remainder";
  readonly spec: FormulaSpec;
}

/** The sheet's recursion for neuron i of layer l; in layer 1 its start. */
export function writtenRows(shape: Shape, l: number, i: number): readonly LayerRow[] {
  const binding = { L: shape.layout.L, l, i };
  if (l === 1)
    return [{ id: "rule", spec: rowsOf(equation(WRITTEN_START, binding, shape, 0)).rule }];
  const rows = rowsOf(equation(l === 2 ? WRITTEN_FIRST : WRITTEN, binding, shape, 0));
  return (["rule", "numbers", "result"] as const).map((id) => ({ id, spec: rows[id] }));
}

function inNumbers(expr: Expr): FormulaLine {
  return { relation: "equals", expr, mode: "numbers" };
}

/**
 * What δ^(l) has to solve, l ≥ 2, and what it comes to. Where (J^(l))ᵀ δ^(l) is not the δ^(l−1) it
 * started from, that is said, with both and what is left between them.
 */
export function repairedRows(shape: Shape, l: number, fit: Fit): readonly LayerRow[] {
  const { binding, instance } = equation(REPAIRED, { L: shape.layout.L, l }, shape, 0);
  const spec = (lhs: Expr, ...lines: FormulaSpec["lines"]): FormulaSpec => ({
    lhs,
    lines,
    binding,
    current: null,
  });
  const { lhs, rhs } = instance;
  const numbers: LayerRow = {
    id: "numbers",
    spec: spec(rhs, inNumbers(rhs), inNumbers(value(rhs))),
  };
  if (fit === "met") {
    return [
      { id: "indices", spec: spec(lhs, { relation: "equals", expr: rhs, mode: "symbols" }) },
      numbers,
    ];
  }
  const left = difference(lhs, rhs);
  return [
    { id: "indices", spec: spec(lhs, { relation: "differs", expr: rhs, mode: "symbols" }) },
    { id: "started", spec: spec(lhs, inNumbers(lhs)) },
    numbers,
    {
      id: "remainder",
      spec: spec(left, inNumbers(difference(lhs, value(rhs))), inNumbers(value(left))),
    },
  ];
}
