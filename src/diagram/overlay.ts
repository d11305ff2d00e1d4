/**
 * The upper of the two layers: what moves, and labels that come and go. The resting network below
 * is never repainted for it.
 */
import { select } from "d3-selection";
import { timer, type Timer } from "d3-timer";
import { ref, refKey } from "../engine/ref.ts";
import type { NumberFormat } from "../numbers/format.ts";
import { pointAt, round, type Point } from "./curve.ts";
import { append, toggle } from "./dom.ts";
import type { Emphasis, Tone } from "./emphasis.ts";
import { neuronPoint, type StageLayout } from "./layout.ts";
import { MOST_MOVING, thinned, type Route } from "./motion.ts";
import type { Edge } from "./scene.ts";
import { WeightLabel } from "./weightLabel.ts";

/** Share of the time the products travel; the neuron they add up in answers in the rest. */
const TRAVEL = 0.74;
/** What follows each dot, as lag (share of the way) and size (share of the dot's). */
const TAIL = [
  { lag: 0, size: 1 },
  { lag: 0.05, size: 0.7 },
  { lag: 0.095, size: 0.5 },
] as const;

interface Mover {
  readonly node: SVGElement;
  /** Puts the element where it belongs at time 0 … 1. */
  readonly move: (time: number) => void;
}

export interface PlacedLabel {
  readonly edge: Edge;
  readonly at: Point;
  readonly weight: number;
  /** Its state: current step's tone, `past`, lit, selected. */
  readonly on: string | null;
  readonly lit: boolean;
  readonly selected: boolean;
}

export class Overlay {
  readonly #labels: SVGGElement;
  readonly #moving: SVGGElement;
  #shown = new Map<number, WeightLabel>();
  /** The one animation of the drawing; another one ends it. */
  #running: Timer | null = null;

  constructor(svg: SVGSVGElement) {
    append(svg, "rect", { class: "reach", width: "100%", height: "100%" });
    this.#labels = select(svg).append("g").attr("class", "labels").node()!;
    this.#moving = select(svg).append("g").attr("class", "moving").node()!;
  }

  /**
   * Labels where the base has none: exactly these. The next step's are mostly on other edges; one
   * that is not wanted any more moves there, for a third of what a new one costs the page.
   */
  label(list: readonly PlacedLabel[], stage: StageLayout, format: NumberFormat): void {
    const wanted = new Set(list.map(({ edge }) => edge.slot));
    const free = [...this.#shown].filter(([slot]) => !wanted.has(slot)).map(([, label]) => label);
    const next = new Map<number, WeightLabel>();
    for (const { edge, at, weight, on, lit, selected } of list) {
      const key = refKey(ref("w", edge.l, edge.i, edge.j));
      const label =
        this.#shown.get(edge.slot) ?? free.pop() ?? new WeightLabel(this.#labels, key, stage);
      label.rename(key);
      label.place(at);
      label.write(weight, format);
      toggle(label.node, "data-on", on);
      toggle(label.node, "data-lit", lit ? "w" : null);
      toggle(label.node, "data-selected", selected ? "" : null);
      next.set(edge.slot, label);
    }
    for (const label of free) label.node.remove();
    this.#shown = next;
  }

  /** Takes all labels away, as after a change of layout. */
  clear(): void {
    this.finish();
    for (const label of this.#shown.values()) label.node.remove();
    this.#shown.clear();
  }

  /** Sends the step's products on their way and lets the neurons answer, in `duration` ms. */
  play(routes: readonly Route[], emphasis: Emphasis, stage: StageLayout, duration: number): void {
    this.finish();
    const make = (): Mover[] => [
      ...this.#dots(routes, stage),
      ...this.#pulses(emphasis, stage, routes.length > 0 ? TRAVEL * 0.85 : 0.05),
    ];
    let movers: Mover[] | null = null;
    let isFirst = true;
    // A timer and not a transition: that would bring three times its weight to interpolate styles.
    this.#running = timer((elapsed) => {
      if (isFirst) {
        // The frame that shows the step does not wait for what moves to be made.
        isFirst = false;
        return;
      }
      movers ??= make();
      const time = Math.min(1, elapsed / duration);
      for (const mover of movers) mover.move(time);
      if (time === 1) this.finish();
    });
  }

  /** Ends the running animation at once. */
  finish(): void {
    this.#running?.stop();
    this.#running = null;
    this.#moving.replaceChildren();
  }

  #dots(routes: readonly Route[], stage: StageLayout): Mover[] {
    // Tails only where they do not crowd out the dots themselves.
    const tail = routes.length * TAIL.length <= MOST_MOVING ? TAIL : TAIL.slice(0, 1);
    const size = Math.max(1.6, Math.min(5.5, stage.radius * 0.16));
    return thinned(routes, MOST_MOVING).flatMap(({ curve, from, to, tone }) =>
      tail.map((part) => {
        const node = this.#append("circle", "dot", tone);
        node.setAttribute("r", String(round(size * part.size)));
        const move = (time: number): void => {
          const progress = Math.min(1, time / TRAVEL);
          const way = easeInOut(Math.max(0, progress - part.lag));
          const { x, y } = pointAt(curve, from + (to - from) * way);
          node.setAttribute("cx", String(round(x)));
          node.setAttribute("cy", String(round(y)));
          // Arrived, a product goes into the sum.
          const gone = Math.max(0, (time - TRAVEL) / 0.12);
          node.setAttribute("opacity", String(round(Math.max(0, 1 - gone) * part.size)));
        };
        return { node, move };
      }),
    );
  }

  #pulses(emphasis: Emphasis, stage: StageLayout, start: number): Mover[] {
    const { radius, halfWidth, halo } = stage;
    return thinned(emphasis.rings, 64).map(({ l, i, tone }) => {
      const node = this.#append("rect", "pulse", tone);
      const { x, y } = neuronPoint(stage, l, i);
      const move = (time: number): void => {
        const progress = Math.max(0, (time - start) / (1 - start));
        const grown = easeOut(progress) * halo * 1.3;
        node.setAttribute("x", String(round(x - halfWidth - grown)));
        node.setAttribute("y", String(round(y - radius - grown)));
        node.setAttribute("width", String(round(2 * (halfWidth + grown))));
        node.setAttribute("height", String(round(2 * (radius + grown))));
        node.setAttribute("rx", String(round(radius + grown)));
        node.setAttribute("opacity", progress === 0 ? "0" : String(round(0.9 * (1 - progress))));
      };
      return { node, move };
    });
  }

  #append(name: "circle" | "rect", role: string, tone: Tone): SVGElement {
    return select(this.#moving)
      .append<SVGElement>(name)
      .attr("class", role)
      .attr("data-tone", tone)
      .node()!;
  }
}

/** The cubics of d3-ease, which brings all its other curves along. */
function easeInOut(time: number): number {
  return time <= 0.5 ? 4 * time ** 3 : 1 - easeInOut(1 - time);
}

function easeOut(time: number): number {
  return 1 - (1 - time) ** 3;
}
