/**
 * Zoom and pan by wheel, by two fingers, and by dragging: the empty stage where it is read, with
 * the middle button or the space bar anywhere. Loaded when the page has come to rest. Events it
 * takes reach nobody below it.
 */
import type { Point } from "./curve.ts";
import { hostPoint, moved, sameView, zoomed, type View } from "./view.ts";

export interface Viewed {
  /** Events are heard here before the drawing inside hears them. */
  readonly host: HTMLElement;
  view(): View;
  size(): { readonly width: number; readonly height: number };
  setView(view: View): void;
  /** Whether a drag that begins here has nothing else to do; host px. */
  isFree(point: Point): boolean;
  /** Whether the space bar grabs the stage here, or has another meaning. */
  spaceGrabs(): boolean;
  /** A gesture of the drawing's own has become one of the view. */
  takeOver(): void;
}

/** Powers of two for one px of the wheel, and the most for one turn of it. */
const WHEEL = { perPx: 0.01, most: 0.5 } as const;
const LINE_PX = 16;
/** A drag of the free stage begins beyond so many px; below it is a click. */
const CLICK = 4;

/** Listens until the answer is called. */
export function followViewport(viewed: Viewed): () => void {
  const { host } = viewed;
  const fingers = new Map<number, Point>();
  let drag: { readonly id: number; last: Point; begun: boolean } | null = null;
  let spaceHeld = false;
  let inside = false;

  const change = (next: View): boolean => {
    if (sameView(next, viewed.view())) return false;
    viewed.setView(next);
    return true;
  };

  const wheel = (event: WheelEvent): void => {
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
    const [dx, dy] = [-event.deltaX * unit, -event.deltaY * unit];
    if (event.ctrlKey || event.metaKey) {
      // Else the browser would zoom the page.
      event.preventDefault();
      const power = Math.max(-WHEEL.most, Math.min(WHEEL.most, dy * WHEEL.perPx));
      change(zoomed(viewed.view(), 2 ** power, hostPoint(host, event), viewed.size()));
      return;
    }
    // A stage that is seen whole leaves the wheel to the page.
    const [x, y] = event.shiftKey && dx === 0 ? [dy, 0] : [dx, dy];
    if (change(moved(viewed.view(), x, y, viewed.size()))) event.preventDefault();
  };

  const down = (event: PointerEvent): void => {
    const point = hostPoint(host, event);
    if (event.pointerType === "touch") fingers.set(event.pointerId, point);
    if (fingers.size > 1) {
      drag = null;
      viewed.takeOver();
      take(event);
      return;
    }
    const forced = event.button === 1 || (event.button === 0 && spaceHeld);
    if (!forced && (event.button !== 0 || !viewed.isFree(point))) return;
    drag = { id: event.pointerId, last: point, begun: forced };
    if (!forced) return;
    host.setPointerCapture(event.pointerId);
    take(event);
  };
  const pinch = (id: number, point: Point): void => {
    const before = [...fingers.values()];
    fingers.set(id, point);
    const [p, q] = [spread(before), spread([...fingers.values()])];
    const view = moved(viewed.view(), q.x - p.x, q.y - p.y, viewed.size());
    change(zoomed(view, p.width === 0 ? 1 : q.width / p.width, q, viewed.size()));
  };
  const move = (event: PointerEvent): void => {
    const point = hostPoint(host, event);
    if (fingers.has(event.pointerId)) {
      if (fingers.size > 1) {
        pinch(event.pointerId, point);
        take(event);
        return;
      }
      fingers.set(event.pointerId, point);
    }
    if (drag === null || event.pointerId !== drag.id) return;
    const [dx, dy] = [point.x - drag.last.x, point.y - drag.last.y];
    if (!drag.begun) {
      if (Math.hypot(dx, dy) <= CLICK) return;
      if (!change(moved(viewed.view(), dx, dy, viewed.size()))) return;
      drag.begun = true;
      viewed.takeOver();
    } else {
      change(moved(viewed.view(), dx, dy, viewed.size()));
    }
    drag.last = point;
    take(event);
  };
  const up = (event: PointerEvent): void => {
    const pinched = fingers.size > 1;
    fingers.delete(event.pointerId);
    const dragged = drag !== null && drag.id === event.pointerId && drag.begun;
    if (drag?.id === event.pointerId) drag = null;
    if (pinched || dragged) take(event);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.code !== "Space" || !inside || !viewed.spaceGrabs()) return;
    if (isTypedInto(event.target)) return;
    spaceHeld = event.type === "keydown";
    host.toggleAttribute("data-grab", spaceHeld);
    take(event);
  };
  const enter = (): void => {
    inside = true;
  };
  const leave = (): void => {
    inside = false;
    spaceHeld = false;
    host.removeAttribute("data-grab");
  };
  const ended = new AbortController();
  const { signal } = ended;
  const first = { signal, capture: true } as const;
  host.addEventListener("wheel", wheel, { signal, passive: false });
  host.addEventListener("touchmove", holdPage, { signal, passive: false });
  host.addEventListener("pointerdown", down, first);
  host.addEventListener("pointermove", move, first);
  host.addEventListener("pointerup", up, first);
  host.addEventListener("pointercancel", up, first);
  host.addEventListener("pointerenter", enter, { signal });
  host.addEventListener("pointerleave", leave, { signal });
  host.ownerDocument.addEventListener("keydown", key, first);
  host.ownerDocument.addEventListener("keyup", key, first);
  return () => ended.abort();
}

function take(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

/** Two fingers are ours even where one scrolls the page. */
function holdPage(event: TouchEvent): void {
  if (event.touches.length > 1 && event.cancelable) event.preventDefault();
}

/** The middle of two fingers and how far they are apart. */
function spread([p, q]: readonly Point[]): Point & { readonly width: number } {
  return { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2, width: Math.hypot(p.x - q.x, p.y - q.y) };
}

function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, button");
}
