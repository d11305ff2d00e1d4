/**
 * Pointer gestures on the stage: hover, click, and dragging a value. Under a finger the stage has
 * `touch-action: pan-y`: the browser decides whether a touch scrolls the page, and says so by
 * `pointercancel`; only the way sideways is ours.
 */
import { sameRef, type Ref } from "../engine/ref.ts";
import type { Point } from "./curve.ts";
import { SLOP, type Hit } from "./hit.ts";
import { oncePerFrame } from "./oncePerFrame.ts";
import { hostPoint } from "./view.ts";

export interface GestureCallbacks {
  onHover(r: Ref | null): void;
  onSelect(r: Ref | null): void;
  /** `steps` from where the drag began; a drag that was called off ends at 0. */
  onScrub(r: Ref, phase: "start" | "move" | "end", steps: number): void;
}

/** A pointer that moves less than this has clicked. */
const CLICK = 4;
/** Pixels of drag for one step of the value. */
const PIXELS_PER_STEP = 4;

/** A number a person can change by dragging it: w, b, t, and x (which is `a` with l = 1). */
function isDraggable({ ref, onValue }: Hit): boolean {
  if (!onValue) return false;
  return ref.q === "w" || ref.q === "b" || ref.q === "t" || (ref.q === "a" && ref.l === 1);
}

interface Press {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly hit: Hit | null;
  dragging: boolean;
  steps: number;
}

export interface Gestures {
  /** Calls the press or drag in progress off. */
  cancel(): void;
  stop(): void;
}

/** Listens on one element. `hitAt` is asked with a point and a distance in host px. */
export function listen(
  surface: HTMLElement,
  hitAt: (point: Point, slop: number) => Hit | null,
  callbacks: GestureCallbacks,
): Gestures {
  let press: Press | null = null;
  let hovered: Ref | null = null;

  const at = (event: PointerEvent): Hit | null => {
    const slop = event.pointerType === "touch" ? SLOP.touch : SLOP.mouse;
    return hitAt(hostPoint(surface, event), slop);
  };
  const hover = (hit: Hit | null): void => {
    const cursor = hit === null ? null : isDraggable(hit) ? "drag" : "point";
    if (cursor === null) surface.removeAttribute("data-cursor");
    else surface.setAttribute("data-cursor", cursor);
    const next = hit?.ref ?? null;
    if (sameRef(next, hovered)) return;
    hovered = next;
    callbacks.onHover(next);
  };

  const down = (event: PointerEvent): void => {
    if (press !== null || event.button !== 0) return;
    const hit = at(event);
    press = {
      id: event.pointerId,
      x: event.clientX,
      y: event.clientY,
      hit,
      dragging: false,
      steps: 0,
    };
    if (hit !== null && isDraggable(hit)) surface.setPointerCapture(event.pointerId);
  };
  const scrub = oncePerFrame((steps: number) => {
    if (press?.dragging) callbacks.onScrub(press.hit!.ref, "move", steps);
  });
  const move = (event: PointerEvent): void => {
    if (press === null) hover(at(event));
    else drag(event);
  };
  const drag = (event: PointerEvent): void => {
    if (press === null || event.pointerId !== press.id) return;
    const dx = event.clientX - press.x;
    const dy = event.pointerType === "touch" ? 0 : event.clientY - press.y;
    if (!press.dragging && Math.hypot(dx, dy) > CLICK && press.hit && isDraggable(press.hit)) {
      press.dragging = true;
      surface.setAttribute("data-dragging", "");
      callbacks.onScrub(press.hit.ref, "start", 0);
    }
    const steps = (dx - dy) / PIXELS_PER_STEP;
    if (!press.dragging || steps === press.steps) return;
    press.steps = steps;
    scrub.hear(steps);
  };
  // Heard between frames, where the browser tells. The DOM's types know it as any event.
  const rawMove = (event: Event): void => drag(event as PointerEvent);
  /** Ends the press; a drag ends after so many steps. */
  const release = ({ hit, dragging }: Press, steps: number): void => {
    press = null;
    scrub.cancel();
    surface.removeAttribute("data-dragging");
    if (dragging) callbacks.onScrub(hit!.ref, "end", steps);
  };
  const up = (event: PointerEvent): void => {
    if (press === null || event.pointerId !== press.id) return;
    const { hit, dragging, steps, x, y } = press;
    release(press, steps);
    if (!dragging && Math.hypot(event.clientX - x, event.clientY - y) <= CLICK) {
      callbacks.onSelect(hit?.ref ?? null);
    }
    if (event.pointerType === "touch") hover(null);
  };
  const cancel = (event: PointerEvent): void => {
    if (press === null || event.pointerId !== press.id) return;
    release(press, 0);
    hover(null);
  };
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || press === null || !press.dragging) return;
    // The drag alone is called off: no field closes, no walk ends.
    event.preventDefault();
    event.stopPropagation();
    release(press, 0);
  };
  const leave = (): void => {
    if (press === null) hover(null);
  };

  const listeners = [
    ["pointerdown", down],
    ["pointermove", move],
    ["pointerup", up],
    ["pointercancel", cancel],
    ["pointerleave", leave],
  ] as const;
  for (const [type, listener] of listeners) surface.addEventListener(type, listener);
  surface.addEventListener("pointerrawupdate", rawMove);
  // Before whoever has the focus.
  surface.ownerDocument.addEventListener("keydown", escape, true);
  return {
    cancel() {
      if (press !== null) release(press, 0);
    },
    stop() {
      this.cancel();
      surface.removeAttribute("data-cursor");
      surface.ownerDocument.removeEventListener("keydown", escape, true);
      for (const [type, listener] of listeners) surface.removeEventListener(type, listener);
      surface.removeEventListener("pointerrawupdate", rawMove);
    },
  };
}
