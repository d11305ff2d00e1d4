import { tinykeys } from "tinykeys";
import { toggleDrawing, type DeskStore } from "../store/desk.ts";
import type { BackstepStore } from "../store/store.ts";

/** The event that opens the keyboard map. */
const KEYS_ASKED = "backstep:keys";
const asked = new EventTarget();

/** Calls back when the keyboard map is asked for; returns how to stop. */
export function onKeysAsked(open: () => void): () => void {
  asked.addEventListener(KEYS_ASKED, open);
  return () => asked.removeEventListener(KEYS_ASKED, open);
}

/** Binds the keyboard map to the page; returns how to unbind it. */
export function bindKeyboard(target: Window, store: BackstepStore, desk: DeskStore): () => void {
  const { actions } = store.getState();
  const askForKeys = when(() => asked.dispatchEvent(new Event(KEYS_ASKED)));
  return tinykeys(target, {
    ArrowRight: when(actions.next),
    ArrowLeft: when(actions.previous),
    PageDown: when(actions.next),
    PageUp: when(actions.previous),
    "Shift+ArrowRight": when(() => actions.phase(1)),
    "Shift+ArrowLeft": when(() => actions.phase(-1)),
    Home: when(actions.first),
    End: when(actions.last),
    Space: (event) => {
      // On a control the space bar is that control's own.
      if (!isControl(event.target)) when(actions.togglePlaying)(event);
    },
    BracketLeft: when(() => actions.coarser()),
    BracketRight: when(() => actions.finer()),
    "$mod+KeyZ": when(actions.undo),
    "$mod+Shift+KeyZ": when(actions.redo),
    "Control+KeyY": when(actions.redo),
    d: when(() => toggleDrawing(desk)),
    "Shift+?": askForKeys,
    // Some layouts have it without Shift.
    "?": askForKeys,
  });
}

/** Acts on a key that belongs to nothing that has the focus. */
function when(act: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || isTyping(event.target)) return;
    event.preventDefault();
    act();
  };
}

/** Whether keys belong to what has the focus: text fields, lists, open dialogs. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input[type=text], select, dialog") !== null;
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, input, select, a, summary") !== null;
}
