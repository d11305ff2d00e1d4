/** The sentences of the check and of what it costs, apart from the others: they load with them. */
import type { Lang } from "../session/session.ts";
import { check as en } from "./en/check.ts";
import { check as zh } from "./zh/check.ts";

/** A sentence missing in one language fails the type check. */
export type CheckMessages = typeof en;

export function checkMessages(lang: Lang): CheckMessages {
  return lang === "zh" ? zh : en;
}
