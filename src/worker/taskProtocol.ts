/** What the page and the worker for tasks say to each other. */
import type { TaskInput, TaskKind } from "../engine/tasks.ts";

/** A task to perform; the id names it in all that follows. */
export type TaskRequest = {
  readonly [Kind in TaskKind]: {
    readonly id: number;
    readonly kind: Kind;
    readonly input: TaskInput<Kind>;
  };
}[TaskKind];

export interface TaskCancel {
  readonly id: number;
  readonly cancel: true;
}

export type TaskReply =
  | { readonly id: number; readonly fraction: number }
  | { readonly id: number; readonly result: unknown }
  | {
      readonly id: number;
      /** What the engine threw, for the developer's eyes: never shown to the user. */
      readonly error: string;
    };
