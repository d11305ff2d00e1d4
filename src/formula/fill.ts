/** The numbers of a template, as text. */
import { formatExact, formatNumber, isRounded, type NumberFormat } from "../numbers/format.ts";
import type { Ref } from "../engine/ref.ts";
import type { Trace } from "../engine/trace.ts";
import { evaluate } from "./evaluate.ts";
import type { Expr } from "./expr.ts";
import { entry, type Value } from "./matrix.ts";
import { reads } from "./refs.ts";
import type { NumberSlot } from "./template.ts";

/** `gets` is the assignment of an update; `differs` says that it is not so. */
export type RelationKind = "equals" | "gets" | "differs";

/** What stands in place of a number that may not be shown ("?", "—"), or null to show it. */
export type Hidden = (ref: Ref) => string | null;

export const SHOW_ALL: Hidden = () => null;

/** Where numbers come from and how they are shown. */
export interface Reading {
  readonly trace: Trace;
  readonly format: NumberFormat;
  readonly hidden: Hidden;
}

export interface Filling {
  readonly text: string;
  /** Every digit of the double; null where the number is hidden, or is none (after an overflow). */
  readonly exact: string | null;
  /** The text stands for another number than the value. */
  readonly rounded: boolean;
}

/**
 * Fills slots; each expression is evaluated once, however many of a matrix's entries are shown.
 * A number worked out on the way is hidden as soon as one of the numbers it is made of is.
 */
export function createFiller({ trace, format, hidden }: Reading): (slot: NumberSlot) => Filling {
  const values = new Map<Expr, Value>();
  const masks = new Map<Expr, string | null>();

  const maskOf = (slot: NumberSlot): string | null => {
    if (slot.ref !== null) return hidden(slot.ref);
    let mask = masks.get(slot.expr);
    if (mask === undefined) {
      mask = null;
      for (const ref of reads(slot.expr, trace.layout)) {
        mask = hidden(ref);
        if (mask !== null) break;
      }
      masks.set(slot.expr, mask);
    }
    return mask;
  };
  const valueAt = ({ expr, cell }: NumberSlot): number => {
    let value = values.get(expr);
    if (value === undefined) {
      value = evaluate(expr, trace);
      values.set(expr, value);
    }
    if (typeof value === "number") return value;
    if (cell === null) throw new TypeError("a matrix has no place in a slot for a number");
    return entry(value, cell.row, cell.col);
  };

  return (slot) => {
    const mask = maskOf(slot);
    if (mask !== null) return { text: mask, exact: null, rounded: false };
    const value = valueAt(slot);
    const text = formatNumber(value, format);
    return {
      text: slot.parens && value < 0 ? `(${text})` : text,
      exact: Number.isFinite(value) ? formatExact(value) : null,
      rounded: isRounded(value, format),
    };
  };
}

/** `≈` where a shown number stands for another one. */
export function relationText(relation: RelationKind, fillings: readonly Filling[]): string {
  if (relation === "gets") return "←";
  if (relation === "differs") return "≠";
  return fillings.some((filling) => filling.rounded) ? "≈" : "=";
}
