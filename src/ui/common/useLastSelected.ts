import { useState } from "react";
import type { Ref } from "../../engine/ref.ts";
import type { Shape } from "../../engine/trace.ts";
import { refExists } from "../../session/exists.ts";
import { useBackstep } from "../context.ts";

/** What was selected last: its field closes, and selects nothing, when the focus leaves it. */
export function useLastSelected(shape: Pick<Shape, "layout" | "mask">): Ref | null {
  const selected = useBackstep((state) => state.selected);
  const [last, setLast] = useState(selected);
  if (selected !== null && selected !== last) setLast(selected);
  return last === null || !refExists(shape, last) ? null : last;
}
