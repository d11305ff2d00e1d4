/** Why a network was not changed, in a file of its own: it is fetched when there is a reason to tell. */
import type { Refusal } from "../session/refusal.ts";
import type { Lang } from "../session/session.ts";
import { refusal as en } from "./en/refusals.ts";
import { refusal as zh } from "./zh/refusals.ts";

export function refusalSentence(refusal: Refusal, lang: Lang): string {
  return lang === "zh" ? zh(refusal) : en(refusal);
}
