import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from "react";
import { refKey, type Ref } from "../../engine/ref.ts";
import { messagesFor } from "../../i18n/messages.ts";
import { refExists } from "../../session/exists.ts";
import { itemOf } from "../../session/items.ts";
import { isEditable } from "../../session/session.ts";
import { change, extendPicked, togglePicked } from "../../store/desk.ts";
import type { DrawNews } from "../../store/deskNews.ts";
import { useBackstepStore, useMessages } from "../context.ts";
import type { Drawing } from "../drawing.ts";
import { deedOf, hereOf, type Deed } from "./keys.ts";
import { nameOfPlace, speakPlace } from "./speak.ts";

const DIRECTIONS = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
} as const;

/** News after which one may stand elsewhere. */
const MOVES_ON: readonly DrawNews["code"][] = ["removed", "removedSeveral", "changed"];

interface WalkerProps {
  readonly drawing: Drawing;
  readonly onSpeak: (sentence: string) => void;
}

/** The drawing as it is walked over, read and drawn on by keyboard. */
export function Walker({ drawing: { host, diagram, desk }, onSpeak }: WalkerProps) {
  const { ui } = useMessages();
  const store = useBackstepStore();
  const { actions } = store.getState();
  const walker = useRef<HTMLDivElement>(null);
  /** Where the walk stood when the focus went elsewhere while it was drawn. */
  const left = useRef<Ref | null>(null);

  // Moved in before the first paint of the page, from where it was drawn without it.
  useLayoutEffect(() => walker.current?.prepend(host), [host]);
  useEffect(() => {
    const tell = async (news: DrawNews, walk: Ref | null): Promise<void> => {
      const { deedMessages } = await import("../../i18n/deeds.ts");
      // Something else may have happened since.
      if (desk.getState().news !== news) return;
      const { lang } = store.getState().view;
      const words = deedMessages(lang);
      const isElsewhere = MOVES_ON.includes(news.code);
      const place = isElsewhere && walk !== null ? nameOfPlace(messagesFor(lang), walk) : null;
      onSpeak([words.news(news), ...(place === null ? [] : [words.now(place)])].join(" "));
    };
    return desk.subscribe(({ news, walk }, before) => {
      if (news === before.news) return;
      if (news === null) onSpeak("");
      else void tell(news, walk);
    });
  }, [desk, store, onSpeak]);

  const visit = (to: Ref | null): void => {
    if (to === null) return;
    // A walk that begins at what was picked by pointer leaves it.
    const { walk } = desk.getState();
    desk.setState(walk === null ? { walk: to, picked: [] } : { walk: to });
    actions.hover(refKey(to));
    onSpeak(speakPlace(messagesFor(store.getState().view.lang), store.getState(), to));
  };
  const leave = (): void => {
    desk.setState({ walk: null, pending: null });
    actions.hover(null);
  };

  /** A walk that a dialog has interrupted goes on where it stood. */
  const resume = (): void => {
    const { mode, walk, picked } = desk.getState();
    const place = left.current;
    left.current = null;
    // A pointer has its own place on the stage.
    if (place === null || !walker.current!.matches(":focus-visible")) return;
    const isFree = mode === "draw" && walk === null && picked.length === 0;
    if (isFree && refExists(store.getState().session.network, place)) visit(place);
  };

  const perform = (deed: Deed): void => {
    switch (deed.type) {
      case "change":
        change(store, desk, deed.command, true);
        return;
      case "begin":
        desk.setState({ pending: deed.from, news: { code: "begun", from: deed.from } });
        return;
      case "callOff":
        desk.setState({ pending: null, news: { code: "calledOff" } });
        return;
      case "toggle":
        togglePicked(desk, deed.item);
        return;
      case "unpick":
        desk.setState({ picked: [], news: { code: "unpicked" } });
        return;
      case "type":
        actions.select(deed.ref);
        return;
      case "say":
        // The same words again are to be heard again.
        desk.setState({ news: { ...deed.news } });
        return;
      case "menu":
        openMenu(deed);
    }
  };
  const openMenu = ({ item }: Extract<Deed, { type: "menu" }>): void => {
    const { left, top, width, height } = host.getBoundingClientRect();
    const here = hereOf(desk.getState());
    const box = here && diagram.anchor(here);
    const [x, y] =
      box === null ? [width / 2, height / 2] : [box.x + box.width / 2, box.y + box.height / 2];
    desk.setState({ menu: { item, x: left + x, y: top + y } });
  };

  /** Walks on; with Shift, while it is drawn on, what is passed gets picked. */
  const walkOn = (from: Ref, event: KeyboardEvent): boolean => {
    const isDrawn = desk.getState().mode === "draw";
    if (event.altKey || (event.shiftKey && !isDrawn)) return false;
    const to = diagram.neighbour(from, DIRECTIONS[event.key as keyof typeof DIRECTIONS]);
    visit(to);
    if (event.shiftKey && to !== null) {
      extendPicked(
        desk,
        [from, to].flatMap((r) => itemOf(r) ?? []),
      );
    }
    return true;
  };
  const readKey = (event: KeyboardEvent): boolean => {
    const { walk } = desk.getState();
    const here = hereOf(desk.getState());
    if (here !== null && event.key in DIRECTIONS) return walkOn(here, event);
    if (event.altKey) return false;
    if (event.key === "Escape" && store.getState().refused !== null) actions.dismissRefusal();
    else if (event.key === "Escape" && walk !== null) {
      leave();
      onSpeak(ui.stageLeft);
    } else if (event.key !== "Enter") return false;
    else if (walk === null) visit(diagram.neighbour(null, "right"));
    else if (isEditable(walk)) actions.select(walk);
    else
      onSpeak(
        `${speakPlace(messagesFor(store.getState().view.lang), store.getState(), walk)} ${ui.notEditable}`,
      );
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== walker.current || event.metaKey || event.ctrlKey) return;
    const held = desk.getState();
    const deed =
      held.mode === "draw" ? deedOf(event, held, store.getState().session.network) : null;
    if (deed !== null) perform(deed);
    else if (!readKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      className="walker"
      ref={walker}
      role="application"
      aria-label={ui.stage}
      aria-describedby="stage-hint"
      tabIndex={0}
      data-testid="stage"
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        // The menu key has been answered already.
        if (event.target === walker.current) event.preventDefault();
      }}
      onFocus={resume}
      onBlur={() => {
        const isElsewhere = store.getState().selected === null && desk.getState().menu === null;
        if (!isElsewhere) return;
        left.current = desk.getState().walk;
        leave();
      }}
    />
  );
}
