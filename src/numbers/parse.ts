/**
 * Number entry: what a person may type into a field or write into a link.
 *
 * Accepted: `0.5`, `,5` and `0,5` (decimal comma), `1/3`, `1e-3`, `−2` and `-2`, spaces around; all of
 * it but the comma, which separates there, in the full width of Chinese keyboards too: `０．５`.
 */

export type NumberProblem = "empty" | "notANumber" | "divisionByZero" | "outOfRange";
export type ParsedNumber =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly problem: NumberProblem };

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Reads one number as a person types it. */
export function parseNumber(text: string): ParsedNumber {
  const clean = halfWidth(text).trim().replace(/[−–]/g, "-").replace(/,/g, ".");
  if (clean === "") return { ok: false, problem: "empty" };
  const parts = clean.split("/").map((part) => part.trim());
  if (parts.length > 2 || !parts.every((part) => DECIMAL.test(part))) {
    return { ok: false, problem: "notANumber" };
  }
  const numerator = Number(parts[0]);
  const denominator = parts.length === 2 ? Number(parts[1]) : 1;
  if (denominator === 0) return { ok: false, problem: "divisionByZero" };
  const value = numerator / denominator;
  // A denominator out of range would make 0 of any fraction.
  return Number.isFinite(value) && Number.isFinite(denominator)
    ? { ok: true, value }
    : { ok: false, problem: "outOfRange" };
}

const WIDENING = "０".charCodeAt(0) - "0".charCodeAt(0);

function halfWidth(text: string): string {
  return text.replace(/[０-９．＋－／ｅＥ]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - WIDENING),
  );
}
