/** The steps h of central differences. */

/** h from 1e-1 down to 1e-15, four to a decade. */
export const STEPS: Float64Array = Float64Array.from({ length: 57 }, (_, k) =>
  // Whole powers of ten as they are written, so that 1e-5 is the double 1e-5.
  k % 4 === 0 ? Number(`1e-${1 + k / 4}`) : 10 ** (-1 - k / 4),
);

/** Index of the step nearest to h by ratio. `steps` are above 0. */
export function nearestStep(h: number, steps: ArrayLike<number> = STEPS): number {
  // A difference of logarithms: the ratio itself may leave the range of doubles.
  const distance = (n: number): number => Math.abs(Math.log(h) - Math.log(steps[n]));
  let nearest = 0;
  for (let n = 1; n < steps.length; n++) if (distance(n) < distance(nearest)) nearest = n;
  return nearest;
}
