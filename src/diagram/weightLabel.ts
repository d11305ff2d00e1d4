import { select } from "d3-selection";
import type { NumberFormat } from "../numbers/format.ts";
import { ValueCell } from "./cell.ts";
import { round, type Point } from "./curve.ts";
import { SMALLEST_TEXT, type StageLayout } from "./layout.ts";

/** A weight in its box on the edge. */
export class WeightLabel {
  readonly node: SVGGElement;
  readonly #box: SVGRectElement;
  readonly #cell: ValueCell;
  readonly #padding: number;
  readonly #least: number;
  readonly #most: number;

  constructor(parent: SVGGElement, key: string, { label }: StageLayout) {
    const group = select(parent)
      .append("g")
      .attr("class", "label")
      .attr("data-ref", key)
      .attr("data-part", "label");
    this.node = group.node()!;
    this.#box = group
      .append("rect")
      .attr("y", -label.height / 2)
      .attr("height", label.height)
      .attr("rx", 5)
      .node()!;
    const text = group
      .append("text")
      .attr("dy", "0.36em")
      .attr("data-ref", key)
      .attr("data-part", "value");
    this.#padding = label.size * 0.9;
    this.#most = label.width;
    this.#least = Math.min(label.width, label.size * 3.4);
    this.#cell = new ValueCell(text.node()!, {
      width: label.width - 6,
      size: label.size,
      smallest: SMALLEST_TEXT,
      family: "sans",
    });
  }

  place({ x, y }: Point): void {
    select(this.node).attr("transform", `translate(${round(x)},${round(y)})`);
  }

  /** Shows the weight, in a box as wide as its text needs but never beyond the room kept for it. */
  write(weight: number, format: NumberFormat): void {
    if (!this.#cell.write(weight, format)) return;
    const wanted = Math.max(this.#least, this.#cell.width + this.#padding);
    const width = round(Math.min(this.#most, wanted));
    select(this.#box)
      .attr("x", -width / 2)
      .attr("width", width);
  }
}
