import type { KeyboardEvent } from "react";

/** How far one press scrolls, px. */
const SCROLL_STEP = 60;

/** Scrolls the focused formula by the arrows where it is wider than its frame: there they are its own. */
export function scrollFrame(event: KeyboardEvent): void {
  const direction = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const { target } = event;
  if (direction === undefined || !(target instanceof Element)) return;
  if (event.shiftKey || event.metaKey || event.ctrlKey || event.altKey) return;
  if (!target.matches(".formula-frame, .texline") || target.scrollWidth <= target.clientWidth)
    return;
  event.preventDefault();
  event.stopPropagation();
  target.scrollBy({ left: direction * SCROLL_STEP });
}
