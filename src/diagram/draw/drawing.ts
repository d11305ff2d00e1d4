/**
 * Drawing on the network: from pointer events to edits. Loaded when the stage is first drawn on;
 * what a gesture means is decided in `sketch.ts`, where things are in `places.ts`.
 */
import { sameRef, type Ref } from "../../engine/ref.ts";
import type { Point } from "../curve.ts";
import type { DrawCallbacks, Item, NeuronAt } from "../edits.ts";
import { buttonsOf, type Button } from "./buttons.ts";
import { groundOf } from "./ground.ts";
import { Marks } from "./marks.ts";
import { isDrawn, type Drawn } from "./places.ts";
import { isUnderway, RESTING, turn, type PointerDeed, type Said, type Sketch } from "./sketch.ts";
import "../drawing.css";

/** The drawing that is drawn on. */
export interface Paper {
  readonly surface: HTMLElement;
  drawn(): Drawn | null;
  /** The point of an event, stage px, and how many stage px a host px is. */
  locate(event: MouseEvent): { readonly at: Point; readonly scale: number };
  /** What the drawing shows at a point, stage px. */
  hitAt(at: Point, slop: number): Ref | null;
  onHover(r: Ref | null): void;
  readonly callbacks: Partial<DrawCallbacks>;
}

/** What the page has set for drawing. */
export interface DrawState {
  readonly picked: readonly Item[];
  readonly pending: NeuronAt | null;
  /** The neuron the keyboard stands at. */
  readonly walked: NeuronAt | null;
  readonly chipWords: string;
}

export interface DrawMode {
  /** Other things are picked or pending. */
  set(state: DrawState): void;
  /** The network or its layout is another one: a gesture in progress has lost its ground. */
  redraw(): void;
  /** Calls the gesture in progress off. */
  cancel(): void;
  stop(): void;
}

/** How far from a thing it is still meant, host px. A finger's targets are 44 px wide at least. */
const REACH = { mouse: 6, touch: 22 } as const;
/** So far a pointer may stray and still clicks, host px. */
const SLACK = { mouse: 4, touch: 10 } as const;
const LONG_PRESS_MS = 500;

