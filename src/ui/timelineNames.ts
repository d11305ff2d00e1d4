/** Where the names of the phases stand over the bar. Pure. */
import type { TimelineScale } from "./timelineScale.ts";

/**
 * Left end of each name, px; null for a name without room over its own phase. That of the current
 * phase always stands, and what it would lie on gives way to it.
 *
 * @param widths of the names, px
 * @param current index of the phase one is in, or −1
 * @param width of the bar, px; 0 before it is known
 */
export function namePlaces(
  spans: TimelineScale["spans"],
  widths: readonly number[],
  current: number,
  width: number,
): readonly (number | null)[] {
  if (width === 0) return spans.map(() => null);
  const fitting = spans.map((span, p) =>
    span.width * width > widths[p] ? span.left * width : null,
  );
  if (current < 0) return fitting;
  const from = Math.max(0, Math.min(spans[current].left * width, width - widths[current]));
  const to = from + widths[current];
  return fitting.map((left, p) => {
    if (p === current) return from;
    return left === null || (left < to && left + widths[p] > from) ? null : left;
  });
}
