/** The shell around the engine's tasks: several may be under way, taking turns. */
import { TASKS, type TaskInput, type TaskKind, type TaskResult } from "../engine/tasks.ts";
import { runInSlices } from "./slices.ts";
import type { TaskCancel, TaskReply, TaskRequest } from "./taskProtocol.ts";

const underWay = new Set<number>();

self.addEventListener("message", ({ data }: MessageEvent<TaskRequest | TaskCancel>) => {
  if ("cancel" in data) underWay.delete(data.id);
  else void perform(data.id, data.kind, data.input);
});

async function perform<Kind extends TaskKind>(
  id: number,
  kind: Kind,
  input: TaskInput<Kind>,
): Promise<void> {
  underWay.add(id);
  try {
    const done = await runInSlices<TaskResult<Kind>>(TASKS[kind](input), {
      cancelled: () => !underWay.has(id),
      onProgress: (fraction) => reply({ id, fraction }),
    });
    if (done !== null) reply({ id, result: done.result });
  } catch (error) {
    reply({ id, error: String(error) });
  }
  underWay.delete(id);
}

function reply(message: TaskReply): void {
  self.postMessage(message, { transfer: [] });
}
