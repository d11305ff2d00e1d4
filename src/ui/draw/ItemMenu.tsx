import { useLayoutEffect, useMemo, useRef, type KeyboardEvent } from "react";
import { deedMessages } from "../../i18n/deeds.ts";
import type { Item } from "../../session/command.ts";
import { countKinds } from "../../session/items.ts";
import { change, type MenuCall } from "../../store/desk.ts";
import { useBackstep, useBackstepStore, useMessages } from "../context.ts";
import type { Drawing } from "../drawing.ts";
import { entriesOf, type Entry } from "./menu.ts";
import { useDesk } from "./useDesk.ts";
import { useDrawingMessages } from "./words.ts";
import "./ItemMenu.css";

interface ItemMenuProps {
  readonly call: MenuCall;
  readonly drawing: Drawing;
  /** `next`: what has the focus then. */
  readonly onClose: (next: "stage" | "elsewhere") => void;
}

/** Distance from the window's edge, px. */
const MARGIN = 6;

/** What can be done with a part of the drawing, beside it. */
export function ItemMenu({ call, drawing, onClose }: ItemMenuProps) {
  const { ui } = useMessages();
  const { fitTitle } = useDrawingMessages();
  const words = deedMessages(useBackstep((state) => state.view.lang));
  const store = useBackstepStore();
  const { actions } = store.getState();
  const { desk, diagram } = drawing;
  const { item, x, y } = call;
  const session = useBackstep((state) => state.session);
  const picked = useDesk(desk, (state) => state.picked);
  const entries = useMemo(() => entriesOf(session, picked, item), [session, picked, item]);
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const menu = box.current!;
    // Above everything: the stage cuts off what stands beyond its edge.
    menu.showPopover();
    const { offsetWidth, offsetHeight } = menu;
    const inside = (at: number, most: number): string =>
      `${Math.max(MARGIN, Math.min(most - MARGIN, at))}px`;
    menu.style.left = inside(x, window.innerWidth - offsetWidth);
    menu.style.top = inside(y, window.innerHeight - offsetHeight);
    menu.querySelector("button")?.focus({ preventScroll: true });
  }, [x, y]);

  useLayoutEffect(() => {
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current!.contains(event.target))
        onClose("elsewhere");
    };
    document.addEventListener("pointerdown", outside, true);
    return () => document.removeEventListener("pointerdown", outside, true);
  }, [onClose]);

  const act = (entry: Entry): void => {
    switch (entry.kind) {
      case "layer":
        desk.setState({ menu: { item: { kind: "layer", l: entry.l }, x, y } });
        return;
      case "type":
        onClose("elsewhere");
        actions.select(entry.ref);
        return;
      case "fit":
        onClose("stage");
        diagram.fit();
        return;
      case "command":
        onClose("stage");
        change(store, desk, entry.command);
        return;
      case "activation": {
        const { l, activation } = entry;
        onClose("stage");
        change(store, desk, { type: "setActivation", l, activation });
      }
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...box.current!.querySelectorAll("button")];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = MOVES[event.key]?.(at, buttons.length);
    const closes = event.key === "Escape" || event.key === "Tab";
    if (next !== undefined) buttons[next].focus();
    else if (closes) onClose("stage");
    // Enter and the space bar press the button; no key is the stage's or the lecture's here.
    event.stopPropagation();
    // What is not the menu's may be the browser's.
    if (next !== undefined || closes) event.preventDefault();
  };

  const deleted = deletedBy(entries.at(-1));
  const title = deleted.length > 1 ? words.partsOf(countKinds(deleted)) : words.menuOf(item);
  const text = (entry: Entry): string => {
    switch (entry.kind) {
      case "command":
        if (entry.name !== "delete") return words.commands[entry.name];
        if (deleted.length > 1) return words.deleteParts(countKinds(deleted));
        return item?.kind === "layer" ? words.deleteLayer : words.commands.delete;
      case "type":
        return words.typeNumber[entry.ref.q === "w" || entry.ref.q === "a" ? entry.ref.q : "b"];
      case "layer":
        return words.layerMenu(entry.l);
      case "activation":
        return ui.activations[entry.activation];
      case "fit":
        return fitTitle;
    }
  };

  return (
    <div
      className="item-menu"
      popover="manual"
      role="menu"
      aria-label={title}
      tabIndex={-1}
      ref={box}
      onKeyDown={onKeyDown}
    >
      <p aria-hidden="true">{title}</p>
      {entries.map((entry) => (
        <button
          key={text(entry)}
          type="button"
          tabIndex={-1}
          onClick={() => act(entry)}
          {...(entry.kind === "activation"
            ? { role: "menuitemradio", "aria-checked": entry.isChosen }
            : { role: "menuitem" })}
        >
          {text(entry)}
        </button>
      ))}
    </div>
  );
}

/** What an entry deletes. */
function deletedBy(entry: Entry | undefined): readonly Item[] {
  return entry?.kind === "command" && entry.command.type === "remove" ? entry.command.items : [];
}

const MOVES: Readonly<Record<string, (k: number, n: number) => number>> = {
  ArrowDown: (k, n) => (k + 1) % n,
  ArrowUp: (k, n) => (k + n - 1) % n,
  Home: () => 0,
  End: (_, n) => n - 1,
};
