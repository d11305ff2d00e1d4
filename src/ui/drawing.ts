/**
 * The drawing as it follows the store, without React: the network stands on the screen before
 * React has been fetched, and a step is painted without waiting for it.
 */
import { createDiagram, type Diagram } from "../diagram/diagram.ts";
import { parseRefKey } from "../engine/ref.ts";
import { valueOf } from "../engine/trace.ts";
import { messagesFor } from "../i18n/messages.ts";
import { formatExact } from "../numbers/format.ts";
import { nudge, notchOf } from "../numbers/nudge.ts";
import { editableValue } from "../session/session.ts";
import { isInRange, isKnown } from "../steps/known.ts";
import type { BackstepState, BackstepStore } from "../store/store.ts";
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
}

/** Draws what the store holds into the host, now and from now on. */
export function createDrawing(host: HTMLElement, store: BackstepStore): Drawing {
  const { actions } = store.getState();
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
      actions.dispatch({ type: "setValue", ref, value });
      if (phase === "end") scrubStart = null;
    },
    onAnchorsMoved() {},
  });
  // The press that opens a field would take the focus from it again.
  host.addEventListener("mousedown", (event) => event.preventDefault());
  const stillness = matchMedia("(prefers-reduced-motion: reduce)");
  let last: BackstepState | null = null;
  let stepped = -Infinity;
  const follow = (state: BackstepState): void => {
    const now = performance.now();
    const unhurried = now - stepped > HURRY_MS / state.speed;
    draw(diagram, state, last, unhurried && !stillness.matches);
    if (state.n !== last?.n) stepped = now;
    if (state.hovered !== last?.hovered) host.title = exactValues(state);
    last = state;
  };
  follow(store.getState());
  store.subscribe(follow);
  return { host, diagram };
}

/** Hands the diagram what changed between two states, and nothing else. */
function draw(
  diagram: Diagram,
  state: BackstepState,
  last: BackstepState | null,
  mayTravel: boolean,
): void {
  const { trace, plan, n, view, hovered } = state;
  if (view.lang !== last?.view.lang) {
    const { ui } = messagesFor(view.lang);
    const { inputLayer, outOfRange, activations, connectFully } = ui;
    diagram.setWords({ inputLayer, overflow: outOfRange, activations, connectFully });
  }
  if (trace === null || plan === null) return;
  if (view.digits !== last?.view.digits) diagram.setFormat({ digits: view.digits });
  if (trace !== last?.trace) diagram.setTrace(trace);
  if (plan !== last?.plan || n !== last.n) {
    const onward = plan === last?.plan && n === last.n + 1;
    diagram.setStep(plan, n, onward && mayTravel ? { durationMs: STEP_MS / state.speed } : null);
  }
  if (hovered !== last?.hovered) diagram.setLit(placesOf(hovered));
}

/** All digits of what is known at the place that is pointed at: the drawing's tool tip. */
function exactValues({ hovered, trace, plan, n }: BackstepState): string {
  if (trace === null || plan === null) return "";
  return placesOf(hovered)
    .map(parseRefKey)
    .filter((ref) => ref !== null)
    .filter((ref) => isKnown(plan, n, ref) && isInRange(plan, trace.overflow, ref))
    .map((ref) => `${symbolText(ref)} = ${formatExact(valueOf(trace, ref))}`)
    .join("\n");
}
