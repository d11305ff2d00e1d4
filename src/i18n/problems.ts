/** Why a part of a link could not be used: loaded when there is one. */
import type { Lang } from "../session/session.ts";
import { problems as en } from "./en/problems.ts";
import { problems as zh } from "./zh/problems.ts";

/** A sentence missing in one language fails the type check. */
export type ProblemsMessages = typeof en;

export function problemsMessages(lang: Lang): ProblemsMessages {
  return lang === "zh" ? zh : en;
}
