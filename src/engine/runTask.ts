/** How a task is asked for, whoever performs it. */
import type { TaskInput, TaskKind, TaskResult } from "./tasks.ts";

/** Performs a task elsewhere; the promise is rejected with nothing but a TaskError. */
export type RunTask = <Kind extends TaskKind>(
  kind: Kind,
  input: TaskInput<Kind>,
  options?: TaskOptions,
) => Promise<TaskResult<Kind>>;

export interface TaskOptions {
  /** Told the fraction done, 0 … 1, again and again while the task takes its time. */
  readonly onProgress?: (fraction: number) => void;
  /** Cancels the task; its promise is then rejected. */
  readonly signal?: AbortSignal;
}

/**
 * Why a task came to nothing: `cancelled`; `failed`, it threw or could not be sent; `crashed`, its
 * worker died, could not be started or fell silent.
 */
export type TaskErrorCode = "cancelled" | "failed" | "crashed";

export class TaskError extends Error {
  override readonly name = "TaskError";
  readonly code: TaskErrorCode;

  /** The message is for the developer's eyes: never shown to the user. */
  constructor(code: TaskErrorCode, message: string = code) {
    super(message);
    this.code = code;
  }
}
