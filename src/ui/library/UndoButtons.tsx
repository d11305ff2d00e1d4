import { useEffect, useState } from "react";
import { libraryMessages, type LibraryMessages } from "../../i18n/library.ts";
import { messagesFor } from "../../i18n/messages.ts";
import type { CommandName } from "../../session/names.ts";
import type { BackstepState } from "../../store/store.ts";
import { useBackstep, useBackstepStore, useMessages } from "../context.ts";
import { Icon } from "../icons.tsx";

/** Undo and redo, each called after the change; what was undone, by key too, is said. */
export function UndoButtons() {
  const { structure } = useMessages();
  const store = useBackstepStore();
  const { actions } = store.getState();
  const words = libraryMessages(useBackstep((state) => state.view.lang));
  const { undo, redo, spoken } = useShown();
  const nameOf = (change: CommandName | null, name: LibraryMessages["undoNamed"]): string | null =>
    change === null ? null : name(structure.command(change));
  return (
    <span className="undo">
      <UndoButton
        icon="undo"
        name={words.undo}
        change={nameOf(undo, words.undoNamed)}
        none={words.nothingToUndo}
        onPress={actions.undo}
      />
      <UndoButton
        icon="redo"
        name={words.redo}
        change={nameOf(redo, words.redoNamed)}
        none={words.nothingToRedo}
        onPress={actions.redo}
      />
      <span className="visually-hidden" role="status" data-testid="undo-spoken">
        {spoken}
      </span>
    </span>
  );
}

/** What can be undone and redone, and what was undone just now. */
interface Shown {
  readonly undo: CommandName | null;
  readonly redo: CommandName | null;
  readonly spoken: string;
}

/**
 * As of the network on the screen: buttons that changed before its numbers are there would be drawn
 * in a frame of their own, and the network would have to wait for the next.
 */
function useShown(): Shown {
  const store = useBackstepStore();
  const [shown, setShown] = useState<Shown>(() => shownOf(store.getState(), ""));
  useEffect(() => {
    let spoken = "";
    const show = (state: BackstepState): void => {
      const next = shownOf(state, spoken);
      setShown((now) => (isSame(now, next) ? now : next));
    };
    show(store.getState());
    return store.subscribe((state, last) => {
      if (state.history !== last.history) spoken = journey(state, last);
      if (state.arrival === null) show(state);
    });
  }, [store]);
  return shown;
}

function shownOf({ undoName, redoName }: BackstepState, spoken: string): Shown {
  return { undo: undoName, redo: redoName, spoken };
}

function isSame(p: Shown, q: Shown): boolean {
  return p.undo === q.undo && p.redo === q.redo && p.spoken === q.spoken;
}

interface UndoButtonProps {
  readonly icon: "undo" | "redo";
  readonly name: string;
  /** The name with what it would undo; null where there is nothing. */
  readonly change: string | null;
  readonly none: string;
  readonly onPress: () => void;
}

/** Keeps the focus when there is nothing more to undo, which a disabled button would lose. */
function UndoButton({ icon, name, change, none, onPress }: UndoButtonProps) {
  return (
    <button
      type="button"
      className="button quiet icon"
      aria-label={change ?? name}
      aria-disabled={change === null}
      title={change ?? none}
      data-testid={icon}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}

/** What led from one state of the history to the next, if it was undoing or redoing. */
function journey(state: BackstepState, last: BackstepState): string {
  const words = libraryMessages(state.view.lang);
  const { command } = messagesFor(state.view.lang).structure;
  // Names are the same objects on both sides of undoing: equal ones may be another change's.
  if (state.redoName !== null && state.redoName === last.undoName) {
    return words.undone(command(state.redoName));
  }
  if (state.undoName !== null && state.undoName === last.redoName) {
    return words.redone(command(state.undoName));
  }
  return "";
}
