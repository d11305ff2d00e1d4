import { STEPS } from "../../engine/stepSize.ts";

/** Step n of STEPS in as few digits as tell it from the others, as a link holds it. */
export function shortStep(n: number): number {
  return Number(STEPS[n].toPrecision(2));
}
