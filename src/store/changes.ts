/** Changes of the work, undoing and redoing them: what changes of the state, or nothing (`{}`). */
import { refExists } from "../session/exists.ts";
import { nameOf } from "../session/names.ts";
import { reduce } from "../session/reduce.ts";
import { refusalOf } from "../session/refusal.ts";
import type { Command, Session, Work } from "../session/session.ts";
import { track, trackRef } from "../session/track.ts";
import { trackWhereabouts } from "../session/whereabouts.ts";
import { readLink, writeNetwork } from "../share/link.ts";
import { record, type History, type Moment, type Travel } from "./history.ts";
import { exampleOf } from "./links.ts";
import type { Arrival, BackstepData } from "./state.ts";
import { NOTHING, placeOf, type Change } from "./transitions.ts";

/**
 * A change of the work. Its numbers appear when the engine has answered. Commands with one gesture
 * key, one after the other, are one entry of the history.
 */
export function command(state: BackstepData, change: Command, gesture: string | null): Change {
  const session = reduce(state.session, change);
  if (session === state.session) {
    const refused = refusalOf(state.session, change);
    return refused === null ? NOTHING : { refused };
  }
  const history = record(
    state.history,
    { name: nameOf(change), before: momentOf(state), after: session },
    gesture,
  );
  const isTakenBack = history.past === state.history.gesture?.origin.past;
  return {
    session,
    ...carried(state, change, session),
    ...withHistory(history),
    example: isTakenBack ? exampleOf(session.network) : null,
    restarted: false,
    refused: null,
  };
}

/** Where one stands and the selected number, taken along to where the command moves them. */
function carried(
  state: BackstepData,
  change: Command,
  { network: after }: Session,
): { readonly arrival: Arrival; readonly selected: BackstepData["selected"] } {
  const { session: before, selected, arrival } = state;
  if (after.layout === before.network.layout) {
    const exists = selected !== null && refExists(after, selected);
    return { arrival: { ...arrival, lastStep: null }, selected: exists ? selected : null };
  }
  const moves = track(before, change);
  const followed = selected === null ? null : trackRef(selected, moves);
  return {
    arrival: { lastStep: null, place: trackWhereabouts(placeOf(state), moves) },
    selected: followed !== null && refExists(after, followed) ? followed : null,
  };
}

/**
 * A gradient-descent step, from the numbers on the screen; ignored while they are out of date or
 * out of range. Only E after the step may be: a rate too large is seen by taking its step.
 */
export function takeStep(state: BackstepData): Change {
  const { trace, session } = state;
  if (trace === null || trace.rev !== session.rev) return NOTHING;
  if (trace.overflow !== null && trace.overflow.q !== "nE") return NOTHING;
  const lastStep = { eBefore: trace.E };
  const step = { type: "takeStep", rev: trace.rev, w: trace.wNext, b: trace.bNext } as const;
  const change = command(state, step, null);
  // Where every gradient is 0 the step changes nothing, and has still been taken.
  if (change.session === undefined) return { ...change, lastStep };
  return { ...change, arrival: { ...change.arrival, lastStep } };
}

/**
 * The work of another moment. The place comes with it where the neurons are others; where only
 * numbers differ the person stays at the step they are looking at.
 */
export function travel(
  state: BackstepData,
  way: (history: History, now: Moment) => Travel | null,
): Change {
  const found = way(state.history, momentOf(state));
  if (found === null) return NOTHING;
  const { work, place, selected } = found.moment;
  const isElsewhere = work.network.layout !== state.session.network.layout;
  const ref = isElsewhere ? selected : state.selected;
  return {
    ...withHistory(found.history),
    session: { ...work, rev: state.session.rev + 1 },
    arrival: isElsewhere ? { lastStep: null, place } : { ...state.arrival, lastStep: null },
    selected: ref !== null && refExists(work.network, ref) ? ref : null,
    example: exampleOf(work.network),
    previousWork: isPrevious(state, work) ? null : state.previousWork,
    playing: state.playing && !isElsewhere,
    restarted: false,
    refused: null,
  };
}

/** Ends the gesture under way: the next command is an entry of its own. */
export function endGesture({ history }: BackstepData): Change {
  return history.gesture === null ? NOTHING : { history: { ...history, gesture: null } };
}

function momentOf(state: BackstepData): Moment {
  const { rev: _rev, ...work } = state.session;
  return { work, place: placeOf(state), selected: state.selected };
}

function withHistory(history: History): Pick<BackstepData, "history" | "undoName" | "redoName"> {
  const { past, future } = history;
  return { history, undoName: past.at(-1)?.name ?? null, redoName: future.at(-1)?.name ?? null };
}

/** Whether the work is what the page offers to go back to. */
function isPrevious({ previousWork }: BackstepData, { network }: Work): boolean {
  if (previousWork === null) return false;
  const previous = readLink(previousWork.link).network;
  return previous !== null && writeNetwork(previous) === writeNetwork(network);
}
