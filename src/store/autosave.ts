import type { Session } from "../session/session.ts";
import { currentLink } from "./links.ts";
import type { ParkedWeights } from "./state.ts";
import type { BackstepStore } from "./store.ts";

type Moment = "pagehide" | "visibilitychange";

/** What autosaving needs of the page; `window` is one. */
export interface AutosavePage {
  readonly location: Pick<Location, "hash">;
  readonly addEventListener: (type: Moment, listener: () => void) => void;
  readonly removeEventListener: (type: Moment, listener: () => void) => void;
  readonly setTimeout: (callback: () => void, ms: number) => number;
  readonly clearTimeout: (id: number) => void;
}

/** Where work is kept. */
export interface WorkKeeper {
  /** Whether the browser keeps the work that is open. */
  readonly keep: (link: string, edited: boolean, parked: ParkedWeights) => boolean;
  /** Keeps work that another one has been opened over. */
  readonly keepAside: (link: string) => void;
}

/** A crash loses less than a second. */
const KEEP_EVERY_MS = 900;

/**
 * Has the work kept after each change, a moment behind, and when the page is left or covered: then
 * before the address is written, by which the browser will load the page again as it was until now.
 * Where the browser does not keep it that is reported once. Returns how to stop.
 */
export function bindAutosave(
  store: BackstepStore,
  page: AutosavePage,
  { keep, keepAside }: WorkKeeper,
): () => void {
  /** What is kept, or was opened and needs no keeping. */
  let kept = currentLink(store.getState());
  let { hash: keptAt } = page.location;
  let timer: number | null = null;
  let isReported = false;

  const write = (): void => {
    if (timer !== null) page.clearTimeout(timer);
    timer = null;
    const state = store.getState();
    const link = currentLink(state);
    const { hash: at } = page.location;
    // Where a change was taken back the address may still tell of it.
    if (link === kept && (at === keptAt || at === `#${link}`)) return;
    if (keep(link, state.example === null, parkedOf(state.session))) [kept, keptAt] = [link, at];
    else if (!isReported) {
      isReported = true;
      state.actions.reportUnkept();
    }
  };
  const leave = (): void => {
    if (timer !== null) write();
  };

  page.addEventListener("pagehide", leave);
  page.addEventListener("visibilitychange", leave);
  const unsubscribe = store.subscribe((state, last) => {
    const { previousWork: previous } = state;
    // An example as it comes is in the menu.
    if (previous !== last.previousWork && previous?.from === "page" && last.example === null) {
      keepAside(previous.link);
    }
    const same =
      state.session === last.session && state.view === last.view && state.arrival === last.arrival;
    if (!same) timer ??= page.setTimeout(write, KEEP_EVERY_MS);
  });
  return () => {
    if (timer !== null) page.clearTimeout(timer);
    unsubscribe();
    page.removeEventListener("pagehide", leave);
    page.removeEventListener("visibilitychange", leave);
  };
}

function parkedOf({ parked }: Session): ParkedWeights {
  return [...(parked ?? []).entries()].filter(([, weight]) => !Number.isNaN(weight));
}
