import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import { TASKS, type TaskInput, type TaskKind } from "../../src/engine/tasks.ts";
import type { TaskCancel, TaskReply, TaskRequest } from "../../src/worker/taskProtocol.ts";
import { finish } from "../../src/engine/finish.ts";
import { networkWith } from "./network.ts";

/** The worker's global scope, in so far as the shell uses it. */
const scope = Object.assign(new EventTarget(), {
  postMessage: vi.fn<(reply: TaskReply) => void>(),
});
const trace = computeTrace(networkWith(2), 1);

function send(message: TaskRequest | TaskCancel): void {
  scope.dispatchEvent(new MessageEvent("message", { data: message }));
}

function repliesTo(id: number): TaskReply[] {
  return scope.postMessage.mock.calls.map(([reply]) => reply).filter((reply) => reply.id === id);
}

/** The last word on a task: its result or its error. */
function endOf(id: number): Promise<TaskReply> {
  return vi.waitFor(() => {
    const end = repliesTo(id).find((reply) => !("fraction" in reply));
    if (end === undefined) throw new Error("not yet");
    return end;
  });
}

beforeAll(async () => {
  vi.stubGlobal("self", scope);
  await import("../../src/worker/tasks.worker.ts");
});

beforeEach(() => scope.postMessage.mockClear());

const inputs: { readonly [Kind in TaskKind]: TaskInput<Kind> } = {
  check: { trace, h: 1e-5 },
  differences: { trace },
  forwardDelta: { trace },
  jacobian: { trace },
  paths: { trace, start: { q: "x", i: 1 }, end: { q: "E" } },
};

test.each(Object.keys(TASKS) as TaskKind[])(
  "%s is answered with what the engine makes of it",
  async (kind) => {
    const task = { id: 1, kind, input: inputs[kind] } as TaskRequest;
    send(task);
    const result: unknown = finish(
      (TASKS[kind] as (input: unknown) => Generator<number>)(task.input),
    );
    const reply = await endOf(1);
    expect(reply).toEqual({ id: 1, result });
    expect(structuredClone(reply)).toEqual(reply);
  },
);

test("what a task throws is a reply, not the worker's end", async () => {
  send({ id: 2, kind: "differences", input: { trace: { ...trace, layout: null as never } } });
  expect(await endOf(2)).toEqual({ id: 2, error: expect.stringContaining("TypeError") as string });
  send({ id: 3, kind: "differences", input: { trace } });
  expect(await endOf(3)).toHaveProperty("result");
});

/** Makes every step of a task take longer than a slice, by a clock that leaps. */
function slowly(): void {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => (now += 1000));
}

afterEach(() => vi.restoreAllMocks());

describe("a long task", () => {
  test("tells how far it is, and lets others in between", async () => {
    slowly();
    send({ id: 4, kind: "differences", input: { trace } });
    send({ id: 5, kind: "jacobian", input: { trace } });
    await endOf(5);
    expect(repliesTo(4).some((reply) => "result" in reply)).toBe(false);
    await endOf(4);
    const fractions = repliesTo(4).flatMap((reply) =>
      "fraction" in reply ? [reply.fraction] : [],
    );
    expect(fractions.length).toBeGreaterThan(10);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  });

  test("stops when it is cancelled, and says nothing more", async () => {
    slowly();
    send({ id: 6, kind: "differences", input: { trace } });
    send({ id: 7, kind: "differences", input: { trace } });
    send({ id: 6, cancel: true });
    await endOf(7);
    expect(repliesTo(6).length).toBeLessThanOrEqual(1);
  });
});
