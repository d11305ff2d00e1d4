import type { BackstepStore } from "./store.ts";

/** How long a step stays at normal pace: its motion (600 ms) and a moment to look. */
export const STEP_MS = 900;

/** What the player needs of a clock; `window` is one. */
export interface Clock {
  readonly setTimeout: (callback: () => void, ms: number) => number;
  readonly clearTimeout: (id: number) => void;
}

/** Moves on while the store is playing; returns how to stop it for good. */
export function bindPlayer(store: BackstepStore, clock: Clock): () => void {
  let timer: number | null = null;
  const stop = (): void => {
    if (timer !== null) clock.clearTimeout(timer);
    timer = null;
  };
  const start = ({ playing, speed }: { playing: boolean; speed: number }): void => {
    stop();
    if (!playing) return;
    timer = clock.setTimeout(() => {
      timer = null;
      store.getState().actions.advance();
    }, STEP_MS / speed);
  };
  start(store.getState());
  const unsubscribe = store.subscribe((state, last) => {
    // A step gets its whole time, however it was come to.
    const again =
      state.playing !== last.playing ||
      state.n !== last.n ||
      state.speed !== last.speed ||
      state.plan !== last.plan;
    if (again) start(state);
  });
  return () => {
    unsubscribe();
    stop();
  };
}
