/** The steps h there are to choose from. */
export const STEP_SIZES: readonly number[] = Array.from({ length: 12 }, (_, k) =>
  // As they are written, so that 1e-5 is the double 1e-5.
  Number(`1e-${k + 1}`),
);
