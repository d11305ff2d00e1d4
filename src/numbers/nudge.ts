/**
 * One notch of change for a number: a tenth of its leading digit's place (0.4 moves by 0.01, 5 by
 * 0.1), so that a weight can be dragged through zero in a hand's width; 0 itself moves by 0.01.
 */
export function notchOf(value: number): number {
  if (value === 0) return 0.01;
  const exponent = Math.floor(Math.log10(Math.abs(value))) - 1;
  return 10 ** Math.max(-300, Math.min(300, exponent));
}

/** `start` moved by a number of notches, on the notch's grid where it has been left. */
export function nudge(start: number, notches: number, notch: number): number {
  const whole = Math.round(notches);
  if (whole === 0) return start;
  const moved = start + whole * notch;
  // Twelve digits cut off the binary dust of the sum (0.30000000000000004), not the person's own.
  const value = Math.abs(moved) < notch / 2 ? 0 : Number(moved.toPrecision(12));
  return Number.isFinite(value) ? value : start;
}
