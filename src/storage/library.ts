/**
 * My networks: named works in the browser's IndexedDB, each as a link, which opens for ever, and as
 * a file where a link does not hold all of it.
 */
import { createStore, del, get, set, update, values, type UseStore } from "idb-keyval";
import { readLink } from "../share/link.ts";

/** What is kept of a work. */
export interface KeptForm {
  /** The work and the place in it; a link as `writeLink` gives it. */
  readonly link: string;
  /** The same as `writeFile` gives it, where connections were removed whose weights are kept. */
  readonly file: string | null;
}

export interface SavedNetwork extends KeptForm {
  readonly id: string;
  readonly name: string;
  /** When it was saved, in ms since 1970. */
  readonly time: number;
  /** n_1 … n_L. */
  readonly sizes: readonly number[];
}

/**
 * Why nothing was done: the browser keeps no data (private windows, blocked storage), its space is
 * full, the network is not there any more, the link has no network.
 */
export type LibraryProblem = "unavailable" | "quota" | "missing" | "unreadable";

export type LibraryResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: LibraryProblem };

export interface Library {
  /** Newest first. What a later version may have saved and this one cannot read is left out. */
  readonly list: () => Promise<LibraryResult<readonly SavedNetwork[]>>;
  readonly save: (name: string, form: KeptForm) => Promise<LibraryResult<SavedNetwork>>;
  /**
   * Saves in the place of another network, under its name. The value is that other one, which
   * `restore` puts back beside the new one.
   */
  readonly replace: (earlier: SavedNetwork, form: KeptForm) => Promise<LibraryResult<SavedNetwork>>;
  readonly rename: (id: string, name: string) => Promise<LibraryResult<SavedNetwork>>;
  /** The network that was removed; `restore` takes it back. */
  readonly remove: (id: string) => Promise<LibraryResult<SavedNetwork>>;
  readonly restore: (network: SavedNetwork) => Promise<LibraryResult<SavedNetwork>>;
}

/** The record of a network; `v` is the version of this form. */
interface SavedRecord extends SavedNetwork {
  readonly v: 1;
}

/** The library of this browser. Every promise resolves. */
export function openLibrary(now: () => number = Date.now): Library {
  const networks = createStore("backstep", "networks");
  const put = async (saved: SavedNetwork): Promise<SavedNetwork> => {
    const record: SavedRecord = { ...saved, v: 1 };
    await set(saved.id, record, networks);
    return saved;
  };
  const library: Library = {
    list: () =>
      attempt(async () => {
        const records: readonly unknown[] = await values(networks);
        return records
          .flatMap((record) => savedNetwork(record) ?? [])
          .toSorted((a, b) => b.time - a.time);
      }),
    save: async (name, { link, file }) => {
      const { network } = readLink(link);
      if (network === null) return { ok: false, problem: "unreadable" };
      const { sizes } = network.layout;
      return attempt(() => put({ id: newId(), name, time: now(), link, file, sizes }));
    },
    replace: async (earlier, form) => {
      // The new one is there before the other goes: at no moment is there none.
      const saved = await library.save(earlier.name, form);
      if (!saved.ok) return saved;
      const removed = await library.remove(earlier.id);
      return removed.ok ? removed : { ok: true, value: earlier };
    },
    rename: (id, name) => attempt(() => renameIn(networks, id, name)),
    remove: (id) =>
      attempt(async () => {
        const saved = found(await get<unknown>(id, networks));
        await del(id, networks);
        return saved;
      }),
    restore: (saved) => attempt(() => put(saved)),
  };
  return library;
}

/** Reads and writes in one transaction: another tab may be removing the network. */
async function renameIn(networks: UseStore, id: string, name: string): Promise<SavedNetwork> {
  const rename = (record: unknown): SavedRecord => ({ ...found(record), name, v: 1 });
  await update<unknown>(id, rename, networks);
  return found(await get<unknown>(id, networks));
}

class Missing extends Error {}

/** The network of a record that must be there. Throws `Missing`. */
function found(record: unknown): SavedNetwork {
  const saved = savedNetwork(record);
  if (saved === null) throw new Missing();
  return saved;
}

async function attempt<T>(work: () => Promise<T>): Promise<LibraryResult<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

function problemOf(error: unknown): LibraryProblem {
  if (error instanceof Missing) return "missing";
  const full = error instanceof DOMException && error.name === "QuotaExceededError";
  return full ? "quota" : "unavailable";
}

/** What a record holds, or null where it is not of a form this version knows. */
function savedNetwork(record: unknown): SavedNetwork | null {
  if (typeof record !== "object" || record === null) return null;
  const { v, id, name, time, link, file, sizes } = record as Partial<Record<string, unknown>>;
  if (v !== 1 || typeof id !== "string" || typeof name !== "string") return null;
  if (typeof time !== "number" || typeof link !== "string" || !isSizes(sizes)) return null;
  return { id, name, time, link, file: typeof file === "string" ? file : null, sizes };
}

function isSizes(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((n) => Number.isInteger(n));
}

/** `randomUUID` is for secure pages only; this one may stand on any server. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join("-");
}
