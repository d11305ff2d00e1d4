/** The sentences of what is done on the stage and what came of it: they load when something is. */
import type { Lang } from "../session/session.ts";
import { deeds as en } from "./en/deeds.ts";
import { deeds as zh } from "./zh/deeds.ts";

/** A sentence missing in one language fails the type check. */
export type DeedMessages = typeof en;

export function deedMessages(lang: Lang): DeedMessages {
  return lang === "zh" ? zh : en;
}
