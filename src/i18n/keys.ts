/** The keyboard map, in a file of its own: it is fetched when it is asked for. */
import type { Lang } from "../session/session.ts";
import { keys as en } from "./en/keys.ts";
import { keys as zh } from "./zh/keys.ts";

/** A sentence missing in one language fails the type check. */
export type KeysMessages = typeof en;

export function keysMessages(lang: Lang): KeysMessages {
  return lang === "zh" ? zh : en;
}
