/** How the tests of this room compare a formula with a number. */
import type { Trace } from "../../src/engine/trace.ts";
import { evaluate } from "../../src/formula/evaluate.ts";
import { children, type Expr } from "../../src/formula/expr.ts";
import type { Value } from "../../src/formula/matrix.ts";

export const numbersOf = (value: Value): readonly number[] =>
  typeof value === "number" ? [value] : value.data;

/** The largest magnitude of any part of a formula: what rounding errors are measured against. */
function largestPart(expr: Expr, trace: Trace): number {
  const own = numbersOf(evaluate(expr, trace)).map(Math.abs);
  return Math.max(0, ...own, ...children(expr).map((part) => largestPart(part, trace)));
}

/** What is wrong with a formula that should come to `wanted`: nothing, or one sentence. */
export function differences(expr: Expr, wanted: Value, trace: Trace, where: string): string[] {
  const got = numbersOf(evaluate(expr, trace));
  const want = numbersOf(wanted);
  if (got.length !== want.length) return [`${where}: ${got.length} numbers, not ${want.length}`];
  const tolerance = 1e-10 * Math.max(largestPart(expr, trace), ...want.map(Math.abs), 1e-300);
  const fits = got.every((x, k) => Math.abs(x - want[k]) <= tolerance);
  return fits ? [] : [`${where}: ${got.join(" ")}, not ${want.join(" ")}`];
}
