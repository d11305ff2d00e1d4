/** What a key of a link is: how it is read and written; and the readers that several keys share. */
import type { Network } from "../engine/network.ts";
import type { Lang, View } from "../session/session.ts";
import type { Draft } from "./draft.ts";
import { excerpt, type Report } from "./problem.ts";

/** What a link holds. */
export interface LinkState {
  readonly network: Network;
  readonly view: View;
}

export interface Field {
  readonly key: string;
  /** Takes what can be used of the text into the draft and reports the rest. */
  readonly read: (text: string, draft: Draft, report: Report) => void;
  /** The text, or null where it would say what its absence says. */
  readonly write: (state: LinkState, browserLang: Lang | null) => string | null;
}

/** The name a text gives, capitals or not; another one is reported. */
export function readName<Name extends string>(
  key: string,
  text: string,
  allowed: readonly Name[],
  report: Report,
): Name | null {
  const lower = text.trim().toLowerCase();
  const found = allowed.find((name) => name.toLowerCase() === lower);
  if (found === undefined) report({ code: "name", key, text: excerpt(text), allowed });
  return found ?? null;
}

/** A whole number within bounds into `accept`; anything else is reported. */
export function readInteger(
  key: string,
  text: string,
  [low, high]: readonly [number, number],
  report: Report,
  accept: (value: number) => void,
): void {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= low && value <= high) accept(value);
  else report({ code: "integer", key, text: excerpt(text), low, high });
}
