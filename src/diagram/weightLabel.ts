import type { NumberFormat } from "../numbers/format.ts";
import { ValueCell } from "./cell.ts";
import { round, type Point } from "./curve.ts";
import { append, toggle } from "./dom.ts";
import type { StageLayout } from "./layout.ts";
import { SMALLEST_TEXT } from "./measures.ts";
import { fitNumber, textWidth, type Room } from "./text.ts";

/** Width of the box of a text: as the text needs, but never beyond the room kept for it. */
export function labelWidth(text: number, label: StageLayout["label"]): number {
  const wanted = Math.max(label.size * 3.2, text + label.padding);
  return round(Math.min(label.width, wanted));
}

/** Rounding of the box's corners, px. */
export const ROUNDING = 5;

/** A weight as its label shows it, and the width of the text, px (an estimate). */
export function fitWeight(
  weight: number,
  format: NumberFormat,
  label: StageLayout["label"],
): { readonly text: string; readonly size: number; readonly width: number } {
  const { text, size } = fitNumber(weight, format, roomOf(label)) ?? { text: "", size: label.size };
  return { text, size, width: textWidth(text) * size };
}

function roomOf(label: StageLayout["label"]): Room {
  return { width: textRoom(label), size: label.size, smallest: SMALLEST_TEXT, family: "sans" };
}

/** Width of the text a label has room for, px. */
export function textRoom(label: StageLayout["label"]): number {
  return label.width - 5;
}

/**
 * A weight in its box on the edge. It has a transform only where it is turned: with one it is painted
 * apart from the others, and the page put in layers anew when its text is as wide as another.
 */
export class WeightLabel {
  readonly node: SVGGElement;
  readonly #box: SVGRectElement;
  readonly #text: SVGTextElement;
  readonly #cell: ValueCell;
  readonly #label: StageLayout["label"];
  #x = 0;
  #width = 0;

  constructor(parent: SVGGElement, key: string, { label }: StageLayout) {
    this.node = append(parent, "g", { class: "label", "data-ref": key, "data-part": "label" });
    this.#box = append(this.node, "rect", { height: label.height, rx: ROUNDING });
    this.#text = append(this.node, "text", {
      dy: "0.36em",
      "data-ref": key,
      "data-part": "value",
    });
    this.#label = label;
    this.#cell = new ValueCell(this.#text, roomOf(label));
  }

  /** Makes it another edge's. */
  rename(key: string): void {
    toggle(this.node, "data-ref", key);
    toggle(this.#text, "data-ref", key);
  }

  place({ x, y }: Point): void {
    const [left, top] = [String(round(x)), String(round(y))];
    this.#x = x;
    toggle(this.#text, "x", left);
    toggle(this.#text, "y", top);
    toggle(this.#box, "y", String(round(y - this.#label.height / 2)));
    if (this.#label.turned) toggle(this.node, "transform", `rotate(-90,${left},${top})`);
    this.#fitBox();
  }

  /** Shows the weight and fits the box to it. */
  write(weight: number, format: NumberFormat): void {
    if (!this.#cell.write(weight, format)) return;
    this.#width = labelWidth(this.#cell.width, this.#label);
    this.#fitBox();
  }

  #fitBox(): void {
    toggle(this.#box, "x", String(round(this.#x - this.#width / 2)));
    toggle(this.#box, "width", String(this.#width));
  }
}
