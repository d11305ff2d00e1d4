/**
 * The work that is open, kept in the browser's localStorage, which the page can read before it
 * draws. Each tab writes to a slot of its own, so that two tabs never overwrite each other.
 */

export type ParkedWeight = readonly [slot: number, weight: number];

export interface KeptWork {
  /** The tab it was open in. */
  readonly tab: string;
  /** When it was kept, in ms since 1970. */
  readonly time: number;
  /** The work and the place in it; a link as `writeLink` gives it. */
  readonly link: string;
  /** Whether it is more than an example as it comes. */
  readonly edited: boolean;
  /** What the link has no place for: the weights of removed connections, by their slots. */
  readonly parked: readonly ParkedWeight[];
  /** The fragment of the page's address at that moment, which may have been behind the work. */
  readonly address: string | null;
}

export interface LastWork extends KeptWork {
  /**
   * Whether the page is loaded again in the tab and at the address of this work: it is then newer
   * than what the address says.
   */
  readonly continues: boolean;
}

export interface Keeper {
  /** What this tab had open before it was loaded again; in a new tab, what the browser had last. */
  readonly last: LastWork | null;
  /** Keeps the work of this tab; false where the browser does not (blocked, or full). */
  readonly keep: (link: string, edited: boolean, parked?: readonly ParkedWeight[]) => boolean;
  /** Keeps work that gives way to another one in this tab, among the recent work. */
  readonly keepAside: (link: string) => void;
  /** Edited work that is not open here: of other tabs, open or closed, and what gave way; newest first, at most 8. */
  readonly recentWork: () => readonly KeptWork[];
}

/** What the keeper needs of the browser; `window` is one. The storages may throw when touched. */
export interface KeeperPage {
  readonly localStorage: Storage;
  readonly sessionStorage: Storage;
  readonly location: Pick<Location, "hash">;
  readonly performance: Pick<Performance, "getEntriesByType">;
  readonly addEventListener: (type: "pagehide" | "pageshow", listener: () => void) => void;
}

const PREFIX = "backstep.work.";
const TAB = "backstep.tab";
const MOST_SLOTS = 8;

export function createKeeper(page: KeeperPage, now: () => number = Date.now): Keeper {
  const own = claimTab(page);
  const kept = readSlots(page);
  let tidied = false;
  /** The work that is open here, as it was kept last; null once it has given way. */
  let open = kept.find(({ tab }) => tab === own)?.link ?? null;
  const write = (tab: string, work: object): boolean =>
    attempt(() => {
      page.localStorage.setItem(PREFIX + tab, JSON.stringify({ v: 1, time: now(), ...work }));
      return true;
    }) ?? false;
  return {
    last: lastWork(page, kept, own),
    keep: (link, edited, parked = []) => {
      open = link;
      const { hash: address } = page.location;
      const beside = parked.length > 0 ? { parked } : {};
      const written = write(own, { edited, address, link, ...beside });
      if (!tidied) forgetOldest(page, own);
      tidied = true;
      return written;
    },
    keepAside: (link) => {
      if (link === open) open = null;
      if (readSlots(page).some((slot) => slot.tab !== own && slot.link === link)) return;
      write(newName(), { edited: true, address: null, link });
      forgetOldest(page, own);
    },
    recentWork: () =>
      readSlots(page).filter(({ tab, edited, link }) => edited && tab !== own && link !== open),
  };
}

/**
 * The name of this tab, which outlives a reload. It is in the sessionStorage only while no page is
 * there: a duplicated tab starts with a copy of that, and must not write to this one's slot.
 */
function claimTab(page: KeeperPage): string {
  const claim = (): string | null =>
    attempt(() => {
      const name = page.sessionStorage.getItem(TAB);
      page.sessionStorage.removeItem(TAB);
      return name;
    });
  const name = claim() ?? newName();
  page.addEventListener("pagehide", () => attempt(() => page.sessionStorage.setItem(TAB, name)));
  // A page that comes back from the browser's memory of visited pages.
  page.addEventListener("pageshow", claim);
  return name;
}

function lastWork(page: KeeperPage, kept: readonly KeptWork[], own: string): LastWork | null {
  const ownWork = kept.find(({ tab }) => tab === own);
  if (ownWork === undefined) return kept.length === 0 ? null : { ...kept[0], continues: false };
  const continues = ownWork.address === page.location.hash && !isFollowedLink(page);
  return { ...ownWork, continues };
}

/** Whether the page was opened by a link or a typed address: neither loaded again nor gone back to. */
function isFollowedLink({ performance }: KeeperPage): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  return entry !== undefined && "type" in entry && entry.type === "navigate";
}

/** All slots that can be read, newest first. */
function readSlots(page: KeeperPage): readonly KeptWork[] {
  const slots = attempt(() =>
    Object.keys(page.localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .flatMap((key) => readSlot(key.slice(PREFIX.length), page.localStorage.getItem(key)) ?? []),
  );
  return (slots ?? []).toSorted((a, b) => b.time - a.time);
}

function readSlot(tab: string, text: string | null): KeptWork | null {
  const slot = attempt((): unknown => JSON.parse(text ?? ""));
  if (typeof slot !== "object" || slot === null) return null;
  const { v, time, edited, address, link, parked } = slot as Partial<Record<string, unknown>>;
  if (v !== 1 || typeof time !== "number" || typeof link !== "string") return null;
  const at = typeof address === "string" ? address : null;
  return { tab, time, link, edited: edited === true, parked: readParked(parked), address: at };
}

function readParked(given: unknown): readonly ParkedWeight[] {
  if (!Array.isArray(given)) return [];
  return given.filter(
    (entry): entry is ParkedWeight =>
      Array.isArray(entry) && entry.length === 2 && entry.every((n) => typeof n === "number"),
  );
}

/** Examples as they come go first, then what is oldest. */
function forgetOldest(page: KeeperPage, own: string): void {
  const others = readSlots(page)
    .filter(({ tab }) => tab !== own)
    .toSorted((a, b) => Number(b.edited) - Number(a.edited));
  for (const { tab } of others.slice(MOST_SLOTS - 1)) {
    attempt(() => page.localStorage.removeItem(PREFIX + tab));
  }
}

/** What `work` gives; null where the browser refuses it. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function newName(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(2)), (n) => n.toString(36)).join("-");
}
