import { afterFrame } from "./afterFrame.ts";

export interface OncePerFrame<T> {
  /** Acts at once, or, where this frame has been acted in, right after it on the newest. */
  hear(value: T): void;
  /** Forgets what has not been acted on. */
  cancel(): void;
}

/**
 * For what is heard more often than frames are drawn. To act on the first and not wait for the frame
 * gives the engine's worker the time until the frame begins: its answer is on the screen with it.
 */
export function oncePerFrame<T>(act: (value: T) => void): OncePerFrame<T> {
  let waiting: { readonly value: T } | null = null;
  let isActedIn = false;
  const hear = (value: T): void => {
    if (isActedIn) {
      waiting = { value };
      return;
    }
    isActedIn = true;
    afterFrame(onward);
    act(value);
  };
  const onward = (): void => {
    isActedIn = false;
    if (waiting === null) return;
    const { value } = waiting;
    waiting = null;
    hear(value);
  };
  return {
    hear,
    cancel() {
      waiting = null;
    },
  };
}
