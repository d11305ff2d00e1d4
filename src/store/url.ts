import { compressLink, expandLink, LONG_LINK } from "../share/compress.ts";
import { currentLink } from "./links.ts";
import type { BackstepStore } from "./store.ts";

/** What the address bar is to the binding; `window` is one. */
export interface Page {
  readonly location: Pick<Location, "hash" | "href">;
  readonly history: Pick<History, "state" | "replaceState">;
  readonly addEventListener: (type: "hashchange" | "pagehide", listener: () => void) => void;
  readonly removeEventListener: (type: "hashchange" | "pagehide", listener: () => void) => void;
  readonly setTimeout: (callback: () => void, ms: number) => number;
  readonly clearTimeout: (id: number) => void;
  readonly performance: Pick<Performance, "now">;
}

export interface UrlBinding {
  /**
   * The address of the page as it is now, with the compressed link where the plain one is longer
   * than `LONG_LINK`; what is too long for some programs even so has more than `LONG_LINK`
   * characters.
   */
  readonly shareUrl: () => Promise<string>;
  readonly unbind: () => void;
}

/**
 * The address is written when the state has rested so long, ms: a write costs the browser a frame of its
 * own, which a step on its way would wait for. Safari refuses more than 100 writes in 30 seconds.
 */
const WRITE_RESTED_MS = 310;
/** While the state changes all the time it is written so often nevertheless, ms. */
const WRITE_EVERY_MS = 2000;

/** The ordinary form of an address's link: at once, unless the link is a compressed one. */
export function plainLink(hash: string): string | Promise<string> {
  return /z\s*(?:=|%3d)/i.test(hash) ? expandLink(hash) : hash;
}

/**
 * Keeps the address at the state and the state at the address. Writing replaces the history
 * entry, so that Back leaves the page, and waits until the state differs from what was opened: an
 * address that could not be read stays for its author to mend. The store was made with the link
 * the page started at, or with work that the browser kept, which the address then gets at once.
 */
export function bindUrl(store: BackstepStore, page: Page): UrlBinding {
  const linkNow = (): string => currentLink(store.getState());
  /** The link to the state that the address stands for; none where it stands for another. */
  let written = store.getState().restored === null ? linkNow() : "";
  let timer: number | null = null;
  /** By when what has changed is to be written, by the page's clock; none where nothing has. */
  let due: number | null = null;
  /** Counts writes and reads, so that what a newer one has overtaken on its way is dropped. */
  let turn = 0;
  /** Whether a new address is being expanded, and not to be written over. */
  let reading = false;

  const cancel = (): void => {
    if (timer !== null) page.clearTimeout(timer);
    timer = null;
    due = null;
  };
  const schedule = (): void => {
    const now = page.performance.now();
    due ??= now + WRITE_EVERY_MS;
    if (timer !== null) page.clearTimeout(timer);
    timer = page.setTimeout(write, Math.min(WRITE_RESTED_MS, Math.max(0, due - now)));
  };
  const put = (link: string, form: string): void => {
    try {
      page.history.replaceState(page.history.state, "", `#${form}`);
      written = link;
    } catch {
      // Refused by the browser for now: the next change tries again.
    }
  };
  const write = (): void => {
    cancel();
    if (reading) return;
    const own = ++turn;
    const link = linkNow();
    if (link === written) return;
    if (link.length <= LONG_LINK) put(link, link);
    else void compressLink(link).then((form) => own === turn && put(link, form));
  };
  /** Nothing can be waited for when the page is left. */
  const leave = (): void => {
    cancel();
    if (reading) return;
    turn++;
    const link = linkNow();
    if (link !== written) put(link, link);
  };
  const open = (link: string): void => {
    reading = false;
    store.getState().actions.openLink(link);
    written = linkNow();
  };
  const read = (): void => {
    const own = ++turn;
    const link = plainLink(page.location.hash);
    reading = typeof link !== "string";
    if (typeof link === "string") open(link);
    else void link.then((plain) => own === turn && open(plain));
  };

  page.addEventListener("hashchange", read);
  page.addEventListener("pagehide", leave);
  const unsubscribe = store.subscribe((state, last) => {
    const same =
      state.session === last.session && state.view === last.view && state.arrival === last.arrival;
    if (!same) schedule();
  });
  if (written === "") schedule();

  return {
    shareUrl: async () => {
      write();
      const link = linkNow();
      const form = link.length > LONG_LINK ? await compressLink(link) : link;
      return `${page.location.href.split("#", 1)[0]}#${form}`;
    },
    unbind: () => {
      turn++;
      cancel();
      unsubscribe();
      page.removeEventListener("hashchange", read);
      page.removeEventListener("pagehide", leave);
    },
  };
}
