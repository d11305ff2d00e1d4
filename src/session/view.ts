import { DEFAULT_DIGITS, DIGITS_RANGE } from "../numbers/format.ts";
import { CLAIM_IDS, PART_A_IDS, PART_B_IDS, QUESTION_2_IDS, SYMBOL_IDS } from "../homework/ids.ts";
import { START } from "../steps/address.ts";
import { DEFAULT_SELECTION } from "./selection.ts";
import type { Lang, Passage, View } from "./session.ts";

export const LANGS: readonly Lang[] = ["en", "zh"];
export const THEMES = ["paper", "slate"] as const;
/** What a link can name of the derivation. */
export const PASSAGES: readonly Passage[] = [
  ...SYMBOL_IDS,
  ...PART_A_IDS,
  ...PART_B_IDS,
  ...QUESTION_2_IDS,
  ...CLAIM_IDS,
  "unfold",
  "paths",
];

/** The view of a link that says nothing about it, for a browser of the given language. */
export function defaultView(lang: Lang): View {
  return {
    at: START,
    by: "neuron",
    tab: "step",
    eq: null,
    forward: "written",
    ...DEFAULT_SELECTION,
    lang,
    theme: null,
    digits: DEFAULT_DIGITS,
  };
}

/**
 * The first of the person's languages (`navigator.languages`, best first) that the product
 * speaks; English if it speaks none.
 */
export function preferredLang(languages: readonly string[]): Lang {
  for (const tag of languages) {
    const primary = tag.toLowerCase().split("-")[0];
    const lang = LANGS.find((known) => known === primary);
    if (lang !== undefined) return lang;
  }
  return "en";
}

/** The nearest number of significant digits that can be shown. */
export function clampDigits(digits: number): number {
  const [low, high] = DIGITS_RANGE;
  return Number.isNaN(digits) ? DEFAULT_DIGITS : Math.max(low, Math.min(high, Math.round(digits)));
}
