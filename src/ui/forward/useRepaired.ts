import { useEffect, useState } from "react";
import type { RepairedDelta } from "../../engine/repairedDelta.ts";
import type { Trace } from "../../engine/trace.ts";
import { useServices } from "../services.ts";

export interface Repaired {
  /** What was found last, for the trace or one before it; null before the first. */
  readonly found: RepairedDelta | null;
  /** The trace it was found for. */
  readonly of: Trace;
  readonly failed: boolean;
}

/** The repaired recursion of a trace. The numbers before stay until the new ones are there. */
export function useRepaired(trace: Trace): Repaired {
  const { runTask } = useServices();
  const [state, setState] = useState<Repaired>({ found: null, of: trace, failed: false });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const find = async (): Promise<void> => {
      try {
        const found = await runTask("forwardDelta", { trace }, { signal });
        if (!signal.aborted) setState({ found, of: trace, failed: false });
      } catch {
        // Its own cancelling is no failure.
        if (!signal.aborted) setState({ found: null, of: trace, failed: true });
      }
    };
    void find();
    return () => controller.abort();
  }, [runTask, trace]);
  return state;
}
