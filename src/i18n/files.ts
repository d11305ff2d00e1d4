/** The sentences about files that cannot be read: they load with the reading of files. */
import type { Lang } from "../session/session.ts";
import { files as en } from "./en/files.ts";
import { files as zh } from "./zh/files.ts";

export function fileMessages(lang: Lang): typeof en {
  return lang === "zh" ? zh : en;
}
