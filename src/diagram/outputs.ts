import { select } from "d3-selection";
import { ref, refKey } from "../engine/ref.ts";
import type { NumberFormat } from "../numbers/format.ts";
import { ValueCell, type Content } from "./cell.ts";
import { curvePath, round } from "./curve.ts";
import { appendText, show } from "./dom.ts";
import { targetBox, targetCurve, type StageLayout } from "./layout.ts";
import { SMALLEST_TEXT } from "./measures.ts";
import { textWidth } from "./text.ts";

/** A target in its box, joined to its output by a dotted line. */
export class Target {
  readonly node: SVGGElement;
  readonly #stage: StageLayout;
  readonly #i: number;
  readonly #box: SVGRectElement;
  readonly #link: SVGPathElement;
  /** Width of `t = ` before the number, px. */
  readonly #prefix: number = 0;
  readonly #cell: ValueCell | null = null;

  constructor(parent: SVGGElement, links: SVGGElement, stage: StageLayout, i: number) {
    this.#stage = stage;
    this.#i = i;
    const { size, prefix } = stage.target;
    const area = targetBox(stage, i);
    const key = refKey(ref("t", 0, i));
    const group = select(parent)
      .append("g")
      .attr("class", "target")
      .attr("data-ref", key)
      .attr("data-part", "target")
      .attr("transform", `translate(${round(stage.target.x)},${round(area.y + area.height / 2)})`);
    this.node = group.node()!;
    this.#box = group
      .append("rect")
      .attr("y", round(-area.height / 2))
      .attr("height", round(area.height))
      .attr("rx", round(Math.min(6, area.height / 4)))
      .node()!;
    this.#link = select(links).append("path").attr("class", "link").node()!;
    this.#widen(area.width);
    if (size === 0) return;
    const text = select(appendText(this.node, null, 0, 0, size)).attr("dy", "0.36em");
    const lead = prefix ? "t = " : "";
    if (prefix) text.append("tspan").text(lead);
    const number = text.append("tspan").attr("data-ref", key).attr("data-part", "value");
    this.#prefix = textWidth(lead) * size;
    this.#cell = new ValueCell(number.node()!, {
      width: area.width - this.#prefix - 8,
      size,
      smallest: SMALLEST_TEXT - 1,
      family: "sans",
    });
  }

  write(value: number, format: NumberFormat): void {
    if (this.#cell === null || !this.#cell.write(value, format)) return;
    const { width, size } = this.#stage.target;
    const wanted = Math.max(size * 3, this.#prefix + this.#cell.width + size * 1.1);
    this.#widen(Math.min(width, wanted));
  }

  /** The box as wide as its text needs; the dotted line reaches to it. */
  #widen(width: number): void {
    select(this.#box)
      .attr("x", round(-width / 2))
      .attr("width", round(width));
    const curve = targetCurve(this.#stage, this.#i);
    select(this.#link).attr("d", curvePath({ ...curve, x1: this.#stage.target.x - width / 2 }));
  }
}

/** E, once it is known. */
export class Loss {
  readonly node: SVGGElement;
  readonly #cell: ValueCell;

  constructor(parent: SVGGElement, { E: { box, size } }: StageLayout) {
    this.node = select(parent)
      .append("g")
      .attr("class", "sum")
      .attr("data-ref", "E")
      .attr("data-part", "sum")
      .attr("data-hidden", "")
      .node()!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const text = select(appendText(this.node, null, x, y, size)).attr("dy", "0.36em");
    text.append("tspan").text("E = ");
    const number = text.append("tspan").attr("data-ref", "E").attr("data-part", "value");
    this.#cell = new ValueCell(number.node()!, {
      width: box.width - textWidth("E = ") * size,
      size,
      smallest: SMALLEST_TEXT,
      family: "sans",
    });
  }

  write(content: Content, format: NumberFormat): void {
    show(this.node, this.#cell, content, format);
  }
}
