export interface SliceHost {
  /** Asked after every slice. */
  readonly cancelled: () => boolean;
  /** Told the fraction done after every slice but the last. */
  readonly onProgress: (fraction: number) => void;
}

/** Long enough that pauses cost little, short enough that a cancellation is heard at once. */
const SLICE_MS = 20;

/**
 * Runs a task to its end in slices, between which messages are heard. Null if it was cancelled;
 * what the task throws rejects the promise.
 */
export async function runInSlices<Result>(
  work: Generator<number, Result, void>,
  { cancelled, onProgress }: SliceHost,
): Promise<{ readonly result: Result } | null> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    let next = work.next();
    while (next.done !== true && performance.now() < until) next = work.next();
    if (next.done === true) return { result: next.value };
    onProgress(next.value);
    await pause();
    if (cancelled()) return null;
  }
}

/** A timer, not a microtask: messages come in as tasks of their own. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
