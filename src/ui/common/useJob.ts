import { useEffect, useMemo, useRef, useState } from "react";
import type { TaskInput, TaskKind, TaskResult } from "../../engine/tasks.ts";
import { useServices } from "../services.ts";

/** A computation, as far as it has come. */
export type Job<Result> =
  | { readonly state: "done"; readonly result: Result }
  /** `fraction` is null until it has taken long enough to be spoken of. */
  | { readonly state: "running"; readonly fraction: number | null }
  | { readonly state: "cancelled" | "failed" };

export interface JobHandle<Result> {
  readonly job: Job<Result>;
  readonly cancel: () => void;
  readonly again: () => void;
}

interface Immediate<Kind extends TaskKind> {
  readonly light: boolean;
  /** The same as the task, for light inputs. */
  readonly compute: (input: TaskInput<Kind>) => TaskResult<Kind>;
}

/** What is known, and of what. */
interface Known<Result> {
  readonly of: object;
  readonly attempt: number;
  readonly job: Job<Result>;
}

const SPEAK_AFTER_MS = 500;

/**
 * Performs a task for an input, and again for the next one: here and now where the input is `light`,
 * so that nothing flickers while a number is dragged, else in the worker. `input` must be the same
 * object as long as it means the same; what was found for another one is not shown.
 */
export function useJob<Kind extends TaskKind>(
  kind: Kind,
  input: TaskInput<Kind>,
  { light, compute }: Immediate<Kind>,
): JobHandle<TaskResult<Kind>> {
  const { runTask } = useServices();
  const result = useMemo(() => (light ? compute(input) : null), [light, compute, input]);
  const [attempt, setAttempt] = useState(0);
  const [known, setKnown] = useState<Known<TaskResult<Kind>> | null>(null);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => {
    if (light) return;
    const current = new AbortController();
    const { signal } = current;
    controller.current = current;
    const tell = (job: Job<TaskResult<Kind>>): void => {
      if (!signal.aborted) setKnown({ of: input, attempt, job });
    };
    const began = performance.now();
    const onProgress = (fraction: number): void => {
      if (performance.now() - began > SPEAK_AFTER_MS) tell({ state: "running", fraction });
    };
    runTask(kind, input, { onProgress, signal }).then(
      (found) => tell({ state: "done", result: found }),
      () => tell({ state: "failed" }),
    );
    return () => current.abort();
  }, [runTask, kind, input, light, attempt]);
  const isCurrent = known !== null && known.of === input && known.attempt === attempt;
  const elsewhere: Job<TaskResult<Kind>> = isCurrent
    ? known.job
    : { state: "running", fraction: null };
  return {
    job: result === null ? elsewhere : { state: "done", result },
    cancel() {
      controller.current?.abort();
      setKnown({ of: input, attempt, job: { state: "cancelled" } });
    },
    again() {
      // Asked for by hand, it is spoken of at once.
      setKnown({ of: input, attempt: attempt + 1, job: { state: "running", fraction: 0 } });
      setAttempt(attempt + 1);
    },
  };
}
