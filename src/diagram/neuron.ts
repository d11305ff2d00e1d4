import { ref, refKey } from "../engine/ref.ts";
import type { Shift } from "../engine/shift.ts";
import type { NumberFormat } from "../numbers/format.ts";
import type { Box } from "./box.ts";
import { ValueCell, type Content } from "./cell.ts";
import { round } from "./curve.ts";
import { append, appendText, show, toggle } from "./dom.ts";
import type { Shown } from "./knownSteps.ts";
import { detailBox, neuronPoint, type StageLayout } from "./layout.ts";
import type { Line } from "./stage.ts";
import { SMALLEST_TEXT } from "./measures.ts";
import { appendStep, appendSymbol, appendUpright, type Symbol } from "./notation.ts";

/** Width in em of symbol and equals sign before the number of z or b; more for layers from 10 on. */
const PREFIX = 2.75;
const WIDE_PREFIX = 3.15;

/** Width in em of the name of a moved input, and its least distance from the stage's edge, px. */
const MOVED_NAME = 6;
const EDGE = 2;

/** A value in the circle. */
interface Value {
  readonly node: SVGTextElement;
  readonly cell: ValueCell;
}

/** A value with the group that shows or hides it. */
interface Detail {
  readonly node: SVGGElement;
  readonly cell: ValueCell;
}

/** What a neuron shows. */
export interface NeuronContent extends Readonly<Record<keyof Shown, Content>> {
  readonly b: Content;
  /** Whether one of its quantities is the one that left the range. */
  readonly overflow: boolean;
}

/**
 * A neuron: its circle with activation and δ (or ȧ), z (or ż) above and b below it. Where there is
 * no room above it, ż stands in the place of ȧ until that is known.
 */
export class Neuron {
  readonly l: number;
  readonly i: number;
  /** The elements by the key of what they stand for. */
  readonly elements: (readonly [key: string, element: Element])[] = [];
  readonly #stage: StageLayout;
  readonly #shown: Shown;
  readonly #group: SVGGElement;
  readonly #activation: Value | null;
  readonly #under: Value | null;
  readonly #above: Detail | null;
  readonly #b: Detail | null;
  #raised = false;

  constructor(
    circles: SVGGElement,
    details: SVGGElement,
    stage: StageLayout,
    shown: Shown,
    l: number,
    i: number,
    shift: Shift | undefined,
  ) {
    this.l = l;
    this.i = i;
    this.#stage = stage;
    this.#shown = shown;
    const { values } = stage;
    this.#group = this.#circle(circles, shown);
    const isInput = l === 1;
    // ∂E/∂x has no step of its own; ẋ is where forward mode starts.
    const isAlone = isInput && shown.under === "d";
    this.#activation =
      values && this.#value(shown.own, values.alone, isAlone ? values.alone : values.above);
    this.#under = values && !isAlone ? this.#value(shown.under, values.below, values.below) : null;
    if (isInput) this.#name(details, shift?.j === i ? shift : undefined);
    this.#above = isInput ? null : this.#detail(details, "above", shown.above);
    this.#b = isInput ? null : this.#detail(details, "below", "b");
  }

