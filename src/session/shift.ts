/** The pass of a moved input that the view plays. */
import type { Shift } from "../engine/shift.ts";
import { nearestStep, STEPS } from "../engine/stepSize.ts";
import type { Layout } from "../engine/layout.ts";
import type { View } from "./session.ts";

/** What the view's pass adds to x; null where the network's own passes are played. */
export function shiftOf(
  { tab, jacobian, run, entry, h }: Pick<View, "tab" | "jacobian" | "run" | "entry" | "h">,
  { sizes, L }: Pick<Layout, "sizes" | "L">,
): Shift | null {
  if (tab !== "jacobian" || jacobian !== "difference" || run === "none" || L < 2) return null;
  const size = STEPS[nearestStep(h)];
  return { j: Math.min(entry.j, sizes[0]), h: run === "plus" ? size : -size };
}
