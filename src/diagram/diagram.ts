/**
 * The drawing of the stage behind one handle. The page owns an empty element; everything inside
 * it belongs here. Stacked from below: edges where they are many, the resting network, the step's edges
 * of many, what moves.
 */
import { select } from "d3-selection";
import type { Activation } from "../engine/network.ts";
import { refKey, type Ref } from "../engine/ref.ts";
import { signOf } from "../engine/shift.ts";
import type { Trace } from "../engine/trace.ts";
import { DEFAULT_DIGITS, formatCut, formatNumber, type NumberFormat } from "../numbers/format.ts";
import type { Claims } from "../steps/known.ts";
import type { Plan } from "../steps/plan.ts";
import { Base, type Moment, type Words } from "./base.ts";
import type { Box } from "./box.ts";
import { pointAt, type Point } from "./curve.ts";
import type { DrawCallbacks, Item, NeuronAt } from "./edits.ts";
import { emphasisOf, type EdgeAt, type Emphasis } from "./emphasis.ts";
import { handle, type Mode } from "./handling.ts";
import { hitBoxes } from "./hitBoxes.ts";
import { hitTest, type HitMap } from "./hit.ts";
import { resolve, slotOf } from "./keys.ts";
import { detailBox, labelBox, neuronBox, targetBox } from "./layout.ts";
import { SMALLEST_TEXT } from "./measures.ts";
import { routesOf } from "./motion.ts";
import { LabelPlacer, type Wanted } from "./onDemand.ts";
import { Overlay, type PlacedLabel } from "./overlay.ts";
import { composeScene, type Scene } from "./scene.ts";
import { belongs, sameDrawing, sameNeurons } from "./sameDrawing.ts";
import { textWidth } from "./text.ts";
import { textRoom } from "./weightLabel.ts";
import { toHost, type View } from "./view.ts";
import { whenResting, whenStaying } from "./whenResting.ts";
import { createWalk, step, stopFor, type Direction, type Walk } from "./walk.ts";

/** What the page hears; the callbacks of drawing only where it lets the network be drawn on. */
export interface DiagramCallbacks extends Partial<DrawCallbacks> {
  /** The key of the thing under the pointer: `w.3.2.1`, `a.2.1` (a neuron), `b.2.1`, `t.1`, `E`. */
  onHover(key: string | null): void;
  /** A click on a thing, or on the empty stage (null). */
  onSelect(ref: Ref | null): void;
  /** A drag of a weight's, bias's, input's or target's value; `steps` is counted from its start. */
  onScrub(ref: Ref, phase: "start" | "move" | "end", steps: number): void;
  /** The layout or the view changed: what floats beside an anchor asks for it again. */
  onAnchorsMoved(): void;
}

/** The few words on the stage, in the language of the page. */
export interface DiagramWords {
  /** Caption of l = 1. */
  readonly inputLayer: string;
  /** Stands in the place of the quantity that left the range. */
  readonly overflow: string;
  readonly activations: Readonly<Record<Activation, string>>;
  /** On the button beside a neuron that lacks connections. */
  readonly connectFully: string;
}

export interface Diagram {
  /** The numbers to show. A trace of another shape waits for the plan that belongs to it. */
  setTrace(trace: Trace): void;
  /** The state of step n, at once; with `motion` its products travel there. */
  setStep(plan: Plan, n: number, motion: { readonly durationMs: number } | null): void;
  setFormat(format: NumberFormat): void;
  setWords(words: DiagramWords): void;
  /** Lights what the keys or patterns (`w.3.*.1`) name, and nothing else. */
  setLit(patterns: readonly string[]): void;
  /** Shows what is claimed of δ, by key (`d.2.1`), instead of the step's; null shows that again. */
  setClaims(claims: Claims | null): void;
  setSelected(ref: Ref | null): void;
  /** Ends the running animation at once. */
  finish(): void;
  /** Where a thing's value stands, px within the host; null for what has no place. */
  anchor(ref: Ref): Box | null;
  /**
   * The thing next to another, for walking by keyboard; the first one from null. Null on the empty
   * stage.
   */
  neighbour(ref: Ref | null, direction: Direction): Ref | null;
  /** Whether the network is read or drawn on, once what that takes is there. */
  setMode(mode: Mode): Promise<void>;
  /** What is picked, shown while the network is drawn on. */
  setPicked(items: readonly Item[]): void;
  /** The neuron a connection was begun from by keyboard; it is shown to what is selected. */
  setPending(from: NeuronAt | null): void;
  /** Enlarges by a factor; the centre, px within the host, or the middle stays where it is. */
  zoom(factor: number, center?: Point): void;
  /** Shows the whole stage. */
  fit(): void;
  /** The part of the stage that is seen: px within the host = k · stage px + (x, y). */
  view(): View;
  destroy(): void;
}

