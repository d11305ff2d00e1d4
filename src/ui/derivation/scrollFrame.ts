import type { KeyboardEvent } from "react";
import { hasModifier } from "../common/hasModifier.ts";

/** How far one press scrolls, px. */
const SCROLL_STEP = 60;

/** Scrolls the focused formula by the arrows where it is wider than its frame: there they are its own. */
export function scrollFrame(event: KeyboardEvent): void {
  const direction = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const { target } = event;
  if (direction === undefined || hasModifier(event) || !(target instanceof Element)) return;
  if (!target.matches(".formula-frame, .texline") || target.scrollWidth <= target.clientWidth)
    return;
  event.preventDefault();
  event.stopPropagation();
  target.scrollBy({ left: direction * SCROLL_STEP });
}
