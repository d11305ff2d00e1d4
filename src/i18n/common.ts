/** The sentences of what several tabs share, apart from the others: they load with the first of them. */
import type { Lang } from "../session/session.ts";
import { common as en } from "./en/common.ts";
import { common as zh } from "./zh/common.ts";

/** A sentence missing in one language fails the type check. */
export type CommonMessages = typeof en;

export function commonMessages(lang: Lang): CommonMessages {
  return lang === "zh" ? zh : en;
}
