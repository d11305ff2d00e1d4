/** The sentences of the tables of numbers, apart from the others: they load with them. */
import type { Lang } from "../session/session.ts";
import { numbers as enNumbers } from "./en/numbers.ts";
import { paste as enPaste } from "./en/paste.ts";
import { numbers as zhNumbers } from "./zh/numbers.ts";
import { paste as zhPaste } from "./zh/paste.ts";

const en = { ...enNumbers, paste: enPaste };

/** A sentence missing in one language fails the type check. */
export type NumbersMessages = typeof en;

const zh: NumbersMessages = { ...zhNumbers, paste: zhPaste };

export function numbersMessages(lang: Lang): NumbersMessages {
  return lang === "zh" ? zh : en;
}
