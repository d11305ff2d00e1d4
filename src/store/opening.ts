/** Opening another work: at the start, by a link, an example or a file. */
import type { Network } from "../engine/network.ts";
import type { Lang, View } from "../session/session.ts";
import { defaultView } from "../session/view.ts";
import { exampleLink, OPENING, type ExampleId } from "../share/examples.ts";
import { readLink, writeNetwork } from "../share/link.ts";
import { START } from "../steps/address.ts";
import { command } from "./changes.ts";
import { NO_HISTORY } from "./history.ts";
import { currentLink, exampleOf } from "./links.ts";
import type { BackstepData, FileWork, KeptWork, PreviousWork } from "./state.ts";
import { NOTHING, placeOf, replanned, type Change } from "./transitions.ts";

/**
 * The page as it opens: with the link; without one with the work that the browser kept, if it
 * kept any. A link without a usable network opens the first example.
 */
export function startData(link: string, kept: KeptWork | null, browserLang: Lang): BackstepData {
  const restored = kept !== null && /^#?$/.test(link) && readLink(kept.link).network !== null;
  const { network: given, view, problems } = readLink(restored ? kept.link : link);
  const network = given ?? readLink(OPENING.link).network!;
  return {
    session: { rev: 0, network, parked: null },
    view: { ...defaultView(browserLang), ...view },
    trace: null,
    plan: null,
    n: 0,
    arrival: null,
    lastStep: null,
    example: exampleOf(network),
    problems,
    previousWork: restored ? null : keptBeside(link, network, kept),
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
    browserLang,
    langNamed: view.lang !== undefined,
  };
}

/** The kept work where it is another one than the link's, and more than an example. */
function keptBeside(link: string, network: Network, kept: KeptWork | null): PreviousWork | null {
  // Reading takes milliseconds for a large network, and a reload finds the link it wrote.
  if (kept === null || !kept.edited || link.endsWith(kept.link)) return null;
  const other = readLink(kept.link).network;
  if (other === null || writeNetwork(other) === writeNetwork(network)) return null;
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
    const { at: _at, by: _by, ...looks } = given;
    return { problems, view: { ...state.view, ...looks }, playing: false };
  }
  const langNamed = given.lang !== undefined;
  return {
    ...open(state, network, { ...defaultView(state.browserLang), ...given }),
    problems,
    langNamed,
  };
}

/** An example, from its start; how the work is looked at stays as it was. */
export function openExample(state: BackstepData, id: ExampleId): Change {
  const { network } = readLink(exampleLink(id));
  if (network === null) return NOTHING;
  const view: View = { ...state.view, by: placeOf(state).by, at: START, place: null };
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
    playing: false,
    arrival: { lastStep: null, place: { at: START, by: placeOf(state).by } },
  };
}

/** The work of a file; what the file does not say of the view stays as it is. */
export function openFile(state: BackstepData, { network, parked, view: given }: FileWork): Change {
  const view: View = { ...state.view, by: placeOf(state).by, at: START, place: null, ...given };
  const { session, ...change } = open(state, network, view);
  return { ...change, ...(session && { session: { ...session, parked } }), problems: [] };
}

function open(state: BackstepData, network: Network, view: View): Change {
  const { at, by, ...looks } = view;
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
    playing: false,
    view: { ...state.view, ...looks },
    arrival: { lastStep: null, place: { at, by } },
  };
}

/** What is open, for when something else has been opened; an empty stage need not be offered. */
function workToOffer(state: BackstepData): PreviousWork | null {
  if (state.session.network.layout.L === 0) return state.previousWork;
  return { link: currentLink(state), from: "page" };
}

/** The view with its place put off until the answer that is under way. */
function withPlace(state: BackstepData, { at, by, ...looks }: View): Change {
  return {
    view: { ...state.view, ...looks },
    arrival: { lastStep: state.arrival?.lastStep ?? null, place: { at, by } },
  };
}
