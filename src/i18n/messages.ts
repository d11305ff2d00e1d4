import type { Lang } from "../session/session.ts";
import { examples as enExamples } from "./en/examples.ts";
import { speech as enSpeech } from "./en/speech.ts";
import { steps as enSteps } from "./en/steps.ts";
import { structure as enStructure } from "./en/structure.ts";
import { ui as enUi } from "./en/ui.ts";
import { examples as zhExamples } from "./zh/examples.ts";
import { speech as zhSpeech } from "./zh/speech.ts";
import { steps as zhSteps } from "./zh/steps.ts";
import { structure as zhStructure } from "./zh/structure.ts";
import { ui as zhUi } from "./zh/ui.ts";

const en = {
  ui: enUi,
  steps: enSteps,
  speech: enSpeech,
  examples: enExamples,
  structure: enStructure,
};

/** Every sentence of the product; a sentence missing in one language fails the type check. */
export type Messages = typeof en;

const zh: Messages = {
  ui: zhUi,
  steps: zhSteps,
  speech: zhSpeech,
  examples: zhExamples,
  structure: zhStructure,
};

export function messagesFor(lang: Lang): Messages {
  return lang === "zh" ? zh : en;
}
