import { useEffect, useRef } from "react";
import { refKey, type Ref } from "../engine/ref.ts";
import { valueOf } from "../engine/trace.ts";
import { nudge, notchOf } from "../numbers/nudge.ts";
import { editableValue } from "../session/session.ts";
import { useBackstep, useBackstepStore, useMessages } from "./context.ts";
import type { Drawing } from "./drawing.ts";
import { NumberInput } from "./NumberInput.tsx";
import { Symbol } from "./Symbol.tsx";

/** Pixels of dragging that make one notch. */
const PIXELS_PER_NOTCH = 4;
const FIELD = { width: 250, height: 92, gap: 10 };

interface ValueFieldProps {
  readonly of: Ref;
  readonly drawing: Drawing;
  readonly onClose: () => void;
}

function focusField(box: HTMLElement | null): void {
  const input = box?.querySelector("input");
  input?.focus({ preventScroll: true });
  input?.select();
}

/** The field of a selected weight, bias, input or target, beside its place in the drawing. */
export function ValueField({ of, drawing, onClose }: ValueFieldProps) {
  const { ui } = useMessages();
  const { actions } = useBackstepStore().getState();
  // From the trace, not the session: the field then changes in one frame with all that follows from
  // it, where a frame of its own would hold the others' back by one. What is typed shows at once.
  const value = useBackstep((state) =>
    state.trace === null ? editableValue(state.session.network, of) : valueOf(state.trace, of),
  );
  const box = useRef<HTMLDivElement>(null);
  /** What Escape brings back. */
  const opened = useRef(value);
  const grip = useRef<{ x: number; value: number } | null>(null);

  useEffect(() => {
    const { diagram, host, onAnchorsMoved } = drawing;
    const place = (): void => {
      const anchor = diagram.anchor(of);
      if (box.current === null || anchor === null) return;
      const below = anchor.y + anchor.height + FIELD.gap;
      const top =
        below + FIELD.height <= host.clientHeight
          ? below
          : Math.max(4, anchor.y - FIELD.gap - FIELD.height);
      const left = anchor.x + anchor.width / 2 - FIELD.width / 2;
      const right = host.clientWidth - FIELD.width - 4;
      box.current.style.left = `${Math.max(4, Math.min(right, left))}px`;
      box.current.style.top = `${host.offsetTop + top}px`;
    };
    place();
    return onAnchorsMoved(place);
  }, [of, drawing]);

  useEffect(() => {
    focusField(box.current);
  }, []);

  // What happens in the field between opening and closing it is undone as one.
  const set = (next: number): void =>
    actions.dispatch(
      { type: "setValue", ref: of, value: next },
      { gesture: `field ${refKey(of)}`, atOnce: true },
    );
  useEffect(() => actions.endGesture, [actions]);
  const { speech } = useMessages();
  const name = speech.quantity[of.q]({ l: `${of.l}`, i: `${of.i}`, j: `${of.j}` });
  return (
    <div
      className="value-field"
      data-testid="value-field"
      ref={box}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null && !box.current?.contains(relatedTarget)) actions.select(null);
      }}
    >
      <div className="row">
        <span
          className="name"
          title={ui.scrub}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            grip.current = { x: event.clientX, value };
          }}
          onPointerMove={(event) => {
            if (grip.current === null) return;
            const notches = (event.clientX - grip.current.x) / PIXELS_PER_NOTCH;
            set(nudge(grip.current.value, notches, notchOf(grip.current.value)));
          }}
          onPointerUp={({ pointerType }) => {
            grip.current = null;
            // The press took the focus. To a finger it would bring the keyboard of the screen.
            if (pointerType === "mouse") focusField(box.current);
          }}
          onPointerCancel={() => {
            grip.current = null;
          }}
        >
          <Symbol of={of} />
        </span>
        <NumberInput
          aria-label={ui.fieldOf(name)}
          value={value}
          onValue={set}
          hint={ui.fieldHint}
          onKeyDown={(event) => {
            if (event.key !== "Enter" && event.key !== "Escape") return;
            event.preventDefault();
            event.stopPropagation();
            if (event.key === "Escape") set(opened.current);
            onClose();
          }}
        />
        <button type="button" className="button done" onClick={onClose}>
          {ui.done}
        </button>
      </div>
    </div>
  );
}
