/** The sentences of the view of ∂y/∂x, apart from the others: they load with it. */
import type { Lang } from "../session/session.ts";
import { jacobian as en } from "./en/jacobian.ts";
import { jacobian as zh } from "./zh/jacobian.ts";

/** A sentence missing in one language fails the type check. */
export type JacobianMessages = typeof en;

export function jacobianMessages(lang: Lang): JacobianMessages {
  return lang === "zh" ? zh : en;
}
