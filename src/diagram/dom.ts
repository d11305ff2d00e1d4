import { select } from "d3-selection";
import type { NumberFormat } from "../numbers/format.ts";
import type { Content, ValueCell } from "./cell.ts";
import { round } from "./curve.ts";

/** Appends an empty text at (x, y), its size in px. */
export function appendText(
  parent: SVGGElement,
  name: string | null,
  x: number,
  y: number,
  size: number,
): SVGTextElement {
  return select(parent)
    .append("text")
    .attr("class", name)
    .attr("x", round(x))
    .attr("y", round(y))
    .attr("font-size", round(size))
    .node()!;
}

/** Gives an attribute its value (null takes it away), touching the page only for a new one. */
export function toggle(element: Element, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** Shows a value with its symbol, or hides both. */
export function show(node: Element, cell: ValueCell, content: Content, format: NumberFormat): void {
  cell.write(content, format);
  toggle(node, "data-hidden", content === null ? "" : null);
}
