/**
 * The page's side of the worker for tasks: a second worker, so that no trace ever waits for a
 * task. It is started by the first task, and after a death by the next one.
 */
import {
  TaskError,
  type RunTask,
  type TaskErrorCode,
  type TaskOptions,
} from "../engine/runTask.ts";
import type { TaskKind } from "../engine/tasks.ts";
import type { TaskCancel, TaskReply, TaskRequest } from "./taskProtocol.ts";

export interface TaskClientOptions {
  /** Starts a worker. May throw; that counts as a death. */
  readonly spawn: () => Worker;
  /**
   * How long a worker with tasks may be silent, in ms; it speaks after every slice. A terminated
   * worker fires no event, so that silence is all there is to notice.
   */
  readonly silentForMs?: number;
}

export interface TaskClient {
  readonly run: RunTask;
  /** Ends the worker; what is under way is cancelled. */
  dispose(): void;
}

interface Pending {
  readonly onProgress: ((fraction: number) => void) | undefined;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: TaskError) => void;
}

const SILENT_FOR_MS = 15_000;

export function createTaskClient({
  spawn,
  silentForMs = SILENT_FOR_MS,
}: TaskClientOptions): TaskClient {
  const pending = new Map<number, Pending>();
  let worker: Worker | null = null;
  /** Ends with the worker, and its listeners with it. */
  let life = new AbortController();
  let lastId = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function start(): Worker {
    const started = spawn();
    worker = started;
    life = new AbortController();
    const { signal } = life;
    started.addEventListener("message", ({ data }) => receive(data as TaskReply), { signal });
    started.addEventListener("error", giveUp, { signal });
    started.addEventListener("messageerror", giveUp, { signal });
    return started;
  }

  function receive(reply: TaskReply): void {
    const task = pending.get(reply.id);
    if ("fraction" in reply) {
      task?.onProgress?.(reply.fraction);
    } else {
      pending.delete(reply.id);
      if ("error" in reply) task?.reject(new TaskError("failed", reply.error));
      else task?.resolve(reply.result);
    }
    listen();
  }

  /** Waits anew for a sign of life, as long as there is something to wait for. */
  function listen(): void {
    clearTimeout(timer);
    if (pending.size > 0) timer = setTimeout(giveUp, silentForMs);
  }

  function giveUp(): void {
    end("crashed");
  }

  /** Ends the worker and all that it had to do; the next task starts another. */
  function end(code: TaskErrorCode): void {
    clearTimeout(timer);
    life.abort();
    worker?.terminate();
    worker = null;
    const tasks = [...pending.values()];
    pending.clear();
    for (const { reject } of tasks) reject(new TaskError(code));
  }

  function send(message: TaskRequest | TaskCancel): void {
    let receiver: Worker;
    try {
      receiver = worker ?? start();
    } catch (error) {
      throw new TaskError("crashed", String(error));
    }
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
      receiver.postMessage(message);
    } catch (error) {
      throw new TaskError("failed", String(error));
    }
  }

  function run(
    kind: TaskKind,
    input: TaskRequest["input"],
    { onProgress, signal }: TaskOptions = {},
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) throw new TaskError("cancelled");
      lastId += 1;
      const id = lastId;
      send({ id, kind, input } as TaskRequest);
      pending.set(id, { onProgress, resolve, reject });
      listen();
      signal?.addEventListener("abort", () => cancel(id), { once: true });
    });
  }

  function cancel(id: number): void {
    const task = pending.get(id);
    if (task === undefined) return;
    pending.delete(id);
    send({ id, cancel: true });
    task.reject(new TaskError("cancelled"));
    listen();
  }

  return { run: run as RunTask, dispose: () => end("cancelled") };
}
