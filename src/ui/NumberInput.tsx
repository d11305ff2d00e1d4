import { useEffect, useId, useRef, useState, type ComponentProps } from "react";
import { nudge, notchOf } from "../numbers/nudge.ts";
import { formatShortest } from "../numbers/format.ts";
import { parseNumber, type NumberProblem } from "../numbers/parse.ts";
import { useMessages } from "./context.ts";

interface NumberInputProps extends Omit<
  ComponentProps<"input">,
  "value" | "defaultValue" | "onChange" | "onInput" | "type" | "inputMode"
> {
  /** The value in force. */
  readonly value: number;
  /** Called with every text that reads as a number; other texts stay in the field with a sentence. */
  readonly onValue: (value: number) => void;
  readonly hint?: string;
  /** Whether Escape gives back the value of before the typing. */
  readonly restores?: boolean;
}

/**
 * A field for one number. What is typed stays as typed while the field has the focus, also when it
 * is no number; the value in force is then the last good one.
 */
export function NumberInput({ value, onValue, hint, restores = false, ...rest }: NumberInputProps) {
  const { fieldProblems } = useMessages().ui;
  const messageId = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<NumberProblem | null>(null);
  const lastSent = useRef(value);
  /** The value before the typing began: what stays in force under a text that is no number. */
  const before = useRef(value);

  // A value that came from elsewhere (dragging on the drawing, a link) replaces what was typed.
  useEffect(() => {
    if (!Object.is(value, lastSent.current)) {
      lastSent.current = value;
      before.current = value;
      setDraft(null);
      setProblem(null);
    }
  }, [value]);

  const input = useRef<HTMLInputElement>(null);
  const shown = draft ?? formatShortest(value);
  const [first] = useState(shown);
  // Written here and not by React, which would put the caret at the end and so have the page put in
  // layers anew. In a field that has the focus it asks for a layout at once: it comes last, when all
  // else has been written. The drag of a weight has no time for more. What is typed next replaces it.
  useEffect(() => {
    const { current: field } = input;
    if (field === null || field.value === shown) return;
    if (document.activeElement === field) {
      field.setRangeText(shown, 0, field.value.length, "select");
    } else {
      // To select in a field brings some browsers' focus there.
      field.value = shown;
    }
  }, [shown]);

  const send = (next: number): void => {
    lastSent.current = next;
    onValue(next);
  };

  return (
    <>
      <input
        {...rest}
        ref={input}
        type="text"
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        defaultValue={first}
        // The browser has nothing to take back here: undo is the page's.
        data-untyped={draft === null ? "" : undefined}
        aria-invalid={problem !== null}
        aria-describedby={problem !== null || hint !== undefined ? messageId : undefined}
        // React's own change event would not be heard where one key makes what React wrote last.
        onInput={(event) => {
          const text = event.currentTarget.value;
          const parsed = parseNumber(text);
          setDraft(text);
          setProblem(parsed.ok ? null : parsed.problem);
          send(parsed.ok ? parsed.value : before.current);
        }}
        onKeyDown={(event) => {
          rest.onKeyDown?.(event);
          if (event.key === "Escape" && restores && draft !== null) {
            setDraft(null);
            setProblem(null);
            send(before.current);
          }
          if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
          event.preventDefault();
          const notches = (event.key === "ArrowUp" ? 1 : -1) * (event.shiftKey ? 10 : 1);
          setDraft(null);
          setProblem(null);
          send(nudge(lastSent.current, notches, notchOf(lastSent.current)));
          before.current = lastSent.current;
        }}
        onBlur={(event) => {
          rest.onBlur?.(event);
          if (problem !== null) return;
          setDraft(null);
          before.current = lastSent.current;
        }}
      />
      {problem !== null ? (
        <span id={messageId} className="problem" role="alert">
          {fieldProblems[problem]}
        </span>
      ) : hint === undefined ? null : (
        <span id={messageId} className="hint">
          {hint}
        </span>
      )}
    </>
  );
}
