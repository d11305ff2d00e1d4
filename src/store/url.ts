import type { BackstepStore } from "./store.ts";
import { currentLink } from "./transitions.ts";

/** What the address bar is to the binding; `window` is one. */
export interface Page {
  readonly location: Pick<Location, "hash" | "href">;
  readonly history: Pick<History, "state" | "replaceState">;
  readonly addEventListener: (type: "hashchange" | "pagehide", listener: () => void) => void;
  readonly removeEventListener: (type: "hashchange" | "pagehide", listener: () => void) => void;
  readonly setTimeout: (callback: () => void, ms: number) => number;
  readonly clearTimeout: (id: number) => void;
}

export interface UrlBinding {
  /** The address of the page as it is now. */
  readonly shareUrl: () => string;
  readonly unbind: () => void;
}

/** Safari refuses more than 100 writes of the address in 30 seconds. */
const WRITE_EVERY_MS = 310;

/**
 * Keeps the address at the state and the state at the address. Writing replaces the history
 * entry, so that Back leaves the page, and waits until the state differs from what was opened: an
 * address that could not be read stays for its author to mend. The store was made with the link
 * the page started at.
 */
export function bindUrl(store: BackstepStore, page: Page): UrlBinding {
  const linkNow = (): string => currentLink(store.getState());
  /** The link to the state that the address stands for. */
  let written = linkNow();
  let timer: number | null = null;

  const cancel = (): void => {
    if (timer !== null) page.clearTimeout(timer);
    timer = null;
  };
  const write = (): void => {
    cancel();
    const link = linkNow();
    if (link === written) return;
    try {
      page.history.replaceState(page.history.state, "", `#${link}`);
      written = link;
    } catch {
      // Refused by the browser for now: the next change tries again.
    }
  };
  const read = (): void => {
    store.getState().actions.openLink(page.location.hash);
    written = linkNow();
  };

  page.addEventListener("hashchange", read);
  page.addEventListener("pagehide", write);
  const unsubscribe = store.subscribe((state, last) => {
    const same =
      state.session === last.session && state.view === last.view && state.arrival === last.arrival;
    if (!same) timer ??= page.setTimeout(write, WRITE_EVERY_MS);
  });

  return {
    shareUrl: () => {
      write();
      return `${page.location.href.split("#", 1)[0]}#${linkNow()}`;
    },
    unbind: () => {
      cancel();
      unsubscribe();
      page.removeEventListener("hashchange", read);
      page.removeEventListener("pagehide", write);
    },
  };
}
