import type { Lang } from "../../session/session.ts";

const LOCALES: Record<Lang, string> = { en: "en", zh: "zh-Hans" };

/** A time in ms since 1970 as day and minute, in the reader's time zone. */
export function momentText(time: number, lang: Lang): string {
  const style = { dateStyle: "medium", timeStyle: "short" } as const;
  return new Intl.DateTimeFormat(LOCALES[lang], style).format(time);
}