  write({ own, under, above, b, overflow }: NeuronContent, format: NumberFormat): void {
    this.#writeUnder(under, above, format);
    if (this.#activation !== null) {
      this.#activation.cell.write(own, format);
      this.#raise(this.#activation.node, this.#under !== null && this.#under.cell.width > 0);
    }
    if (this.#above !== null) show(this.#above.node, this.#above.cell, above, format);
    if (this.#b !== null) show(this.#b.node, this.#b.cell, b, format);
    toggle(this.#group, "data-overflow", overflow ? "" : null);
  }

  #writeUnder(under: Content, above: Content, format: NumberFormat): void {
    if (this.#under === null) return;
    const { node, cell } = this.#under;
    const isEarly =
      under === null && this.l > 1 && this.#above === null && this.#shown.above === "tz";
    cell.write(isEarly ? above : under, format);
    const q = isEarly && above !== null ? this.#shown.above : this.#shown.under;
    const key = refKey(ref(q, this.l, this.i));
    if (node.getAttribute("data-ref") !== key) node.setAttribute("data-ref", key);
  }

  /** The activation makes room for what is under it. */
  #raise(node: SVGTextElement, raised: boolean): void {
    const { values } = this.#stage;
    if (values === null || values.turned || raised === this.#raised) return;
    this.#raised = raised;
    const { y } = neuronPoint(this.#stage, this.l, this.i);
    node.setAttribute("y", String(round(y + (raised ? values.above : values.alone).dy)));
  }

  /**
   * Placed by its coordinates and not by a transform: with one of its own each neuron is painted apart,
   * and the page put in layers anew when a single one is outlined.
   */
  #circle(parent: SVGGElement, { under }: Shown): SVGGElement {
    const { l, i } = this;
    const { radius, halfWidth, halo } = this.#stage;
    const { x, y } = neuronPoint(this.#stage, l, i);
    const key = refKey(ref("a", l, i));
    const node = append(parent, "g", {
      class: l === 1 ? "neuron input" : "neuron",
      "data-ref": key,
      "data-part": "neuron",
    });
    for (const [name, extra] of [
      ["halo", halo],
      ["body", 0],
    ] as const) {
      append(node, "rect", {
        class: name,
        x: round(x - halfWidth - extra),
        y: round(y - radius - extra),
        width: round(2 * (halfWidth + extra)),
        height: round(2 * (radius + extra)),
        rx: round(radius + extra),
      });
    }
    this.elements.push([key, node], [refKey(ref(under, l, i)), node]);
    return node;
  }

  #value(q: Shown["own" | "under"], line: Line, room: Line): Value {
    const { x, y } = neuronPoint(this.#stage, this.l, this.i);
    const place = this.#stage.values?.turned
      ? {
          x: round(x - line.dy),
          y: round(y),
          transform: `rotate(-90,${round(x)},${round(y)})`,
          "data-turned": line.dy < 0 ? "start" : "end",
        }
      : { x: round(x), y: round(y + line.dy) };
    const node = append(this.#group, "text", {
      class: `value kind-${q}`,
      dy: "0.36em",
      "data-ref": refKey(ref(q, this.l, this.i)),
      "data-part": "value",
      ...place,
    });
    const { width, size } = room;
    const cell = new ValueCell(node, {
      width,
      size,
      smallest: SMALLEST_TEXT,
      family: "sans",
      // A derivative is often small: −0.0078 keeps its place as −0.008, −0.00034 as −3e−4.
      fewest: q === "ta" || q === "d" ? 1 : 2,
    });
    return { node, cell };
  }

  /** `a_1^(1) = x_1` above an input; `+ h` where it is moved. */
  #name(parent: SVGGElement, shift: Shift | undefined): void {
    const box = detailBox(this.#stage, this.l, this.i, "above");
    if (box === null) return;
    const key = refKey(ref("a", this.l, this.i));
    const { words } = this.#line(
      parent,
      shift === undefined ? box : this.#widened(box),
      key,
      "name",
    );
    appendSymbol(words, { letter: "a", kind: "a", sup: `(${this.l})`, sub: String(this.i) });
    appendUpright(words, " = ");
    appendSymbol(words, { letter: "x", sub: String(this.i) });
    if (shift !== undefined) appendStep(words, shift);
  }

  /** A line with room for the name of a moved input, not cut by the stage's edge. */
  #widened({ x, width, ...box }: Box): Box {
    const wide = Math.max(width, MOVED_NAME * this.#stage.detail!.size);
    return { ...box, x: Math.max(EDGE, x + (width - wide) / 2), width: wide };
  }

  #detail(parent: SVGGElement, side: "above" | "below", q: Shown["above"] | "b"): Detail | null {
    const { detail } = this.#stage;
    const box = detailBox(this.#stage, this.l, this.i, side);
    if (box === null || detail === null) return null;
    const key = refKey(ref(q, this.l, this.i));
    const { node, words } = this.#line(parent, box, key, "detail");
    const scripts = { sup: `(${this.l})`, sub: String(this.i) };
    const symbol: Symbol =
      q === "b" ? { letter: q, ...scripts } : { letter: "z", kind: q, ...scripts };
    appendSymbol(words, symbol);
    appendUpright(words, " = ");
    const number = appendUpright(words, "");
    number.setAttribute("data-ref", key);
    number.setAttribute("data-part", "value");
    const cell = new ValueCell(number, {
      width: detail.width - (this.l > 9 ? WIDE_PREFIX : PREFIX) * detail.size,
      size: detail.size,
      smallest: SMALLEST_TEXT,
      family: "math",
    });
    return { node, cell };
  }

  /** A line above or below the neuron, with a ground that shows when the line is singled out. */
  #line(
    parent: SVGGElement,
    box: Box,
    key: string,
    part: "detail" | "name",
  ): { node: SVGGElement; words: SVGTextElement } {
    const node = append(parent, "g", { class: "detail", "data-ref": key, "data-part": part });
    append(node, "rect", {
      x: round(box.x),
      y: round(box.y),
      width: round(box.width),
      height: round(box.height),
      rx: 6,
    });
    this.elements.push([key, node]);
    const { size } = this.#stage.detail!;
    const words = appendText(node, null, box.x + box.width / 2, box.y + box.height * 0.65, size);
    return { node, words };
  }
}
