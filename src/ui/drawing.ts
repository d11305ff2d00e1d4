/**
 * The drawing as it follows the store, without React: the network stands on the screen before
 * React has been fetched, and a step is painted without waiting for it.
 */
import { createDiagram, type Diagram } from "../diagram/diagram.ts";
import { parseRefKey, refKey, type Ref } from "../engine/ref.ts";
import { valueOf } from "../engine/trace.ts";
import { messagesFor } from "../i18n/messages.ts";
import { formatExact } from "../numbers/format.ts";
import { nudge, notchOf } from "../numbers/nudge.ts";
import { numberOf } from "../session/items.ts";
import { editableValue, isEditable } from "../session/session.ts";
import { hiddenBy, isKnown } from "../steps/known.ts";
import { change, createDesk, pickByPointer, type Desk, type DeskStore } from "../store/desk.ts";
import type { BackstepState, BackstepStore } from "../store/store.ts";
import { focusStage } from "./focusStage.ts";
import { placesOf } from "./pointing.ts";
import { symbolText } from "./symbolText.ts";
import "../diagram/diagram.css";

/** How long a step travels at 1×. */
const STEP_MS = 600;
/**
 * A step that comes this soon after the one before it is shown without travel: who holds the key
 * down or hurries on wants to arrive, and pieces of motion are only noise.
 */
const HURRY_MS = 300;

export interface Drawing {
  /** What the diagram lives in; the page puts it into its stage. */
  readonly host: HTMLElement;
  readonly diagram: Diagram;
  readonly desk: DeskStore;
  /** Calls back whenever places on the stage have moved; answers how to stop. */
  readonly onAnchorsMoved: (listener: () => void) => () => void;
}

/** Draws what the store holds into the host, now and from now on. */
export function createDrawing(host: HTMLElement, store: BackstepStore): Drawing {
  const { actions } = store.getState();
  const desk = createDesk(store);
  const anchored = new Set<() => void>();
  let scrubStart: { readonly value: number; readonly notch: number } | null = null;
  const diagram = createDiagram(host, {
    onHover: actions.hover,
    onSelect(ref) {
      actions.select(ref);
      // A second tap on the same label goes back to its field.
      if (ref !== null) host.closest(".stage")?.querySelector("input")?.focus();
    },
    onScrub(ref, phase, notches) {
      if (phase === "start") {
        const value = editableValue(store.getState().session.network, ref);
        scrubStart = { value, notch: notchOf(value) };
      }
      if (scrubStart === null) return;
      const value = nudge(scrubStart.value, notches, scrubStart.notch);
      const gesture = `scrub ${refKey(ref)}`;
      actions.dispatch({ type: "setValue", ref, value }, { gesture, atOnce: true });
      if (phase !== "end") return;
      scrubStart = null;
      actions.endGesture();
    },
    onAnchorsMoved() {
      for (const listener of anchored) listener();
    },
    onEdit(edit) {
      focusStage();
      change(store, desk, edit, false);
    },
    onPick(items) {
      focusStage();
      actions.dismissRefusal();
      const number = pickByPointer(desk, items) === "meantAgain" ? numberOf(items[0]) : null;
      if (number !== null) actions.select(number);
    },
    onMenu: (item, x, y) => desk.setState({ menu: { item, x, y } }),
    onNumber(ref) {
      focusStage();
      if (isEditable(ref)) actions.select(ref);
    },
    onRefused: (from, to) => actions.dispatch({ type: "connect", from, to }),
  });
  // The press that opens a field would take the focus from it again.
  host.addEventListener("mousedown", (event) => event.preventDefault());
  const stillness = matchMedia("(prefers-reduced-motion: reduce)");
  let last: BackstepState | null = null;
  let stepped = -Infinity;
  let shown: Shown | null = null;
  const showDesk = (): void => {
    const state = store.getState();
    // What is held is of the newest network: it waits for that one's numbers.
    if (state.trace?.rev !== state.session.rev) return;
    shown = showHeld(diagram, { ...desk.getState(), selected: state.selected }, shown);
  };
  const follow = (state: BackstepState): void => {
    const now = performance.now();
    if (last !== null && state.trace !== last.trace && state.plan !== last.plan) {
      // What is picked may not be there any more.
      if (shown !== null) shown = showHeld(diagram, { ...shown, picked: [], pending: null }, shown);
    }
    const unhurried = now - stepped > HURRY_MS / state.speed;
    draw(diagram, state, last, unhurried && !stillness.matches);
    if (state.n !== last?.n) stepped = now;
    if (state.hovered !== last?.hovered) host.title = exactValues(state);
    last = state;
    showDesk();
  };
  follow(store.getState());
  store.subscribe(follow);
  desk.subscribe(showDesk);
  const onAnchorsMoved = (listener: () => void) => {
    anchored.add(listener);
    return () => anchored.delete(listener);
  };
  return { host, diagram, desk, onAnchorsMoved };
}

type Shown = Pick<Desk, "mode" | "picked" | "pending" | "walk"> & { readonly selected: Ref | null };

/** Hands the diagram what is held otherwise than it shows; answers what it shows then. */
function showHeld(diagram: Diagram, now: Shown, last: Shown | null): Shown {
  if (now.mode !== (last?.mode ?? "read")) void diagram.setMode(now.mode);
  if (now.picked !== last?.picked) diagram.setPicked(now.picked);
  if (now.pending !== last?.pending) diagram.setPending(now.pending);
  const at = now.selected ?? now.walk;
  if (last === null || at !== (last.selected ?? last.walk)) diagram.setSelected(at);
  return now;
}

/** Hands the diagram what changed between two states, and nothing else. */
function draw(
  diagram: Diagram,
  state: BackstepState,
  last: BackstepState | null,
  mayTravel: boolean,
): void {
  const { trace, plan, n, view, hovered, claimed } = state;
  if (view.lang !== last?.view.lang) {
    const { ui } = messagesFor(view.lang);
    const { inputLayer, outOfRange, activations, connectFully } = ui;
    diagram.setWords({ inputLayer, overflow: outOfRange, activations, connectFully });
  }
  if (trace === null || plan === null) return;
  if (view.digits !== last?.view.digits) diagram.setFormat({ digits: view.digits });
  const shown = state.moved ?? trace;
  if (shown !== (last?.moved ?? last?.trace)) diagram.setTrace(shown);
  if (plan !== last?.plan || n !== last.n) {
    const onward = plan === last?.plan && n === last.n + 1;
    diagram.setStep(plan, n, onward && mayTravel ? { durationMs: STEP_MS / state.speed } : null);
  }
  if (claimed !== (last?.claimed ?? null)) diagram.setClaims(claimed);
  if (hovered !== last?.hovered) diagram.setLit(placesOf(hovered));
}

/** All digits of what is known at the place that is pointed at: the drawing's tool tip. */
function exactValues({ hovered, plan, n, ...state }: BackstepState): string {
  const trace = state.moved ?? state.trace;
  if (trace === null || plan === null) return "";
  return placesOf(hovered)
    .map(parseRefKey)
    .filter((ref) => ref !== null)
    .filter((ref) => isKnown(plan, n, ref) && hiddenBy(plan, trace, ref) === null)
    .map((ref) => `${symbolText(ref)} = ${formatExact(valueOf(trace, ref))}`)
    .join("\n");
}
