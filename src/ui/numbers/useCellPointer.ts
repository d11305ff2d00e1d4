import { useRef, type MouseEvent, type PointerEvent } from "react";
import { parseRefKey, refKey, type Ref } from "../../engine/ref.ts";
import { nudge, notchOf } from "../../numbers/nudge.ts";
import { editableValue } from "../../session/session.ts";
import { useBackstepStore } from "../context.ts";

/** Pixels of dragging that make one notch. */
const PIXELS_PER_NOTCH = 4;

/** A press on a cell, until it is let go. */
interface Press {
  readonly cell: HTMLElement;
  readonly x: number;
  /** Whether a click opens the cell: by touch, or where it had the focus already. */
  readonly opens: boolean;
  /** What is dragged; null where there is no number, and by touch, which scrolls. */
  readonly scrubbed: { readonly of: Ref; readonly value: number; readonly notch: number } | null;
}

interface CellPointer {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  readonly onClick: (event: MouseEvent) => void;
}

/**
 * Cells under the pointer: dragged sideways their number is scrubbed, as one entry for undo; a
 * click on the cell with the focus opens it.
 */
export function useCellPointer(open: (cell: HTMLElement) => void): CellPointer {
  const store = useBackstepStore();
  const { actions } = store.getState();
  const press = useRef<Press | null>(null);
  const isHeld = useRef(false);

  const scrubbedIn = (cell: HTMLElement): Press["scrubbed"] => {
    const of = parseRefKey(cell.dataset["ref"] ?? "");
    if (of === null || "missing" in cell.dataset) return null;
    const value = editableValue(store.getState().session.network, of);
    return { of, value, notch: notchOf(value) };
  };
  const letGo = (): void => {
    isHeld.current = false;
    actions.endGesture();
  };
  return {
    onPointerDown: ({ target, button, pointerType, clientX }) => {
      const cell = cellOf(target);
      press.current = null;
      if (button !== 0 || cell === null) return;
      const isTouch = pointerType === "touch";
      const scrubbed = isTouch ? null : scrubbedIn(cell);
      const opens = isTouch || cell === document.activeElement;
      press.current = { cell, x: clientX, opens, scrubbed };
      isHeld.current = true;
    },
    onPointerMove: ({ currentTarget, clientX, pointerId }) => {
      if (!isHeld.current || !press.current?.scrubbed) return;
      const { of, value, notch } = press.current.scrubbed;
      const notches = (clientX - press.current.x) / PIXELS_PER_NOTCH;
      // From then on the click that ends the press is no longer the cell's.
      if (Math.abs(notches) >= 1) currentTarget.setPointerCapture(pointerId);
      const next = nudge(value, notches, notch);
      actions.dispatch(
        { type: "setValue", ref: of, value: next },
        { gesture: `scrub ${refKey(of)}`, atOnce: true },
      );
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onClick: ({ target }) => {
      const cell = cellOf(target);
      if (cell !== null && press.current?.cell === cell && press.current.opens) open(cell);
    },
  };
}

/** The cell of what is pressed, unless that is the field in it. */
function cellOf(target: EventTarget): HTMLElement | null {
  if (!(target instanceof Element) || target instanceof HTMLInputElement) return null;
  return target.closest<HTMLElement>("td[data-ref]");
}
