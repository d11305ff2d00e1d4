/** Which parts of a formula need parentheses; shared by its written and spoken forms. */
import { children, type Expr } from "./expr.ts";

/** A part is put in parentheses where its place asks for more than it has. */
export const SUM = 1;
export const PRODUCT = 2;
export const ATOM = 3;

export function precedence(expr: Expr): number {
  switch (expr.kind) {
    case "sum":
      return expr.terms.length === 1 ? precedence(expr.terms[0]) : SUM;
    case "difference":
    case "negative":
      return SUM;
    case "product":
    case "half":
    case "log":
    case "sumOver":
    case "matmul":
    case "hadamard":
    case "outer":
      return PRODUCT;
    default:
      return ATOM;
  }
}

/** Whether a factor of a product starts with a parenthesis or a Σ. */
export function isParenthesised(factor: Expr): boolean {
  return precedence(factor) < PRODUCT || factor.kind === "group" || factor.kind === "sumOver";
}

/** A sum of more than one term, which is where lines may break. */
export function isWrittenOut(expr: Expr): boolean {
  return expr.kind === "sum" && expr.terms.length > 1;
}

/** Whether parentheses around the part should be larger than those inside it. */
export function isTall(expr: Expr): boolean {
  switch (expr.kind) {
    case "sum":
      return expr.terms.length > 1 || isTall(expr.terms[0]);
    case "sumOver":
    case "group":
    case "partial":
      return true;
    case "difference":
      return isTall(expr.left) || isTall(expr.right) || hasArray(expr);
    case "array":
      return false;
    default:
      return hasArray(expr);
  }
}

/** Whether the part is, or contains, a whole array. */
export function hasArray(expr: Expr): boolean {
  return expr.kind === "array" || children(expr).some(hasArray);
}
