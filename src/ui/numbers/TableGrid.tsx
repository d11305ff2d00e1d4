import { useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { parseRefKey, refKey } from "../../engine/ref.ts";
import type { Trace } from "../../engine/trace.ts";
import { notchOf, nudge } from "../../numbers/nudge.ts";
import { editableValue } from "../../session/session.ts";
import type { MatrixTarget } from "../../share/matrixFit.ts";
import type { MatrixRows } from "../../share/matrixText.ts";
import { useBackstep, useBackstepStore, useMessages } from "../context.ts";
import { Cell } from "./Cell.tsx";
import { CellField, EdgeField } from "./CellField.tsx";
import {
  moved,
  moveOf,
  moveOfField,
  notchesOf,
  startsNumber,
  type Move,
  type Place,
} from "./grid.ts";
import { pastedInto } from "./pasted.ts";
import { ColumnHeads, RowHead } from "./TableHeads.tsx";
import { drawEdge, refAt, rowsOf } from "./tables.ts";
import { useCellPointer } from "./useCellPointer.ts";
import { useNumbersWords } from "./words.ts";

interface TableGridProps {
  readonly target: MatrixTarget;
  readonly trace: Trace;
  /** Numbers for the whole table were pasted into one of its cells. */
  readonly onPaste: (text: string) => void;
}

/** The cell that is typed into, and whether its connection was missing when that began. */
interface Typing extends Place {
  readonly wasMissing: boolean;
}

/**
 * One table as a grid: one tab stop at first, from which arrows and Tab go from cell to cell. A
 * number that is being typed has a field in its cell. What has the focus is told by focus events
 * alone, so keys, pointer and assistive technology all do the same.
 */
export function TableGrid({ target, trace, onPaste }: TableGridProps) {
  const messages = useMessages();
  const words = useNumbersWords();
  const store = useBackstepStore();
  const { actions } = store.getState();
  const digits = useBackstep((state) => state.view.digits);
  const [active, setActive] = useState<Place>({ i: 1, j: 1 });
  const [typing, setTyping] = useState<Typing | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const rows = rowsOf(trace, target);
  const isMissing = (place: Place): boolean => missingAt(rows, place) === true;
  // The table may have become smaller.
  const reachable = {
    i: Math.min(active.i, target.rows),
    j: Math.min(active.j, target.columns),
  };

  // Where the cell has gone, or its connection has come or gone, no field may open by itself.
  if (typing !== null && missingAt(rows, typing) !== typing.wasMissing) setTyping(null);

  const focus = (place: Place): void => {
    const key = refKey(refAt(target, place.i, place.j));
    table.current?.querySelector<HTMLElement>(`td[data-ref="${key}"]`)?.focus();
  };
  /** In the same task: the key that begins the typing then goes into the field by itself. */
  const type = (place: Place): void =>
    flushSync(() => setTyping({ ...place, wasMissing: isMissing(place) }));
  const set = (place: Place, value: number, gesture: string | null = null): void => {
    const of = refAt(target, place.i, place.j);
    const { network } = store.getState().session;
    const command = isMissing(place)
      ? drawEdge(network, of, value)
      : ({ type: "setValue", ref: of, value } as const);
    actions.dispatch(command, { gesture });
  };
  const nudgeBy = (place: Place, notches: number): void => {
    if (isMissing(place)) return;
    const of = refAt(target, place.i, place.j);
    const value = editableValue(store.getState().session.network, of);
    set(place, nudge(value, notches, notchOf(value)), `nudge ${refKey(of)}`);
  };
  const pointer = useCellPointer((cell) => {
    const place = placeOf(cell);
    if (place !== null) type(place);
  });

  /** To another cell; where there is none the key does what it does everywhere. */
  const go = (event: KeyboardEvent, from: Place, move: Move): void => {
    const to = moved(from, move, target);
    if (to === null) return;
    take(event);
    focus(to);
  };
  const onCellKey = (event: KeyboardEvent, place: Place): void => {
    const move = moveOf(event);
    const notches = notchesOf(event);
    if (move !== null) go(event, place, move);
    else if (notches !== null) {
      take(event);
      nudgeBy(place, notches);
    } else if (event.key === "Enter" || event.key === "F2") {
      take(event);
      type(place);
    } else if (startsNumber(event)) type(place);
  };
  const onFieldKey = (event: KeyboardEvent, place: Place, field: HTMLInputElement): void => {
    const isNumber = field.ariaInvalid !== "true";
    const move = moveOfField(event, field);
    if (event.key === "Escape") {
      take(event);
      focus(place);
    } else if (move !== null && isNumber) go(event, place, move);
    else if (event.key === "Enter") take(event);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const place = placeOf(event.target);
    if (place === null) return;
    if (event.target instanceof HTMLInputElement) onFieldKey(event, place, event.target);
    else onCellKey(event, place);
  };
  const onPasteInto = (event: ClipboardEvent): void => {
    const place = placeOf(event.target) ?? reachable;
    const text = event.clipboardData.getData("text/plain");
    const pasted = pastedInto(text, event.target instanceof HTMLInputElement);
    if (pasted.kind === "text") return;
    event.preventDefault();
    focus(place);
    if (pasted.kind === "number") set(place, pasted.value);
    else onPaste(text);
  };

  const onDone = (): void => setTyping(null);
  const fieldAt = (place: Place): ReactNode => {
    if (typing === null || typing.i !== place.i || typing.j !== place.j) return null;
    const of = refAt(target, place.i, place.j);
    return isMissing(place) ? (
      <EdgeField of={of} onDraw={(weight) => set(place, weight)} onDone={onDone} />
    ) : (
      <CellField of={of} onDone={onDone} />
    );
  };

  return (
    <table
      ref={table}
      role="grid"
      aria-label={words.tableSentence(target)}
      data-testid={`table-${target.table}${target.l}`}
      onKeyDown={onKeyDown}
      onPaste={onPasteInto}
      {...pointer}
      onFocus={(event) => {
        const place = placeOf(event.target);
        if (place === null) return;
        setActive(place);
        actions.hover(refKey(refAt(target, place.i, place.j)));
      }}
      onBlur={({ relatedTarget }) => {
        actions.endGesture();
        if (!table.current?.contains(relatedTarget)) actions.hover(null);
      }}
    >
      <ColumnHeads target={target} />
      <tbody>
        {rows.map((row, r) => (
          <tr key={r + 1}>
            <RowHead target={target} i={r + 1} />
            {row.map((value, c) => {
              const place = { i: r + 1, j: c + 1 };
              const of = refAt(target, place.i, place.j);
              return (
                <Cell
                  key={refKey(of)}
                  q={of.q}
                  l={of.l}
                  i={of.i}
                  j={of.j}
                  value={value}
                  digits={digits}
                  reachable={reachable.i === place.i && reachable.j === place.j}
                  field={fieldAt(place)}
                  messages={messages}
                  noEdge={words.noEdge}
                />
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whether a cell has no connection; null where there is no such cell. */
function missingAt(rows: MatrixRows, { i, j }: Place): boolean | null {
  const entry = rows[i - 1]?.[j - 1];
  return entry === undefined ? null : entry === null;
}

/** The row and column of the cell that an element is, or is in. */
function placeOf(element: EventTarget): Place | null {
  const cell = element instanceof Element ? element.closest<HTMLElement>("td[data-ref]") : null;
  const of = parseRefKey(cell?.dataset["ref"] ?? "");
  return of === null ? null : { i: of.i, j: Math.max(1, of.j) };
}

/** The key is the table's: it does not step, and does nothing of its own. */
function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
