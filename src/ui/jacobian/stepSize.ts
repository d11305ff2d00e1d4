/** The step h of central differences, as the views offer it and as a link holds it. */
import { STEPS } from "../../engine/differences.ts";

/** Index of the step nearest to h by ratio. `steps` are above 0. */
export function nearestStep(h: number, steps: ArrayLike<number> = STEPS): number {
  // A difference of logarithms: the ratio itself may leave the range of doubles.
  const distance = (n: number): number => Math.abs(Math.log(h) - Math.log(steps[n]));
  let nearest = 0;
  for (let n = 1; n < steps.length; n++) if (distance(n) < distance(nearest)) nearest = n;
  return nearest;
}

/** Step n of STEPS in as few digits as tell it from the others. */
export function shortStep(n: number): number {
  return Number(STEPS[n].toPrecision(2));
}