export function startDrawing(paper: Paper, initial: DrawState): DrawMode {
  const { surface, callbacks } = paper;
  const marks = new Marks(surface);
  let state = initial;
  let buttons: readonly Button[] = [];
  let sketch: Sketch = RESTING;
  let pointer: { readonly id: number; readonly type: string } | null = null;
  let hovered: Ref | null = null;
  let longPress: ReturnType<typeof setTimeout> | undefined;

  const say = (said: Said, event: MouseEvent | null): void => {
    switch (said.type) {
      case "edit":
        // The key of what was pointed at may name something else afterwards.
        hoverOver(null);
        callbacks.onEdit?.(said.edit);
        return;
      case "pick":
        callbacks.onPick?.(said.items);
        return;
      case "number":
        callbacks.onNumber?.(said.ref);
        return;
      case "refused":
        callbacks.onRefused?.(said.from, said.to);
        return;
      case "menu":
        callbacks.onMenu?.(said.item, event?.clientX ?? 0, event?.clientY ?? 0);
    }
  };
  const show = (): void => {
    const drawn = paper.drawn();
    if (drawn === null) return;
    const there = (at: NeuronAt | null): NeuronAt | null =>
      at !== null && isDrawn({ kind: "neuron", ...at }, drawn) ? at : null;
    const from = there(state.pending);
    marks.showGesture(sketch, from && { from, walked: there(state.walked) }, drawn);
  };
  const become = (next: Sketch): void => {
    sketch = next;
    if (next.kind !== "pressed") clearTimeout(longPress);
    show();
  };
  const act = (deed: PointerDeed, event: MouseEvent | null): void => {
    const drawn = paper.drawn();
    if (drawn === null) return;
    const ground = groundOf(drawn, state.picked, buttons, (at, slop) => paper.hitAt(at, slop));
    const { sketch: next, said } = turn(sketch, deed, ground);
    become(next);
    for (const one of said) say(one, event);
  };
  const cancel = (): void => {
    pointer = null;
    become(RESTING);
  };

  const where = (event: MouseEvent, type: string): { at: Point; reach: number; slack: number } => {
    const { at, scale } = paper.locate(event);
    const kind = type === "touch" ? "touch" : "mouse";
    return { at, reach: REACH[kind] * scale, slack: SLACK[kind] * scale };
  };
  const hoverOver = (r: Ref | null): void => {
    if (sameRef(r, hovered)) return;
    hovered = r;
    paper.onHover(r);
  };
  const hover = (event: PointerEvent): void => {
    const { at, reach } = where(event, event.pointerType);
    hoverOver(paper.hitAt(at, reach));
  };

  const down = (event: PointerEvent): void => {
    if (pointer !== null || event.button !== 0) return;
    pointer = { id: event.pointerId, type: event.pointerType };
    surface.setPointerCapture(event.pointerId);
    const { at, reach, slack } = where(event, event.pointerType);
    act({ type: "press", at, reach, slack, adding: event.shiftKey }, event);
    if (event.pointerType !== "touch") return;
    longPress = setTimeout(() => {
      pointer = null;
      act({ type: "menu", at, reach }, event);
      become(RESTING);
    }, LONG_PRESS_MS);
  };
  const move = (event: PointerEvent): void => {
    if (pointer === null ? event.pointerType === "touch" : event.pointerId !== pointer.id) return;
    if (pointer === null) hover(event);
    act({ type: "move", ...where(event, event.pointerType) }, event);
  };
  const up = (event: PointerEvent): void => {
    if (pointer === null || event.pointerId !== pointer.id) return;
    pointer = null;
    act({ type: "release", ...where(event, event.pointerType) }, event);
    // A finger that is gone points at nothing.
    if (event.pointerType === "touch") become(RESTING);
  };
  const lost = (event: PointerEvent): void => {
    if (event.pointerId === pointer?.id) cancel();
  };
  const leave = (): void => {
    if (pointer !== null) return;
    hoverOver(null);
    become(RESTING);
  };
  const menu = (event: MouseEvent): void => {
    event.preventDefault();
    // A long press is heard by its time: not every browser makes a menu event of it.
    if (pointer?.type === "touch" || isTouch(event)) return;
    pointer = null;
    act({ type: "menu", ...where(event, "mouse") }, event);
  };
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !isUnderway(sketch)) return;
    // The gesture alone is called off: no field closes, no walk ends.
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };

  const listeners = [
    ["pointerdown", down],
    ["pointermove", move],
    ["pointerup", up],
    ["pointercancel", lost],
    ["pointerleave", leave],
    ["contextmenu", menu],
  ] as const;
  for (const [type, listener] of listeners) {
    surface.addEventListener(type, listener as (event: Event) => void);
  }
  const { ownerDocument } = surface;
  ownerDocument.addEventListener("keydown", escape, true);

  const mode: DrawMode = {
    set(next) {
      state = next;
      const drawn = paper.drawn();
      if (drawn === null) return;
      const picked = state.picked.filter((item) => isDrawn(item, drawn));
      buttons = buttonsOf(drawn, picked, state.chipWords);
      marks.showPicked(picked, drawn);
      marks.showButtons(buttons, state.chipWords);
      show();
    },
    redraw() {
      cancel();
      mode.set(state);
    },
    cancel,
    stop() {
      cancel();
      for (const [type, listener] of listeners) {
        surface.removeEventListener(type, listener as (event: Event) => void);
      }
      ownerDocument.removeEventListener("keydown", escape, true);
      hoverOver(null);
      marks.remove();
    },
  };
  mode.set(initial);
  return mode;
}

function isTouch(event: MouseEvent): boolean {
  return event instanceof PointerEvent && event.pointerType === "touch";
}
