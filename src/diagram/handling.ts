/**
 * How the drawing is handled: read or drawn on, and which part of it is seen. What only some need,
 * drawing and the gestures of the view, is fetched when it is wanted or the page has come to rest.
 */
import type { Ref } from "../engine/ref.ts";
import type { Point } from "./curve.ts";
import type { Paper, DrawMode, DrawState } from "./draw/drawing.ts";
import type { Drawn } from "./draw/places.ts";
import type { DrawCallbacks } from "./edits.ts";
import { listen, type GestureCallbacks, type Gestures } from "./gestures.ts";
import { SLOP, type Hit } from "./hit.ts";
import { held, hostPoint, sameView, toStage, viewBoxOf, WHOLE, zoomed, type View } from "./view.ts";

/** Values are scrubbed in a drawing that is read, neurons and connections put down in one that is drawn on. */
export type Mode = "read" | "draw";

export interface Handled {
  readonly host: HTMLElement;
  readonly surface: HTMLElement;
  drawn(): Drawn | null;
  /** What stands at a point, stage px. */
  hitAt(point: Point, slop: number): Hit | null;
  /** Whether something is selected, by keyboard or for its number to be typed. */
  isSelected(): boolean;
  size(): { readonly width: number; readonly height: number };
  /** Another part of the stage is seen. */
  onView(): void;
  readonly gestures: GestureCallbacks;
  readonly drawing: Partial<DrawCallbacks>;
}

export interface Handling {
  view(): View;
  zoom(factor: number, center?: Point): void;
  fit(): void;
  setMode(mode: Mode): Promise<void>;
  setDrawState(change: Partial<DrawState>): void;
  /** The drawing was made anew. */
  redraw(): void;
  stop(): void;
}

/** The page has come to rest so long after the drawing began, ms. */
const REST_MS = 1500;

export function handle(handled: Handled): Handling {
  const { host, surface } = handled;
  let view = WHOLE;
  let mode: Mode = "read";
  let drawing: DrawMode | null = null;
  let state: DrawState = { picked: [], pending: null, walked: null, chipWords: "" };
  let stopped = false;
  let unfollow: (() => void) | null = null;

  const hitAt = (point: Point, slop: number): Hit | null =>
    handled.hitAt(toStage(view, point), slop / view.k);
  const read = (): Gestures => listen(surface, hitAt, handled.gestures);
  let reading: Gestures | null = read();

  const showView = (): void => {
    const box = viewBoxOf(view, handled.size());
    for (const svg of surface.querySelectorAll("svg")) svg.setAttribute("viewBox", box);
    surface.toggleAttribute("data-enlarged", view.k > 1);
  };
  const setView = (next: View): void => {
    if (sameView(next, view)) return;
    view = next;
    showView();
    handled.onView();
  };

  const paper: Paper = {
    surface,
    drawn: () => handled.drawn(),
    locate: (event) => ({ at: toStage(view, hostPoint(surface, event)), scale: 1 / view.k }),
    hitAt: (at, slop): Ref | null => handled.hitAt(at, slop)?.ref ?? null,
    onHover: (r) => handled.gestures.onHover(r),
    callbacks: handled.drawing,
  };

  const followViewport = async (): Promise<void> => {
    const viewport = await import("./viewport.ts");
    if (stopped) return;
    unfollow = viewport.followViewport({
      host,
      view: () => view,
      size: () => handled.size(),
      setView,
      isFree: (point) => mode === "read" && view.k > 1 && hitAt(point, SLOP.mouse) === null,
      // Who walks by keyboard picks with it.
      spaceGrabs: () => mode === "draw" && !handled.isSelected(),
      takeOver() {
        reading?.cancel();
        drawing?.cancel();
      },
    });
  };
  const rest = setTimeout(() => void followViewport(), REST_MS);

  return {
    view: () => view,
    zoom(factor, center) {
      const { width, height } = handled.size();
      setView(zoomed(view, factor, center ?? { x: width / 2, y: height / 2 }, handled.size()));
    },
    fit: () => setView(WHOLE),
    async setMode(next) {
      mode = next;
      surface.toggleAttribute("data-drawing", next === "draw");
      if (next === "read") {
        drawing?.stop();
        drawing = null;
        reading ??= read();
        return;
      }
      const { startDrawing } = await import("./draw/drawing.ts");
      if (stopped || mode !== "draw" || drawing !== null) return;
      reading?.stop();
      reading = null;
      drawing = startDrawing(paper, state);
      showView();
    },
    setDrawState(change) {
      state = { ...state, ...change };
      drawing?.set(state);
    },
    redraw() {
      view = held(view, handled.size());
      showView();
      drawing?.redraw();
    },
    stop() {
      stopped = true;
      clearTimeout(rest);
      unfollow?.();
      reading?.stop();
      drawing?.stop();
    },
  };
}
