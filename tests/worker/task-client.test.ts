import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import { TaskError } from "../../src/engine/runTask.ts";
import { createTaskClient, type TaskClient } from "../../src/worker/taskClient.ts";
import type { TaskCancel, TaskReply, TaskRequest } from "../../src/worker/taskProtocol.ts";
import { networkWith } from "./network.ts";

/** A worker that says what the test tells it to. */
class FakeTaskWorker extends EventTarget {
  readonly received: (TaskRequest | TaskCancel)[] = [];
  terminated = false;

  postMessage(message: TaskRequest | TaskCancel): void {
    this.received.push(structuredClone(message));
  }

  terminate(): void {
    this.terminated = true;
  }

  say(reply: TaskReply): void {
    this.dispatchEvent(new MessageEvent("message", { data: reply }));
  }
}

const trace = computeTrace(networkWith(3), 1);
let workers: FakeTaskWorker[];
let client: TaskClient;

const current = (): FakeTaskWorker => workers.at(-1)!;

function spawn(): Worker {
  const worker = new FakeTaskWorker();
  workers.push(worker);
  return worker as unknown as Worker;
}

/** What a promise is rejected with, as a code. */
async function codeOf(task: Promise<unknown>): Promise<string> {
  const error = await task.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof TaskError ? error.code : `not a TaskError: ${String(error)}`;
}

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  client = createTaskClient({ spawn, silentForMs: 1000 });
});

afterEach(() => {
  client.dispose();
  vi.useRealTimers();
});

describe("asking", () => {
  test("the first task starts the worker, the next ones use it", () => {
    expect(workers).toHaveLength(0);
    void client.run("differences", { trace }).catch(() => {});
    void client.run("check", { trace, h: 1e-5 }).catch(() => {});
    expect(workers).toHaveLength(1);
    expect(current().received).toEqual([
      { id: 1, kind: "differences", input: { trace } },
      { id: 2, kind: "check", input: { trace, h: 1e-5 } },
    ]);
  });

  test("every task gets its own progress and its own result, in any order", async () => {
    const told: string[] = [];
    const ask = (name: string): Promise<unknown> =>
      client.run("differences", { trace }, { onProgress: (f) => told.push(`${name} ${f}`) });
    const first = ask("first");
    const second = ask("second");
    current().say({ id: 2, fraction: 0.5 });
    current().say({ id: 1, fraction: 0.25 });
    current().say({ id: 2, result: "two" });
    current().say({ id: 1, result: "one" });
    expect(await Promise.all([first, second])).toEqual(["one", "two"]);
    expect(told).toEqual(["second 0.5", "first 0.25"]);
  });
});

describe("cancelling", () => {
  test("is told to the worker, and what it still says is not heard", async () => {
    const controller = new AbortController();
    const told: number[] = [];
    const task = client.run(
      "differences",
      { trace },
      { signal: controller.signal, onProgress: (f) => told.push(f) },
    );
    controller.abort();
    expect(await codeOf(task)).toBe("cancelled");
    expect(current().received.at(-1)).toEqual({ id: 1, cancel: true });
    current().say({ id: 1, fraction: 0.5 });
    current().say({ id: 1, result: "late" });
    expect(told).toEqual([]);
  });

  test("before the start, nothing is asked at all", async () => {
    const task = client.run("differences", { trace }, { signal: AbortSignal.abort() });
    expect(await codeOf(task)).toBe("cancelled");
    expect(workers).toHaveLength(0);
  });

  test("after the end is nothing", async () => {
    const controller = new AbortController();
    const task = client.run("differences", { trace }, { signal: controller.signal });
    current().say({ id: 1, result: "done" });
    controller.abort();
    expect(await task).toBe("done");
    expect(current().received).toHaveLength(1);
  });

  test("leaves the other tasks alone", async () => {
    const controller = new AbortController();
    const one = client.run("differences", { trace }, { signal: controller.signal });
    const other = client.run("differences", { trace });
    controller.abort();
    current().say({ id: 2, result: "other" });
    expect([await codeOf(one), await other]).toEqual(["cancelled", "other"]);
  });
});

describe("failures", () => {
  test("what the engine throws is a failed task, and the worker goes on", async () => {
    const task = client.run("differences", { trace });
    current().say({ id: 1, error: "RangeError: no" });
    expect(await codeOf(task)).toBe("failed");
    expect(current().terminated).toBe(false);
  });

  test("what cannot be sent is a failed task", async () => {
    const broken = { ...trace, activations: [() => 1] as never };
    expect(await codeOf(client.run("differences", { trace: broken }))).toBe("failed");
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each([
    ["an error event", () => current().dispatchEvent(new Event("error"))],
    ["an answer that cannot be read", () => current().dispatchEvent(new Event("messageerror"))],
    ["silence", () => vi.advanceTimersByTime(1000)],
  ])("%s crashes all tasks, and the next one starts another worker", async (_, fail) => {
    const tasks = [client.run("differences", { trace }), client.run("differences", { trace })];
    fail();
    expect(await Promise.all(tasks.map(codeOf))).toEqual(["crashed", "crashed"]);
    expect(workers[0].terminated).toBe(true);
    const next = client.run("differences", { trace });
    expect(workers).toHaveLength(2);
    workers[0].say({ id: 3, result: "from the dead" });
    current().say({ id: 3, result: "alive" });
    expect(await next).toBe("alive");
  });

  test("a worker that cannot be started is a crash, and tried again", async () => {
    let refused = true;
    client = createTaskClient({
      spawn: () => {
        if (refused) throw new Error("refused");
        return spawn();
      },
    });
    expect(await codeOf(client.run("differences", { trace }))).toBe("crashed");
    refused = false;
    const next = client.run("differences", { trace });
    current().say({ id: current().received[0].id, result: "alive" });
    expect(await next).toBe("alive");
  });
});

describe("silence", () => {
  test("every sign of life gives the whole time again", async () => {
    const task = client.run("differences", { trace });
    for (let n = 1; n <= 5; n++) {
      vi.advanceTimersByTime(900);
      current().say({ id: 1, fraction: n / 10 });
    }
    current().say({ id: 1, result: "done" });
    expect(await task).toBe("done");
  });

  test("is allowed to an idle worker", async () => {
    const task = client.run("differences", { trace });
    current().say({ id: 1, result: "done" });
    await task;
    expect(vi.getTimerCount()).toBe(0);
    expect(current().terminated).toBe(false);
  });
});

test("dispose cancels what is under way and ends the worker", async () => {
  const task = client.run("differences", { trace });
  client.dispose();
  expect(await codeOf(task)).toBe("cancelled");
  expect(current().terminated).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
