/** What drawing on the network shows above it: buttons, what is picked, the gesture in progress. */
import { select } from "d3-selection";
import type { Item, NeuronAt } from "../edits.ts";
import { neuronPoint } from "../layout.ts";
import type { Button } from "./buttons.ts";
import { boxBetween, type Drawn } from "./places.ts";
import {
  appendChip,
  appendGhost,
  appendHalo,
  appendLine,
  appendPlus,
  appendRect,
  appendRing,
} from "./shapes.ts";
import { linkOutcome, type Sketch } from "./sketch.ts";

/** A connection begun by keyboard, and the neuron the walk stands at. */
export interface Pending {
  readonly from: NeuronAt;
  readonly walked: NeuronAt | null;
}

export class Marks {
  readonly #svg: SVGSVGElement;
  /** Below the network: what is along an edge must not cover its weight. */
  readonly #trails: SVGSVGElement;
  readonly #picked: SVGGElement;
  readonly #buttons: SVGGElement;
  readonly #gesture: SVGGElement;
  #buttonNodes = new Map<Button, SVGGElement>();
  /** What the buttons were made of: most changes leave all of them where they are. */
  #shownButtons = "";

  constructor(parent: HTMLElement) {
    this.#svg = select(parent).append("svg").attr("class", "marks").node()!;
    this.#trails = select(parent).insert("svg", ".resting").attr("class", "trails").node()!;
    for (const svg of [this.#svg, this.#trails]) {
      select(svg).attr("aria-hidden", "true").attr("focusable", "false");
    }
    const layer = (name: string): SVGGElement =>
      select(this.#svg).append("g").attr("class", name).node()!;
    this.#picked = layer("picked");
    this.#buttons = layer("buttons");
    this.#gesture = layer("gesture");
  }

  showPicked(items: readonly Item[], { stage }: Drawn): void {
    this.#picked.replaceChildren();
    this.#trails.replaceChildren();
    for (const item of items) {
      appendHalo(item.kind === "edge" ? this.#trails : this.#picked, item, stage);
    }
  }

  remove(): void {
    this.#svg.remove();
    this.#trails.remove();
  }

  showButtons(buttons: readonly Button[], chipWords: string): void {
    const shown = JSON.stringify([buttons, chipWords]);
    if (shown === this.#shownButtons) {
      const nodes = [...this.#buttonNodes.values()];
      this.#buttonNodes = new Map(buttons.map((button, k) => [button, nodes[k]]));
      return;
    }
    this.#shownButtons = shown;
    this.#buttons.replaceChildren();
    this.#buttonNodes = new Map(
      buttons.map((button) => [
        button,
        button.kind === "connectFully"
          ? appendChip(this.#buttons, button, chipWords)
          : appendPlus(this.#buttons, button),
      ]),
    );
  }

  /** The gesture in progress; while there is none, the connection begun by keyboard. */
  showGesture(sketch: Sketch, pending: Pending | null, drawn: Drawn): void {
    this.#gesture.replaceChildren();
    const { stage } = drawn;
    const target =
      sketch.kind === "resting"
        ? sketch.over
        : sketch.kind === "pressed"
          ? sketch.press.target
          : null;
    for (const [button, node] of this.#buttonNodes) {
      node.toggleAttribute("data-over", target?.kind === "button" && target.button === button);
    }
    if (target?.kind === "place") appendGhost(this.#gesture, target.place, stage);
    if (sketch.kind === "resting" && pending !== null) this.#showPending(pending, drawn);
    if (sketch.kind === "linking") {
      appendLine(this.#gesture, sketch.from, sketch.to, sketch.outcome, stage);
    }
    if (sketch.kind === "framing") {
      for (const item of sketch.inside) appendHalo(this.#gesture, item, stage);
      appendRect(this.#gesture, "frame", boxBetween(sketch.from, sketch.to), 0);
    }
  }

  #showPending({ from, walked }: Pending, drawn: Drawn): void {
    const { stage } = drawn;
    const outcome = walked === null ? null : linkOutcome(from, walked, drawn);
    if (walked === null || outcome === null || outcome.kind === "nothing") {
      appendRing(this.#gesture, "begun", from, stage);
      return;
    }
    appendLine(this.#gesture, from, neuronPoint(stage, walked.l, walked.i), outcome, stage);
  }
}
