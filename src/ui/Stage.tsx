import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { createDiagram, type Diagram } from "../diagram/diagram.ts";
import { valueOf } from "../engine/trace.ts";
import { parseRefKey, refKey, type Ref } from "../engine/ref.ts";
import type { Messages } from "../i18n/messages.ts";
import { nudge, notchOf } from "../numbers/nudge.ts";
import { formatExact, formatNumber } from "../numbers/format.ts";
import { isEditable, editableValue } from "../session/session.ts";
import { isInRange, isKnown } from "../steps/known.ts";
import type { BackstepState } from "../store/store.ts";
import { useBackstep, useBackstepStore, useMessages } from "./context.ts";
import { Notices } from "./Notices.tsx";
import { placesOf } from "./pointing.ts";
import { symbolText } from "./Symbol.tsx";
import { ValueField } from "./ValueField.tsx";
import "./Stage.css";
import "../diagram/diagram.css";

/** How long a step travels at 1×. */
const STEP_MS = 600;
/**
 * A step that comes this soon after the one before it is shown without travel: who holds the key
 * down or hurries on wants to arrive, and pieces of motion are only noise.
 */
const HURRY_MS = 300;

/** What a neuron is heard to hold besides its activation, once it is known. */
const NEURON_QUANTITIES = ["z", "d"] as const;

const DIRECTIONS = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
} as const;

/**
 * The drawing. React owns this element and its keys; everything inside `.drawing` belongs to the
 * diagram, which follows the store directly: a step is painted without waiting for React.
 */
