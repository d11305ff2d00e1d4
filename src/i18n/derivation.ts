/** The sentences around the sheet in its tab; they load with it. */
import type { Lang } from "../session/session.ts";
import { derivation as en } from "./en/derivation.ts";
import { derivation as zh } from "./zh/derivation.ts";

/** A sentence missing in one language fails the type check. */
export type DerivationMessages = typeof en;

export function derivationMessages(lang: Lang): DerivationMessages {
  return lang === "zh" ? zh : en;
}
