import type { NumberFormat } from "../numbers/format.ts";
import type { Content, ValueCell } from "./cell.ts";
import { round } from "./curve.ts";

/**
 * An element of an SVG with its attributes; those that are null are left out. Without d3: building
 * the first drawing through selections took twice as long.
 */
export function element<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number | null>>,
): SVGElementTagNameMap[Name] {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== null) node.setAttribute(key, String(value));
  }
  return node;
}

/** The same, appended to a parent. */
export function append<Name extends keyof SVGElementTagNameMap>(
  parent: Element,
  name: Name,
  attributes: Readonly<Record<string, string | number | null>>,
): SVGElementTagNameMap[Name] {
  const node = element(name, attributes);
  parent.append(node);
  return node;
}

/** Appends an empty text at (x, y), its size in px. */
export function appendText(
  parent: SVGGElement,
  name: string | null,
  x: number,
  y: number,
  size: number,
): SVGTextElement {
  return append(parent, "text", {
    class: name,
    x: round(x),
    y: round(y),
    "font-size": round(size),
  });
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
