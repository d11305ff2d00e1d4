/** Computations that take their time, and numbers that are none. */
export const common = {
  noNumber: "no number",
  computing: (percent: number) => `Computing: ${percent} %`,
  cancel: "Cancel",
  cancelled: "Cancelled.",
  failed: "The computation came to nothing.",
  again: "Compute",
};