/** A number cut to as few digits as it may be where room is short. */
function shortest(value: number): string {
  return formatCut(value, { digits: 2 });
}

export function createDiagram(host: HTMLElement, callbacks: DiagramCallbacks): Diagram {
  const root = select(host).append("div").attr("class", "diagram");
  const surface = root.node()!;
  const layer = (name: string): SVGSVGElement =>
    root
      .append("svg")
      .attr("class", name)
      .attr("aria-hidden", "true")
      .attr("focusable", "false")
      .node()!;
  const canvas = (within: typeof root, name: string): HTMLCanvasElement =>
    within.append("canvas").attr("class", name).attr("aria-hidden", "true").node()!;
  const face = (): HTMLCanvasElement =>
    canvas(root.append("div").attr("class", "face"), "step-strokes");
  const strokes = canvas(root, "strokes");
  const baseLayer = layer("resting");
  const canvases = { resting: strokes, step: [face(), face()] as const };
  const overLayer = layer("passing");
  const base = new Base(canvases, baseLayer);
  const overlay = new Overlay(overLayer);
  const placer = new LabelPlacer((slot) => base.edgeAt(slot));

  let trace: Trace | null = null;
  let plan: Plan | null = null;
  let n = 0;
  let format: NumberFormat = { digits: DEFAULT_DIGITS };
  let words: DiagramWords | null = null;
  let lit: ReadonlySet<string> = new Set();
  let patterns: readonly string[] = [];
  let claims: Claims | null = null;
  let selected: string | null = null;
  let hovered: string | null = null;
  let size = { width: host.clientWidth, height: host.clientHeight };

  /** What is drawn now; null until there is a trace, its plan and words. */
  let drawn: { scene: Scene; trace: Trace; walk: Walk | null } | null = null;
  let emphasis: Emphasis | null = null;
  /** Labels that stand in the overlay at this moment, for hits and anchors. */
  let passing = new Map<number, Point>();
  let hitMap: HitMap | null = null;

  const moment = (): Moment | null => {
    if (trace === null || plan === null || words === null || !belongs(plan, trace)) return null;
    return { trace, plan, n, format, words: wordsFor(trace, words), claims };
  };

  /** Draws everything anew: shape, stage, format or words are other ones. */
  const rebuild = (): void => {
    const now = moment();
    if (now === null || size.width === 0 || size.height === 0) return;
    const captions = [now.words.inputLayer, ...now.words.activations.map((name) => `σ = ${name}`)];
    const scene = composeScene(
      { sizes: now.trace.layout.sizes, ...size, digits: format.digits, captions },
      now.trace,
      longestWeight(now.trace, (weight) => formatNumber(weight, format)),
      longestWeight(now.trace, shortest),
    );
    overlay.clear();
    passing = new Map();
    base.build(scene, now);
    drawn = { scene, trace: now.trace, walk: null };
    handling.redraw();
    base.setView(handling.view());
    base.write(now);
    restep(now);
    relight();
    relabel();
    base.select(selected);
    callbacks.onAnchorsMoved();
  };

  /** Other connections between the same neurons: drawn on the stage there is, where that will do. */
  const rewire = (): void => {
    const now = moment();
    if (now === null || drawn === null) return;
    if (!sameNeurons(drawn.trace, now.trace) || !base.rewire(now)) {
      rebuild();
      return;
    }
    drawn = { scene: drawn.scene, trace: now.trace, walk: null };
    handling.redraw();
    base.write(now);
    restep(now);
    relight();
    relabel();
    base.select(selected);
  };

  const restep = (now: Moment): void => {
    emphasis = emphasisOf(now.plan, now.n);
    base.emphasize(emphasis, now);
  };

  const relight = (): void => {
    lit = resolve(patterns, () => base.keys());
    base.light(lit);
  };

  /** Labels on demand, where there is no room for lasting ones. */
  const relabel = (): void => {
    hitMap = null;
    if (drawn === null) return;
    const wanted = wantedAt(n);
    const list = wanted === null ? [] : placer.place(wanted);
    passing = new Map(list.map(({ edge, at }) => [edge.slot, at]));
    overlay.label(base.label(list, format), drawn.scene.stage, format);
  };

  const prepare = (labels: readonly PlacedLabel[], wanted: Wanted): void => {
    const now = moment();
    if (now !== null) base.prepare(emphasisOf(wanted.plan, wanted.n), now, labels);
  };

  /** What asks for labels on demand at a step; null where there are none. */
  const wantedAt = (step: number): Wanted | null => {
    if (drawn === null || trace === null || plan === null || step > plan.length) return null;
    const { scene } = drawn;
    if (scene.places?.size === base.edges.length) return null;
    return { scene, trace, format, plan, n: step, lit, hovered, selected };
  };

  const labelAt = (slot: number): Point | null =>
    drawn?.scene.places?.get(slot) ?? passing.get(slot) ?? null;

  /** Boxes of what is shown, built when the pointer first asks after a change. */
  const hits = (): HitMap | null => {
    if (drawn === null || plan === null) return null;
    if (hitMap !== null) return hitMap;
    const { stage } = drawn.scene;
    const boxes = hitBoxes(stage, drawn.trace, {
      edges: base.edges,
      labelAt,
      above: base.shown.above,
      isKnown: (place, slot) => base.isKnown(place, slot, n),
    });
    hitMap = { stage, shape: drawn.trace, boxes };
    return hitMap;
  };

  const handling = handle({
    host,
    surface,
    drawn: () => drawn && { stage: drawn.scene.stage, shape: drawn.trace },
    hitAt(point, slop) {
      const map = hits();
      return map && hitTest(map, point.x, point.y, slop);
    },
    isSelected: () => selected !== null,
    size: () => drawn?.scene.stage ?? size,
    onView() {
      base.setView(handling.view());
      callbacks.onAnchorsMoved();
    },
    gestures: {
      onHover(r) {
        hovered = r && refKey(r);
        relabel();
        callbacks.onHover(hovered);
      },
      onSelect: (r) => callbacks.onSelect(r),
      onScrub: (r, phase, steps) => callbacks.onScrub(r, phase, steps),
    },
    drawing: callbacks,
  });

  /** Where a thing stands, stage px. */
  const boxOf = (r: Ref): Box | null => {
    if (drawn === null) return null;
    const { stage } = drawn.scene;
    const place = stopFor(r);
    if (!isOnStage(place, drawn.trace)) return null;
    switch (place.q) {
      case "w": {
        const slot = slotOf(drawn.trace, place);
        const edge = base.edgeAt(slot);
        if (edge === undefined) return null;
        const { x, y } = labelAt(slot) ?? pointAt(edge.curve, 0.5);
        return labelBox(stage, x, y);
      }
      case "b":
        return detailBox(stage, place.l, place.i, "below") ?? neuronBox(stage, place.l, place.i);
      case "a":
        return neuronBox(stage, place.l, place.i);
      case "t":
        return targetBox(stage, place.i);
      case "E":
        return stage.E.box;
      default:
        return null;
    }
  };

  const observer = new ResizeObserver(() => {
    const next = { width: host.clientWidth, height: host.clientHeight };
    if (next.width === size.width && next.height === size.height) return;
    size = next;
    rebuild();
  });
  observer.observe(host);

  return {
    setTrace(next) {
      trace = next;
      const now = moment();
      if (now === null) return;
      if (drawn === null || !hasRoom(drawn.scene, next)) {
        rebuild();
        return;
      }
      if (!sameDrawing(drawn.trace, next)) {
        rewire();
        return;
      }
      drawn.trace = next;
      base.write(now);
      if (emphasis !== null) base.strengthen(emphasis, now);
      relabel();
    },
    setStep(nextPlan, nextN, motion) {
      const isJump = Math.abs(nextN - n) > 1;
      plan = nextPlan;
      n = nextN;
      overlay.finish();
      const now = moment();
      if (now === null) return;
      if (drawn === null) {
        rebuild();
      } else if (!sameDrawing(drawn.trace, now.trace)) {
        rewire();
      } else {
        base.writeStep(now);
        restep(now);
        relabel();
        placer.prepare(isJump ? whenStaying : whenResting, () => wantedAt(n + 1), prepare);
      }
      if (motion === null || drawn === null || emphasis === null) return;
      const meeting = (edge: EdgeAt): number | null => labelAt(slotOf(now.trace, edge))?.x ?? null;
      const { stage } = drawn.scene;
      overlay.play(routesOf(nextPlan, nextN, stage, meeting), emphasis, stage, motion.durationMs);
    },
    setFormat(next) {
      if (next.digits === format.digits) return;
      format = next;
      rebuild();
    },
    setWords(next) {
      words = next;
      handling.setDrawState({ chipWords: next.connectFully });
      rebuild();
    },
    setLit(next) {
      patterns = next;
      if (drawn === null) return;
      relight();
      relabel();
    },
    setClaims(next) {
      claims = next;
      const now = moment();
      if (drawn !== null && now !== null) base.writeStep(now);
    },
    setSelected(next) {
      const stop = next && stopFor(next);
      const key = stop && refKey(stop);
      if (key === selected) return;
      selected = key;
      base.select(selected);
      relabel();
      handling.setDrawState({ walked: stop?.q === "a" ? { l: stop.l, i: stop.i } : null });
    },
    finish() {
      overlay.finish();
    },
    anchor(r) {
      const box = boxOf(r);
      return box && toHost(handling.view(), box);
    },
    neighbour(from, direction) {
      if (drawn === null) return null;
      const { scene, trace: numbers } = drawn;
      // Only lasting places order the walk, so that the way back is the way there.
      drawn.walk ??= createWalk(scene.stage, numbers, (slot) => scene.places?.get(slot) ?? null);
      return step(drawn.walk, from && stopFor(from), direction);
    },
    setMode: (mode) => handling.setMode(mode),
    setPicked: (picked) => handling.setDrawState({ picked }),
    setPending: (pending) => handling.setDrawState({ pending }),
    zoom: (factor, center) => handling.zoom(factor, center),
    fit: () => handling.fit(),
    view: () => handling.view(),
    destroy() {
      observer.disconnect();
      placer.stop();
      handling.stop();
      overlay.finish();
      root.remove();
    },
  };
}

function wordsFor(trace: Trace, words: DiagramWords): Words {
  const { shift } = trace;
  return {
    inputLayer: shift === undefined ? words.inputLayer : `x ${signOf(shift)} h e${shift.j}`,
    overflow: words.overflow,
    activations: trace.activations.map((name) => words.activations[name]),
    shift,
  };
}

/** Whether a trace's network has the thing; without a layer before the last there are no targets. */
function isOnStage({ q, l, i }: Ref, { layout: { L, sizes } }: Trace): boolean {
  if (q === "t") return L > 1 && i <= sizes[L - 1];
  if (q === "E") return L > 1;
  return l <= L && i <= sizes[l - 1];
}

/** Whether the lasting labels have room for the weights, if need be small and with few digits. */
function hasRoom({ stage, places }: Scene, trace: Trace): boolean {
  return places === null || longestWeight(trace, shortest) * SMALLEST_TEXT <= textRoom(stage.label);
}

/** Width in em of the widest weight as shown. */
function longestWeight(trace: Trace, text: (weight: number) => string): number {
  let widest = 0;
  for (const weight of trace.w) widest = Math.max(widest, textWidth(text(weight)));
  return widest;
}