export function Stage({ onDrawn }: { onDrawn: () => void }) {
  const messages = useMessages();
  const { ui } = messages;
  const store = useBackstepStore();
  const { actions } = store.getState();
  const selected = useBackstep((state) => state.selected);
  const drawing = useRef<HTMLDivElement>(null);
  const diagram = useRef<Diagram | null>(null);
  const walker = useRef<HTMLDivElement>(null);
  const [walk, setWalk] = useState<Ref | null>(null);
  const [spoken, setSpoken] = useState("");
  const drawn = useRef(onDrawn);

  // Before the first paint: the network is part of it as soon as its numbers are there.
  useLayoutEffect(() => {
    const host = drawing.current!;
    let scrubStart: { readonly value: number; readonly notch: number } | null = null;
    const created = createDiagram(host, {
      onHover: actions.hover,
      onSelect(ref) {
        actions.select(ref);
        // A second tap on the same label goes back to its field.
        if (ref !== null) walker.current?.parentElement?.querySelector("input")?.focus();
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
    diagram.current = created;
    // The press that opens a field would take the focus from it again.
    host.addEventListener("mousedown", keepFocus);
    let last: BackstepState | null = null;
    let stepped = -Infinity;
    const follow = (state: BackstepState): void => {
      const now = performance.now();
      draw(created, state, last, now - stepped > HURRY_MS / state.speed);
      if (state.n !== last?.n) stepped = now;
      if (state.hovered !== last?.hovered) host.title = exactValues(state);
      if (last?.trace === null || last === null) {
        if (state.trace !== null) drawn.current();
      }
      last = state;
    };
    follow(store.getState());
    const unsubscribe = store.subscribe(follow);
    return () => {
      unsubscribe();
      host.removeEventListener("mousedown", keepFocus);
      created.destroy();
    };
  }, [store, actions]);

  useLayoutEffect(() => {
    diagram.current?.setWords({
      inputLayer: ui.inputLayer,
      overflow: ui.outOfRange,
      activations: ui.activations,
    });
  }, [ui]);

  useEffect(() => diagram.current?.setSelected(selected ?? walk), [selected, walk]);

  const visit = (ref: Ref): void => {
    setWalk(ref);
    actions.hover(refKey(ref));
    setSpoken(speak(messages, store.getState(), ref));
  };
  const leave = (): void => {
    setWalk(null);
    actions.hover(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== walker.current || event.metaKey || event.ctrlKey || event.altKey) return;
    const drawn = diagram.current;
    if (drawn === null) return;
    if (event.key === "Enter") {
      if (walk === null) visit(drawn.neighbour(null, "right"));
      else if (isEditable(walk)) actions.select(walk);
      else setSpoken(`${speak(messages, store.getState(), walk)} ${ui.notEditable}`);
    } else if (walk !== null && event.key in DIRECTIONS && !event.shiftKey) {
      visit(drawn.neighbour(walk, DIRECTIONS[event.key as keyof typeof DIRECTIONS]));
    } else if (walk !== null && event.key === "Escape") {
      leave();
      setSpoken(ui.stageLeft);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <main className="stage">
      <div
        className="walker"
        ref={walker}
        role="application"
        aria-label={ui.stage}
        aria-describedby="stage-hint"
        tabIndex={0}
        data-testid="stage"
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (store.getState().selected === null) leave();
        }}
      >
        <div className="drawing" ref={drawing} />
        {walk !== null ? (
          <p className="walk-hint" id="stage-hint">
            {ui.stageWalking}
          </p>
        ) : (
          <p className="visually-hidden" id="stage-hint">
            {ui.stageHint}
          </p>
        )}
      </div>
      <p className="visually-hidden" role="status" data-testid="stage-spoken">
        {spoken}
      </p>
      {selected !== null && isEditable(selected) ? (
        <ValueField
          key={refKey(selected)}
          of={selected}
          diagram={diagram}
          stage={drawing}
          onClose={() => {
            actions.select(null);
            walker.current?.focus({ preventScroll: true });
          }}
        />
      ) : null}
      <Legend />
      <Notices />
    </main>
  );
}

function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

/** Hands the diagram what changed between two states, and nothing else. */
function draw(
  diagram: Diagram,
  state: BackstepState,
  last: BackstepState | null,
  unhurried: boolean,
): void {
  const { trace, plan, n, view, hovered } = state;
  if (trace === null || plan === null) return;
  if (view.digits !== last?.view.digits) diagram.setFormat({ digits: view.digits });
  if (trace !== last?.trace) diagram.setTrace(trace);
  if (plan !== last?.plan || n !== last.n) {
    const onward = plan === last?.plan && n === last.n + 1;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const travels = onward && unhurried && !still;
    diagram.setStep(plan, n, travels ? { durationMs: STEP_MS / state.speed } : null);
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

/** A place of the drawing with what is known there, as a sentence. */
function speak(messages: Messages, { trace, plan, n, view }: BackstepState, ref: Ref): string {
  if (trace === null || plan === null) return "";
  const { ui, speech } = messages;
  const known = (r: Ref): boolean => isKnown(plan, n, r) && isInRange(plan, trace.overflow, r);
  const say = (r: Ref): string =>
    ui.says(
      speech.quantity[r.q]({ l: `${r.l}`, i: `${r.i}`, j: `${r.j}` }),
      known(r)
        ? speech.number(formatNumber(valueOf(trace, r), { digits: view.digits }))
        : ui.notKnownYet,
    );
  const more = ref.q === "a" && ref.l > 1 ? NEURON_QUANTITIES.map((q) => ({ ...ref, q })) : [];
  const sentences = [ref, ...more.filter(known)].map(say);
  return [...sentences, ...(isEditable(ref) ? [ui.editable] : [])].join(" ");
}

function Legend() {
  const { ui } = useMessages();
  return (
    <ul className="legend">
      <li>
        <svg width="28" height="4" aria-hidden="true">
          <line x1="0" y1="2" x2="28" y2="2" stroke="currentColor" strokeWidth="3" />
        </svg>
        {ui.legendPositive}
      </li>
      <li>
        <svg width="28" height="4" aria-hidden="true">
          <line
            x1="0"
            y1="2"
            x2="28"
            y2="2"
            stroke="currentColor"
            strokeWidth="3"
            strokeDasharray="7 4"
          />
        </svg>
        {ui.legendNegative}
      </li>
      <li>{ui.legendThickness}</li>
      <li className="a">
        <span className="dot a" />
        <span className="symbol a">a</span>
        {ui.legendActivation}
      </li>
      <li className="delta">
        <span className="dot delta" />
        <span className="symbol d">δ</span>
        {ui.legendDelta}
      </li>
    </ul>
  );
}
