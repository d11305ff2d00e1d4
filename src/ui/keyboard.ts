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
    "$mod+KeyZ": when(actions.undo, TYPED),
    "$mod+Shift+KeyZ": when(actions.redo, TYPED),
    "Control+KeyY": when(actions.redo, TYPED),
    d: when(() => toggleDrawing(desk)),
    "Shift+?": askForKeys,
    // Some layouts have it without Shift.
    "?": askForKeys,
  });
}

/** Keys belong to these where they have the focus: text fields, lists, open dialogs. */
const TYPING = "input[type=text], select, dialog";
/** The same without fields in which nothing has been typed that the browser could take back. */
const TYPED = "input[type=text]:not([data-untyped]), select, dialog";

/** Acts on a key that belongs to nothing that has the focus. */
function when(act: () => void, owners = TYPING): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest(owners) !== null) return;
    event.preventDefault();
    act();
  };
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, input, select, a, summary") !== null;
}
