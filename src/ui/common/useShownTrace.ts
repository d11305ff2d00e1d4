import { useMemo } from "react";
import type { Trace } from "../../engine/trace.ts";
import { withoutHidden } from "../../steps/shown.ts";
import { useBackstep } from "../context.ts";

/** The trace on the screen, with NaN for what may not be shown after an overflow; null before it. */
export function useShownTrace(): Trace | null {
  const trace = useBackstep((state) => state.trace);
  const by = useBackstep((state) => state.view.by);
  return useMemo(() => (trace === null ? null : withoutHidden(trace, by)), [trace, by]);
}
