/**
 * How wide a text will be, without asking the page: layout stays pure, and no value that changes
 * costs a reflow. Widths are upper estimates in em.
 */
import { formatCut, formatPower, formatNumber, type NumberFormat } from "../numbers/format.ts";

export type Family = "sans" | "math";

/** Tabular figures of the sans (Inter, bold included) and of KaTeX_Main. */
const FIGURE: Record<Family, number> = { sans: 0.65, math: 0.5 };

/** Width of a text in em. */
export function textWidth(text: string, family: Family = "sans"): number {
  const figure = FIGURE[family];
  let width = 0;
  for (const char of text) {
    if (/[.,]/.test(char)) width += 0.29;
    else if (char === "−") width += family === "math" ? 0.78 : figure;
    else if (char > "\u2e80") width += 1;
    else if (char === " ") width += 0.28;
    else width += /[0-9]/.test(char) ? figure : 0.6;
  }
  return width;
}

/**
 * Width in em that is kept for a number of so many significant digits: a minus, a zero, the point
 * and the digits. The rare longer text (−0.0001235) is set smaller in the same room.
 */
export function numberRoom(digits: number, family: Family = "sans"): number {
  return textWidth(`−0.${"0".repeat(digits)}`, family);
}

export interface FittedNumber {
  readonly text: string;
  /** Font size in px. */
  readonly size: number;
}

export interface Room {
  /** Width in px the text may take. */
  readonly width: number;
  /** Font size in px where it fits, and the smallest that is still read. */
  readonly size: number;
  readonly smallest: number;
  readonly family: Family;
  /** The fewest digits of a number before it is left out, 1 also with a power of ten; else 2. */
  readonly fewest?: number;
}

/**
 * A number as it fits the room: in full, else in a smaller size, else with fewer digits; null
 * where even that does not fit.
 */
export function fitNumber(value: number, format: NumberFormat, room: Room): FittedNumber | null {
  for (let digits = format.digits; digits >= (room.fewest ?? 2); digits--) {
    const text =
      digits < format.digits ? formatCut(value, { digits }) : formatNumber(value, format);
    const size = fitSize(text, room);
    if (size !== null) return { text, size };
  }
  if (room.fewest !== 1) return null;
  const text = formatPower(value);
  const size = fitSize(text, room);
  return size === null ? null : { text, size };
}

/** The font size in px at which a text fits, in half pixels; null if it is below the smallest. */
export function fitSize(text: string, room: Room): number | null {
  const limit = room.width / textWidth(text, room.family);
  if (limit >= room.size) return room.size;
  const size = Math.floor(limit * 2) / 2;
  return size >= room.smallest ? size : null;
}
