import { parseNumber } from "../../numbers/parse.ts";

/** What a paste into a cell means. */
export type Pasted =
  /** A text for the field that has the focus, if any. */
  | { readonly kind: "text" }
  /** The cell's new number. */
  | { readonly kind: "number"; readonly value: number }
  /** Numbers for the whole table, or what was meant to be. */
  | { readonly kind: "table" };

/** What stands between numbers, in any notation that is read. */
const SEPARATOR = /[\s,;&|[({]/;

/** What a text is that is pasted into a cell, or into its field while a number is being typed. */
export function pastedInto(text: string, isTyping: boolean): Pasted {
  const clean = text.trim();
  if (clean === "") return { kind: "text" };
  const parsed = parseNumber(clean);
  if (isTyping) return { kind: parsed.ok || !SEPARATOR.test(clean) ? "text" : "table" };
  return parsed.ok ? { kind: "number", value: parsed.value } : { kind: "table" };
}
