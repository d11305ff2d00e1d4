import { useLayoutEffect, useRef } from "react";
import { refKey, type Ref } from "../../engine/ref.ts";
import { editableValue } from "../../session/session.ts";
import { useBackstep, useBackstepStore, useMessages } from "../context.ts";
import { NumberInput } from "../NumberInput.tsx";

interface CellFieldProps {
  readonly of: Ref;
  /** Called when the focus leaves the field. */
  readonly onDone: () => void;
}

/**
 * The field in a cell whose number is there. What is typed is in force at once. Escape brings back
 * what was, and so does leaving a text that is no number. The value is the session's, which is never
 * behind the typing.
 */
export function CellField({ of, onDone }: CellFieldProps) {
  const { actions } = useBackstepStore().getState();
  const value = useBackstep((state) => editableValue(state.session.network, of));
  const opened = useRef(value);
  const gesture = `type ${refKey(of)}`;
  const set = (next: number): void =>
    actions.dispatch({ type: "setValue", ref: of, value: next }, { gesture, atOnce: true });
  return (
    <Field
      of={of}
      value={value}
      onValue={set}
      onForget={() => set(opened.current)}
      onDone={() => {
        actions.endGesture();
        onDone();
      }}
    />
  );
}

interface EdgeFieldProps extends CellFieldProps {
  /** The typed number has been accepted. */
  readonly onDraw: (weight: number) => void;
}

/** The field in a cell without an edge: it is drawn when the number is accepted, not before. */
export function EdgeField({ of, onDraw, onDone }: EdgeFieldProps) {
  const typed = useRef<number | null>(null);
  return (
    <Field
      of={of}
      value={0}
      onValue={(weight) => {
        typed.current = weight;
      }}
      onForget={() => {
        typed.current = null;
      }}
      onDone={() => {
        if (typed.current !== null) onDraw(typed.current);
        onDone();
      }}
    />
  );
}

interface FieldProps extends CellFieldProps {
  readonly value: number;
  readonly onValue: (value: number) => void;
  /** What was typed is given up. */
  readonly onForget: () => void;
}

function Field({ of, value, onValue, onForget, onDone }: FieldProps) {
  const { ui, speech } = useMessages();
  const box = useRef<HTMLSpanElement>(null);
  // Before the key that opened the field has its effect, which is to be in the field.
  useLayoutEffect(() => {
    const input = box.current?.querySelector("input");
    input?.focus({ preventScroll: true });
    input?.select();
  }, []);
  return (
    <span className="cell-field" ref={box}>
      <NumberInput
        aria-label={ui.fieldOf(speech.quantity[of.q]({ l: `${of.l}`, i: `${of.i}`, j: `${of.j}` }))}
        value={value}
        onValue={onValue}
        onKeyDown={({ key }) => {
          if (key === "Escape") onForget();
        }}
        onBlur={({ currentTarget }) => {
          if (currentTarget.ariaInvalid === "true") onForget();
          onDone();
        }}
      />
    </span>
  );
}
