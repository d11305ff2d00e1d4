/** With so many digits every double has a text of its own. */
const ALL_DIGITS = 17;

/**
 * In how many significant digits numbers that differ are told apart: no fewer than `digits`, and no
 * more than it takes. What is not finite does not count.
 */
export function tellingDigits(values: readonly number[], digits: number): number {
  const finite = [...new Set(values.filter(Number.isFinite))];
  const isTold = (enough: number): boolean =>
    new Set(finite.map((value) => Number(value.toPrecision(enough)))).size === finite.length;
  let enough = digits;
  while (enough < ALL_DIGITS && !isTold(enough)) enough++;
  return enough;
}
