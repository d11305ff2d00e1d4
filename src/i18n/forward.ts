/** The sentences of the tab about part (b), apart from the others: they load with it. */
import type { Lang } from "../session/session.ts";
import { forward as en } from "./en/forward.ts";
import { forward as zh } from "./zh/forward.ts";

/** A sentence missing in one language fails the type check. */
export type ForwardMessages = typeof en;

export function forwardMessages(lang: Lang): ForwardMessages {
  return lang === "zh" ? zh : en;
}
