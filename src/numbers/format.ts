/** The one formatter of the product. */

/** How numbers are shown: significant digits, 2 to 10. */
export interface NumberFormat {
  readonly digits: number;
}

export const DEFAULT_DIGITS = 4;
export const DIGITS_RANGE = [2, 10] as const;

/** True minus sign, U+2212. */
const MINUS = "−";

/**
 * A double in the given number of significant digits: fixed notation for 1e-4 ≤ |v| < 1e6,
 * otherwise `1.234e−7`. Trailing zeros beyond the number's own
 * decimals are not invented: 0.5 is "0.5", 0.59327 with 4 digits is "0.5933". True minus sign;
 * −0 is "0"; NaN and ±Infinity are "—" (the place that shows them names the cause).
 */
export function formatNumber(value: number, format: NumberFormat): string {
  if (!Number.isFinite(value)) return "—";
  if (value === 0) return "0";
  const magnitude = Math.abs(value);
  const rounded = Number(magnitude.toPrecision(format.digits));
  const text = isFixed(rounded)
    ? plain(rounded)
    : exponential(shortExponential(magnitude, format.digits));
  return value < 0 ? MINUS + text : text;
}

/**
 * A number in fewer digits than were asked for, where room is short. What is rounded away is seen by
 * the zeros that are kept: −0.3004 in two digits is "−0.30", where "−0.3" would be another number.
 */
export function formatCut(value: number, format: NumberFormat): string {
  if (!isRounded(value, format)) return formatNumber(value, format);
  const { digits } = format;
  const magnitude = Math.abs(value);
  const rounded = Number(magnitude.toPrecision(digits));
  // Zeros before the point stand there already.
  if (rounded >= 10 ** digits && isFixed(rounded)) return formatNumber(value, format);
  const text = isFixed(rounded)
    ? magnitude.toPrecision(digits)
    : exponential(magnitude.toExponential(digits - 1));
  return value < 0 ? MINUS + text : text;
}

/** One digit and its power of ten, the least room a small number takes: −0.00034 is "−3e−4". */
export function formatPower(value: number): string {
  const text = exponential(Math.abs(value).toExponential(0));
  return value < 0 ? MINUS + text : text;
}

/** Relative size of the dust that binary fractions leave in a sum or product of a few numbers. */
const DUST = 4 * Number.EPSILON;

/**
 * Whether the shown text stands for another number than the value itself. 0.2 · 0.1 is a hair more
 * than 0.02 in doubles; to a reader that is equality, so differences of that size do not count.
 */
export function isRounded(value: number, format: NumberFormat): boolean {
  if (!Number.isFinite(value)) return false;
  return Math.abs(Number(value.toPrecision(format.digits)) - value) > DUST * Math.abs(value);
}

/** The shortest text that reads back as the same double, with a true minus sign. */
export function formatExact(value: number): string {
  return formatShortest(value).replace(/-/g, MINUS);
}

/** The shortest text that reads back as the same double, in ASCII: what links and fields hold. */
export function formatShortest(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function isFixed(rounded: number): boolean {
  return rounded >= 1e-4 && rounded < 1e6;
}

function plain(value: number): string {
  // Below 1e21 and at or above 1e-6, String() of a double is never in exponential form.
  return String(value);
}

/** `1.8e+308`: as text, because rounding up can leave the range of doubles. */
function shortExponential(magnitude: number, digits: number): string {
  const rounded = Number(magnitude.toPrecision(digits));
  if (Number.isFinite(rounded)) return rounded.toExponential();
  return magnitude.toExponential(digits - 1).replace(/\.?0+e/, "e");
}

function exponential(text: string): string {
  return text.replace("e+", "e").replace("e-", `e${MINUS}`);
}
