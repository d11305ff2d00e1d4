import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { valueOf } from "../engine/trace.ts";
import { refKey, type Ref } from "../engine/ref.ts";
import type { Messages } from "../i18n/messages.ts";
import { formatNumber } from "../numbers/format.ts";
import { isEditable } from "../session/session.ts";
import { isInRange, isKnown } from "../steps/known.ts";
import type { BackstepState } from "../store/store.ts";
import { useBackstep, useBackstepStore, useMessages } from "./context.ts";
import type { Drawing } from "./drawing.ts";
import { Notices } from "./Notices.tsx";
import { ValueField } from "./ValueField.tsx";
import "./Stage.css";

/** What a neuron is heard to hold besides its activation, once it is known. */
const NEURON_QUANTITIES = ["z", "d"] as const;

const DIRECTIONS = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
} as const;

/** The drawing with what React adds to it: keys, the field of a number, legend, notices. */
export function Stage({ drawing }: { drawing: Drawing }) {
  const messages = useMessages();
  const { ui } = messages;
  const store = useBackstepStore();
  const { actions } = store.getState();
  const selected = useBackstep((state) => state.selected);
  const { diagram, host } = drawing;
  const walker = useRef<HTMLDivElement>(null);
  const [walk, setWalk] = useState<Ref | null>(null);
  const [spoken, setSpoken] = useState("");

  // Moved in before the first paint of the page, from where it was drawn without it.
  useLayoutEffect(() => walker.current?.prepend(host), [host]);
  useEffect(() => diagram.setSelected(selected ?? walk), [diagram, selected, walk]);

  const visit = (ref: Ref | null): void => {
    if (ref === null) return;
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
    if (event.key === "Enter") {
      if (walk === null) visit(diagram.neighbour(null, "right"));
      else if (isEditable(walk)) actions.select(walk);
      else setSpoken(`${speak(messages, store.getState(), walk)} ${ui.notEditable}`);
    } else if (walk !== null && event.key in DIRECTIONS && !event.shiftKey) {
      visit(diagram.neighbour(walk, DIRECTIONS[event.key as keyof typeof DIRECTIONS]));
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
          drawing={drawing}
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
