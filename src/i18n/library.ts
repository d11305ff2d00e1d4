/** The sentences around the work as a whole, apart from those of the drawing: they load later. */
import type { Lang } from "../session/session.ts";
import { library as en } from "./en/library.ts";
import { library as zh } from "./zh/library.ts";

/** A sentence missing in one language fails the type check. */
export type LibraryMessages = typeof en;

export function libraryMessages(lang: Lang): LibraryMessages {
  return lang === "zh" ? zh : en;
}
