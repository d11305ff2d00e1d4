/** Undo and redo, as pure functions over the moments before and after each change of the work. */
import type { Ref } from "../engine/ref.ts";
import type { CommandName } from "../session/names.ts";
import type { Work } from "../session/session.ts";
import type { Whereabouts } from "../session/whereabouts.ts";

/** The work as it was, and where the person was in it. Its arrays are shared, never written to. */
export interface Moment {
  readonly work: Work;
  readonly place: Whereabouts;
  readonly selected: Ref | null;
}

/** A change by its name, and the moment on its far side: before it in `past`, after it in `future`. */
export interface Entry {
  readonly name: CommandName;
  readonly moment: Moment;
}

interface Line {
  /** Oldest first. */
  readonly past: readonly Entry[];
  /** Furthest first. */
  readonly future: readonly Entry[];
}

export interface History extends Line {
  /** The scrub, or the run of typing, that the newest entry may still grow by. */
  readonly gesture: {
    readonly key: string;
    /** The entries without it, and the moment it began at. */
    readonly origin: Line;
    readonly began: Moment;
  } | null;
}

/**
 * At the limits of a network (5,000 weights of 8 bytes, replaced in each) 500 entries are 20 MB;
 * arrays that a change leaves alone are shared.
 */
export const DEPTH = 500;

export const NO_HISTORY: History = { past: [], future: [], gesture: null };

/**
 * The history after a change. Changes with the key of the gesture under way are one entry with
 * it; a gesture that has come back to the work it began at leaves no entry, and takes none away.
 */
export function record(
  history: History,
  change: { readonly name: CommandName; readonly before: Moment; readonly after: Work },
  key: string | null,
): History {
  const { name, before, after } = change;
  const gesture = key !== null && history.gesture?.key === key ? history.gesture : null;
  const origin = gesture?.origin ?? { past: history.past, future: history.future };
  const began = gesture?.began ?? before;
  const line = sameWork(began.work, after)
    ? origin
    : { past: [...origin.past, { name, moment: began }].slice(-DEPTH), future: [] };
  return { ...line, gesture: key === null ? null : { key, origin, began } };
}

/** Another moment, and the history as it is from there. */
export interface Travel {
  readonly history: History;
  readonly moment: Moment;
}

/** What undoing leads to; null where there is nothing to undo. */
export function undo({ past, future }: History, now: Moment): Travel | null {
  const entry = past.at(-1);
  if (entry === undefined) return null;
  const undone = { name: entry.name, moment: now };
  return {
    history: { past: past.slice(0, -1), future: [...future, undone], gesture: null },
    moment: entry.moment,
  };
}

/** What redoing leads to; null where there is nothing to redo. */
export function redo({ past, future }: History, now: Moment): Travel | null {
  const entry = future.at(-1);
  if (entry === undefined) return null;
  const redone = { name: entry.name, moment: now };
  return {
    history: { past: [...past, redone], future: future.slice(0, -1), gesture: null },
    moment: entry.moment,
  };
}

/** Whether two works are equal to the bit; what is parked counts, it can come back. */
export function sameWork({ network: a, parked }: Work, other: Work): boolean {
  const { network: b } = other;
  return (
    a.loss === b.loss &&
    Object.is(a.eta, b.eta) &&
    sameEntries(a.layout.sizes, b.layout.sizes) &&
    sameEntries(a.activations, b.activations) &&
    sameEntries(a.w, b.w) &&
    sameEntries(a.b, b.b) &&
    sameEntries(a.x, b.x) &&
    sameEntries(a.t, b.t) &&
    sameEntries(a.mask ?? [], b.mask ?? []) &&
    sameEntries(parked ?? [], other.parked ?? [])
  );
}

function sameEntries<T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (!Object.is(a[k], b[k])) return false;
  return true;
}
