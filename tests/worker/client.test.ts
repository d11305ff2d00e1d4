import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Trace } from "../../src/engine/trace.ts";
import { createEngineClient, type EngineClient } from "../../src/worker/client.ts";
import { FakeWorker } from "./fake-worker.ts";
import { networkWith } from "./network.ts";

let workers: FakeWorker[];
let traces: Trace[];
let troubles: string[];
let client: EngineClient;

const current = (): FakeWorker => workers.at(-1)!;
const die = (): void => current().fail("error");
const revs = (): number[] => traces.map((trace) => trace.rev);

function spawn(): Worker {
  const worker = new FakeWorker();
  workers.push(worker);
  return worker as unknown as Worker;
}

function create(spawnWorker: () => Worker = spawn): EngineClient {
  return createEngineClient({
    spawn: spawnWorker,
    onTrace: (trace) => traces.push(trace),
    onTrouble: (kind) => troubles.push(kind),
    replyWithinMs: 1000,
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  traces = [];
  troubles = [];
  client = create();
});

afterEach(() => {
  client.dispose();
  vi.useRealTimers();
});

describe("asking", () => {
  test("the worker is started before the first request", () => {
    expect(workers).toHaveLength(1);
    expect(current().received).toEqual([]);
  });

  test("a request is answered by its trace", () => {
    client.request(networkWith(3), 1);
    current().answer();
    expect(revs()).toEqual([1]);
    expect(traces[0].w).toEqual(Float64Array.of(3));
    expect(traces[0].E).toBe(4.5);
    expect(troubles).toEqual([]);
  });

  test("one request is on its way; of those that wait the newest wins", () => {
    for (const rev of [1, 2, 3, 4]) client.request(networkWith(rev), rev);
    expect(current().received.map(({ rev }) => rev)).toEqual([1]);
    current().answer();
    expect(current().received.map(({ rev }) => rev)).toEqual([1, 4]);
    current().answer();
    expect(revs()).toEqual([1, 4]);
    expect(current().received).toHaveLength(2);
  });

  test("the next request is on its way before the page is busy with the answer to this one", () => {
    let ahead: number | undefined;
    client.dispose();
    client = createEngineClient({ spawn, onTrace: () => (ahead ??= current().lastRev) });
    client.request(networkWith(1), 1);
    client.request(networkWith(2), 2);
    current().answer();
    expect(ahead).toBe(2);
  });

  test("a trace keeps the very layout, activations and mask it was asked with", () => {
    const network = { ...networkWith(1), mask: Uint8Array.of(1) };
    client.request(network, 1);
    current().answer();
    expect(traces[0].layout).toBe(network.layout);
    expect(traces[0].activations).toBe(network.activations);
    expect(traces[0].mask).toBe(network.mask);
  });

  test("the network stays with the page", () => {
    const network = networkWith(1);
    client.request(network, 1);
    expect(network.w).toHaveLength(1);
  });
});

describe("stale replies", () => {
  test("a reply to anything but the request on its way is dropped", () => {
    client.request(networkWith(1), 1);
    const [first] = current().received;
    current().answer();
    client.request(networkWith(2), 2);
    current().answer(first);
    expect(revs()).toEqual([1]);
    current().answer();
    expect(revs()).toEqual([1, 2]);
  });

  test("a revision is never followed by an older or the same one", () => {
    for (const rev of [2, 1, 2, 3]) {
      client.request(networkWith(rev), rev);
      current().answer();
    }
    expect(revs()).toEqual([2, 3]);
  });

  test("a worker that was given up is no longer listened to", () => {
    client.request(networkWith(1), 1);
    const dead = current();
    vi.advanceTimersByTime(1000);
    dead.answer();
    expect(traces).toEqual([]);
  });
});

describe("a worker that fails is replaced and asked for what is newest by then", () => {
  const failures: [string, () => void][] = [
    ["an error event", die],
    ["an answer that cannot be read", () => current().fail("messageerror")],
    ["an engine that throws", () => current().send({ rev: 1, error: "RangeError" })],
    ["silence", () => vi.advanceTimersByTime(1000)],
  ];

  test.each(failures)("%s", (_, fail) => {
    client.request(networkWith(1), 1);
    fail();
    expect(workers).toHaveLength(2);
    expect(workers[0].terminated).toBe(true);
    expect(troubles).toEqual(["restarted"]);
    expect(current().lastRev).toBe(1);
    current().answer();
    expect(revs()).toEqual([1]);
  });

  test.each(failures)("%s, with a newer network waiting", (_, fail) => {
    client.request(networkWith(1), 1);
    client.request(networkWith(2), 2);
    fail();
    expect(current().received.map(({ rev }) => rev)).toEqual([2]);
    current().answer();
    expect(revs()).toEqual([2]);
  });

  test("one that fails while idle is replaced too, and asked nothing", () => {
    die();
    expect(workers).toHaveLength(2);
    expect(current().received).toEqual([]);
    client.request(networkWith(1), 1);
    current().answer();
    expect(revs()).toEqual([1]);
  });

  test("an idle worker may be silent for as long as it likes", () => {
    client.request(networkWith(1), 1);
    current().answer();
    vi.advanceTimersByTime(3_600_000);
    expect(workers).toHaveLength(1);
  });

  test("each request has the whole time for its reply", () => {
    client.request(networkWith(1), 1);
    vi.advanceTimersByTime(900);
    client.request(networkWith(2), 2);
    current().answer();
    vi.advanceTimersByTime(900);
    expect(workers).toHaveLength(1);
    vi.advanceTimersByTime(100);
    expect(workers).toHaveLength(2);
  });
});

describe("deaths in a row", () => {
  test("the first replacement comes at once, the next ones after growing pauses, for ever", () => {
    client.request(networkWith(1), 1);
    die();
    expect(workers).toHaveLength(2);
    for (const pause of [250, 500, 1000, 2000, 4000, 4000, 4000]) {
      const before = workers.length;
      die();
      vi.advanceTimersByTime(pause - 1);
      expect(workers).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(workers).toHaveLength(before + 1);
      expect(current().lastRev).toBe(1);
    }
    current().answer();
    expect(revs()).toEqual([1]);
  });

  test("a request made in a pause is asked after it, the newest only", () => {
    die();
    die();
    client.request(networkWith(1), 1);
    client.request(networkWith(2), 2);
    vi.advanceTimersByTime(250);
    expect(current().received.map(({ rev }) => rev)).toEqual([2]);
  });

  test("a reply ends the row", () => {
    client.request(networkWith(1), 1);
    die();
    current().answer();
    client.request(networkWith(2), 2);
    die();
    expect(workers).toHaveLength(3);
    expect(current().lastRev).toBe(2);
  });

  test("patience doubles, for a script that is slow to load", () => {
    client.request(networkWith(1), 1);
    vi.advanceTimersByTime(1000);
    expect(workers).toHaveLength(2);
    vi.advanceTimersByTime(1999);
    expect(workers[1].terminated).toBe(false);
    vi.advanceTimersByTime(1);
    expect(workers[1].terminated).toBe(true);
  });
});

describe("nothing is thrown at the page", () => {
  test("when no worker can be started", () => {
    let refused = 0;
    client.dispose();
    client = create(() => {
      if (++refused < 4) throw new Error("refused");
      return spawn();
    });
    client.request(networkWith(1), 1);
    vi.advanceTimersByTime(250 + 500);
    current().answer();
    expect(revs()).toEqual([1]);
  });

  test("when a network cannot be copied", () => {
    const broken = { ...networkWith(1), activations: [() => 1] as never };
    expect(() => client.request(broken, 1)).not.toThrow();
    client.request(networkWith(2), 2);
    vi.advanceTimersByTime(250);
    current().answer();
    expect(revs()).toEqual([2]);
  });
});

describe("dispose", () => {
  test("ends the worker and every timer, and delivers nothing more", () => {
    client.request(networkWith(1), 1);
    client.request(networkWith(2), 2);
    const [request] = current().received;
    client.dispose();
    expect(current().terminated).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
    current().answer(request);
    expect(traces).toEqual([]);
  });

  test("holds in a pause between two workers, and for requests that come later", () => {
    die();
    die();
    client.dispose();
    client.request(networkWith(1), 1);
    vi.advanceTimersByTime(60_000);
    expect(workers).toHaveLength(2);
    expect(workers.every((worker) => worker.terminated)).toBe(true);
  });
});
