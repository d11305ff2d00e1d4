/** Opening another work: at the start, by a link, an example or a file. */
import type { Network } from "../engine/network.ts";
import type { Lang, View } from "../session/session.ts";
import { defaultView } from "../session/view.ts";
import { whereaboutsOf } from "../session/whereabouts.ts";
import { exampleLink, OPENING, type ExampleId } from "../share/examples.ts";
import { readLink, writeNetwork } from "../share/link.ts";
import { START } from "../steps/address.ts";
import { command } from "./changes.ts";
import { NO_HISTORY } from "./history.ts";
import { currentLink, exampleOf } from "./links.ts";
import type { BackstepData, FileWork, KeptWork, PreviousWork } from "./state.ts";
import { look, NOTHING, placeOf, replanned, type Change } from "./transitions.ts";

type Parked = FileWork["parked"];

/**
 * The page as it opens: with the link; without one, or where the page is only loaded again, with the
 * work that the browser kept, if it kept any. A link without a usable network opens the first example.
 */
export function startData(link: string, kept: KeptWork | null, browserLang: Lang): BackstepData {
  const restored = restoredBy(link, kept);
  const { network: given, view, problems } = readLink(restored === null ? link : kept!.link);
  const network = given ?? readLink(OPENING.link).network!;
  return {
    session: { rev: 0, network, parked: parkedIn(kept, network) },
    view: { ...defaultView(browserLang), ...view },
    trace: null,
    moved: null,
    plan: null,
    n: 0,
    arrival: null,
    lastStep: null,
    example: exampleOf(network),
    problems,
    previousWork: restored === null ? keptBeside(link, network, kept) : null,
    restored,
    unkept: false,
    history: NO_HISTORY,
    undoName: null,
    redoName: null,
    refused: null,
    restarted: false,
    playing: false,
    speed: 1,
    selected: null,
    hovered: null,
    claimed: null,
    browserLang,
    langNamed: view.lang !== undefined,
  };
}

/** The weights of removed connections that were kept with this very network. */
function parkedIn(kept: KeptWork | null, network: Network): Parked {
  if (kept === null || kept.parked.length === 0) return null;
  const { network: own } = readLink(kept.link);
  if (own === null || writeNetwork(own) !== writeNetwork(network)) return null;
  const parked = new Float64Array(network.layout.weights).fill(NaN);
  for (const [slot, weight] of kept.parked) {
    if (network.mask?.[slot] === 0 && Number.isFinite(weight)) parked[slot] = weight;
  }
  return parked.every(Number.isNaN) ? null : parked;
}

function restoredBy(link: string, kept: KeptWork | null): BackstepData["restored"] {
  const isBare = /^#?$/.test(link);
  if (kept === null || !(isBare || kept.continues)) return null;
  if (readLink(kept.link).network === null) return null;
  return kept.continues ? "reload" : "visit";
}

/** The kept work where it is another one than the link's, and more than an example. */
function keptBeside(link: string, network: Network, kept: KeptWork | null): PreviousWork | null {
  // Reading takes milliseconds for a large network, and a reload finds the link it wrote.
  if (kept === null || !kept.edited || link.endsWith(kept.link)) return null;
  const other = readLink(kept.link).network;
  if (other === null || other.layout.L === 0) return null;
  if (writeNetwork(other) === writeNetwork(network)) return null;
  return { link: kept.link, from: "browser" };
}

/**
 * Another link: its network with its place, and the view it gives. Where its network cannot be
 * read, the work and the place stay. What could not be used is listed; what was open before can
 * be opened again.
 */
export function openLink(state: BackstepData, link: string): Change {
  const { network, view: given, problems } = readLink(link);
  if (network === null) {
    const {
      at: _at,
      by: _by,
      forward: _forward,
      place: _place,
      merge: _merge,
      path: _path,
      entry: _entry,
      ...looks
    } = given;
    return { ...look(state, looks), problems, playing: false };
  }
  const langNamed = given.lang !== undefined;
  return {
    ...open(state, network, { ...defaultView(state.browserLang), ...given }),
    problems,
    langNamed,
  };
}

/** Where a work begins that says nothing else; nothing of another network is meant in it. */
const AT_START = { at: START, place: null, path: null } as const;

/** An example, from its start; how the work is looked at stays as it was. */
export function openExample(state: BackstepData, id: ExampleId): Change {
  const { network } = readLink(exampleLink(id));
  if (network === null) return NOTHING;
  const view: View = { ...state.view, ...placeOf(state), ...AT_START };
  // An example that was not changed is in the menu, and need not be offered again.
  const offered = state.example === null ? {} : { previousWork: state.previousWork };
  return { ...open(state, network, view), ...offered, problems: [] };
}

/** The empty stage; what was open before can be opened again, unless it is in the menu. */
export function openEmpty(state: BackstepData): Change {
  if (state.session.network.layout.L === 0) return NOTHING;
  const cleared = command(state, { type: "clear" }, null);
  const previousWork = state.example === null ? workToOffer(state) : state.previousWork;
  return {
    ...cleared,
    previousWork,
    problems: [],
    restored: null,
    playing: false,
    arrival: { lastStep: null, place: { ...placeOf({ ...state, ...cleared }), at: START } },
  };
}

/** The work of a file; what the file does not say of the view stays as it is. */
export function openFile(state: BackstepData, { network, parked, view: given }: FileWork): Change {
  const view: View = { ...state.view, ...placeOf(state), ...AT_START, ...given };
  const { session, ...change } = open(state, network, view);
  // The same network may be open with other parked weights, or without any.
  const all = session === undefined ? joined(parked, state.session.parked) : parked;
  if (session === undefined && all === state.session.parked) return { ...change, problems: [] };
  return { ...change, session: { ...(session ?? state.session), parked: all }, problems: [] };
}

/** The parked weights of one, and where it has none those of the other, of the same network. */
function joined(one: Parked, other: Parked): Parked {
  if (one === null || other === null) return one ?? other;
  return one.map((weight, k) => (Number.isNaN(weight) ? other[k] : weight));
}

function open(state: BackstepData, network: Network, view: View): Change {
  if (writeNetwork(network) === writeNetwork(state.session.network)) {
    if (state.arrival !== null || state.trace === null) {
      return { ...withPlace(state, view), example: exampleOf(network), playing: false };
    }
    const opened = replanned(state, state.trace, view);
    return { view, ...opened, example: exampleOf(network), playing: false };
  }
  return {
    ...command(state, { type: "open", network }, null),
    example: exampleOf(network),
    previousWork: workToOffer(state),
    restored: null,
    playing: false,
    view: { ...view, ...whereaboutsOf(state.view) },
    arrival: { lastStep: null, place: whereaboutsOf(view) },
  };
}

/** What is open, for when something else has been opened; an empty stage need not be offered. */
function workToOffer(state: BackstepData): PreviousWork | null {
  if (state.session.network.layout.L === 0) return state.previousWork;
  return { link: currentLink(state), from: "page" };
}

/** The view, with where one stands put off until the answer that is under way. */
function withPlace(state: BackstepData, view: View): Change {
  return {
    view: { ...view, ...whereaboutsOf(state.view) },
    arrival: { lastStep: state.arrival?.lastStep ?? null, place: whereaboutsOf(view) },
  };
}
