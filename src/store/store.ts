/** The one store of the page. Its effects (engine, address bar, clock) are given to it. */
import { createStore, type StoreApi } from "zustand/vanilla";
import { refExists } from "../session/exists.ts";
import { placeOfRef } from "../session/selection.ts";
import type { Lang } from "../session/session.ts";
import { clampDigits } from "../session/view.ts";
import { GRANULARITIES, phaseStep, stepOf } from "../steps/plan.ts";
import { command, endGesture, takeStep, travel } from "./changes.ts";
import { redo, undo } from "./history.ts";
import { openEmpty, openExample, openFile, openLink, startData } from "./opening.ts";
import type {
  BackstepActions,
  BackstepData,
  BackstepState,
  Engine,
  EngineCallbacks,
  KeptWork,
} from "./state.ts";
import { arrive, choose, look, move, moveTo, setGranularity, type Where } from "./transitions.ts";

export type { BackstepActions, BackstepState, Engine, EngineCallbacks } from "./state.ts";
export type BackstepStore = StoreApi<BackstepState>;

export interface StoreOptions {
  /** Connects the engine; its callbacks may be called at any time after the store is made. */
  readonly engine: (callbacks: EngineCallbacks) => Engine;
  /** The link the page was opened with: `location.hash`. */
  readonly link: string;
  /** What the browser kept of an earlier page, if anything. */
  readonly kept?: KeptWork | null;
  /** The browser's language, for links that name none. */
  readonly lang: Lang;
}

export const SPEED_RANGE = [0.25, 4] as const;

/** A store with the link open, and its trace asked for. */
export function createBackstepStore({
  engine: connect,
  link,
  kept = null,
  lang,
}: StoreOptions): BackstepStore {
  const update: Update = (change, { atOnce = false } = {}) => {
    const before = store.getState();
    const changed = change(before);
    // Nobody hears of a change that is none.
    if (Object.keys(changed).length === 0) return;
    store.setState(changed);
    if (store.getState().session !== before.session) request(atOnce);
  };
  const request = (atOnce: boolean): void => {
    const { network, rev } = store.getState().session;
    if (atOnce) engine.requestAtOnce(network, rev);
    else engine.request(network, rev);
  };
  const actions = createActions(update);
  const store = createStore<BackstepState>()(() => ({ ...startData(link, kept, lang), actions }));
  const engine = connect({
    onTrace: (trace) => store.setState((state) => arrive(state, trace)),
    onRestart: () => store.setState({ restarted: true }),
  });
  request(false);
  return store;
}

/** Turns a change of the state into what is changed of it. */
type Update = (
  change: (state: BackstepData) => Partial<BackstepData>,
  options?: { readonly atOnce?: boolean },
) => void;

function createActions(update: Update): BackstepActions {
  /** Who moves by hand takes over from the player. */
  const moveBy = (target: (from: Where) => number): void =>
    update((state) => ({ ...move(state, target), playing: false }));
  const resize = (by: number): void =>
    update((state) => {
      const { view, arrival } = state;
      const k = GRANULARITIES.indexOf(arrival?.place?.by ?? view.by) + by;
      return k in GRANULARITIES ? setGranularity(state, GRANULARITIES[k]) : {};
    });

  return {
    dispatch: (change, { gesture = null, atOnce = false } = {}) =>
      update((state) => command(state, change, gesture), { atOnce }),
    endGesture: () => update(endGesture),
    undo: () => update((state) => travel(state, undo), { atOnce: true }),
    redo: () => update((state) => travel(state, redo), { atOnce: true }),
    takeStep: () => update(takeStep),
    goToStep: (n) => moveBy(() => n),
    goTo: (address) => moveBy(({ plan }) => (plan === null ? 0 : stepOf(plan, address))),
    next: () => moveBy(({ n }) => n + 1),
    previous: () => moveBy(({ n }) => n - 1),
    first: () => moveBy(() => 0),
    last: () => moveBy(({ plan }) => plan?.length ?? 0),
    phase: (direction) => moveBy(({ plan, n }) => (plan ? phaseStep(plan, n, direction) : 0)),
    togglePlaying: () =>
      update((state) => {
        if (state.playing || state.plan === null) return { playing: false };
        const atEnd = state.n === state.plan.length;
        return { ...(atEnd ? moveTo(state, 0) : {}), playing: true };
      }),
    advance: () =>
      update((state) => {
        const moved = moveTo(state, state.n + 1);
        const n = moved.n ?? state.n;
        return { ...moved, playing: state.playing && n !== state.plan?.length };
      }),
    setSpeed: (speed) => {
      const [slowest, fastest] = SPEED_RANGE;
      if (!Number.isNaN(speed)) update(() => ({ speed: clamp(speed, slowest, fastest) }));
    },
    setBy: (by) => update((state) => setGranularity(state, by)),
    coarser: () => resize(-1),
    finer: () => resize(1),
    setLang: (lang) => update(({ view }) => ({ view: { ...view, lang }, langNamed: true })),
    setTheme: (theme) => update(({ view }) => ({ view: { ...view, theme } })),
    setTab: (tab) => update((state) => look(state, { tab })),
    setForward: (forward) => update((state) => look(state, { forward })),
    choose: (chosen) => update((state) => look(state, chosen)),
    openPassage: (eq) => update((state) => look(state, { tab: "derivation", eq })),
    setDigits: (digits) =>
      update(({ view }) => ({ view: { ...view, digits: clampDigits(digits) } })),
    select: (selected) =>
      update((state) => {
        const { network } = state.session;
        if (selected === null) return { selected };
        if (!refExists(network, selected)) return {};
        // Who edits a number beside what they have unfolded goes on reading there.
        const { tab, eq } = state.view;
        if (tab === "derivation" && (eq === "unfold" || eq === "paths")) return { selected };
        const place = placeOfRef(selected, network.layout.L);
        return { selected, ...(place && choose(state, { place, path: null })) };
      }),
    hover: (hovered) => update((state) => (state.hovered === hovered ? {} : { hovered })),
    claim: (claimed) => update((state) => (state.claimed === claimed ? {} : { claimed })),
    openLink: (link) => update((state) => openLink(state, link)),
    openExample: (id) => update((state) => openExample(state, id)),
    openEmpty: () => update(openEmpty),
    openFile: (work) => update((state) => openFile(state, work)),
    goBackToPrevious: () =>
      update((state) =>
        state.previousWork === null ? {} : openLink(state, state.previousWork.link),
      ),
    dismissProblems: () =>
      update(() => ({
        problems: [],
        previousWork: null,
        restored: null,
        unkept: false,
        restarted: false,
      })),
    dismissRefusal: () => update(({ refused }) => (refused === null ? {} : { refused: null })),
    reportUnkept: () => update(() => ({ unkept: true })),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
