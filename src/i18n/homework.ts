/** The sentences of the derivation view, apart from the others: they load with it. */
import type { Lang } from "../session/session.ts";
import { errata as enErrata } from "./en/errata.ts";
import { homework as enHomework } from "./en/homework.ts";
import { errata as zhErrata } from "./zh/errata.ts";
import { homework as zhHomework } from "./zh/homework.ts";

const en = { ...enHomework, errata: enErrata };

/** A sentence missing in one language fails the type check. */
export type HomeworkMessages = typeof en;

const zh: HomeworkMessages = { ...zhHomework, errata: zhErrata };

export function homeworkMessages(lang: Lang): HomeworkMessages {
  return lang === "zh" ? zh : en;
}
