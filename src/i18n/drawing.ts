/** The sentences of drawing on the stage, apart from the others: they load with the page. */
import type { Lang } from "../session/session.ts";
import { drawing as en } from "./en/drawing.ts";
import { drawing as zh } from "./zh/drawing.ts";

/** A sentence missing in one language fails the type check. */
export type DrawingMessages = typeof en;

export function drawingMessages(lang: Lang): DrawingMessages {
  return lang === "zh" ? zh : en;
}
