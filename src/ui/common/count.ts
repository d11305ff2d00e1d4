/** Counts of multiplications and paths, from a handful to more than there are atoms. */
import type { Lang } from "../../session/session.ts";
import { formatNumber } from "../../numbers/format.ts";

const EXACT = new Intl.NumberFormat("en-US");
const LOCALES: Readonly<Record<Lang, string>> = { en: "en", zh: "zh-Hans-CN" };
/** Below this the digits themselves are read at a glance. */
const LARGE = 1e5;
/** Beyond this the words for powers of ten run out. */
const BEYOND_WORDS = 1e15;

/** Every digit, in groups of three; where doubles have not all of them, four and the power of ten. */
export function formatCount(count: number | bigint): string {
  const near = Number(count);
  return Number.isSafeInteger(near) ? EXACT.format(near) : `≈ ${formatNumber(near, { digits: 4 })}`;
}

/** A large count in the words of the language, or null where its digits or its power say it. */
export function countInWords(count: number, lang: Lang): string | null {
  if (count < LARGE || count >= BEYOND_WORDS) return null;
  return new Intl.NumberFormat(LOCALES[lang], {
    notation: "compact",
    compactDisplay: "long",
    maximumSignificantDigits: 3,
  }).format(count);
}
