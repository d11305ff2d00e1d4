/** The sentences about saved networks and files: they load with the dialog, or with the saving. */
import type { Lang } from "../session/session.ts";
import { networks as en } from "./en/networks.ts";
import { networks as zh } from "./zh/networks.ts";

export function networksMessages(lang: Lang): typeof en {
  return lang === "zh" ? zh : en;
}
