/** What can be read on a drawn stage, and the box of each, measured on the drawing's elements. */
import { boxAround, overlaps, type Box } from "../../src/diagram/box.ts";
import { textWidth } from "../../src/diagram/text.ts";
import type { NamedBox } from "./networks.ts";

/** Every pair of boxes that touch, one sentence each. */
export function touching(host: Element): string[] {
  const boxes = readable(host);
  return boxes.flatMap((p, index) =>
    boxes
      .slice(index + 1)
      .filter((q) => overlaps(p.box, q.box))
      .map((q) => `${p.name} / ${q.name}`),
  );
}

/** Labels, neurons, the lines beside them, captions, targets and E, as far as they are shown. */
function readable(host: Element): NamedBox[] {
  const shown = (selector: string): Element[] =>
    [...host.querySelectorAll(selector)].filter((node) => node.closest("[data-hidden]") === null);
  return [
    ...shown(".label rect, .neuron .body, .target rect, .detail rect").map((rect) => ({
      name: nameOf(rect),
      box: placed(rect, boxOf(rect)),
    })),
    ...shown(".caption, .sum text, .value[data-turned]")
      .filter((text) => text.textContent !== "")
      .map((text) => ({ name: `${nameOf(text)} ${text.textContent}`, box: textBox(text) })),
  ];
}

function nameOf(node: Element): string {
  const owner = node.closest("[data-ref]");
  return `${owner?.getAttribute("data-ref") ?? ""} ${node.parentElement!.getAttribute("class")}`;
}

function number(node: Element, name: string): number {
  return Number(node.getAttribute(name) ?? 0);
}

function boxOf(rect: Element): Box {
  const [x, y] = [number(rect, "x"), number(rect, "y")];
  return { x, y, width: number(rect, "width"), height: number(rect, "height") };
}

/** A box as its group's `translate(x,y) rotate(-90)` puts it. */
function placed(node: Element, box: Box): Box {
  const transform = node.parentElement!.getAttribute("transform");
  const found = /translate\(([-\d.]+),([-\d.]+)\)/.exec(transform ?? "");
  const [dx, dy] = found === null ? [0, 0] : [Number(found[1]), Number(found[2])];
  const turned = transform?.includes("rotate") === true ? upward(box) : box;
  return { ...turned, x: turned.x + dx, y: turned.y + dy };
}

function upward({ x, y, width, height }: Box): Box {
  return { x: y, y: -x - width, width: height, height: width };
}

/** The box of a text's figures; capitals and figures are some 0.72 em high. */
function textBox(text: Element): Box {
  const size = number(text, "font-size");
  const width = textWidth(text.textContent.replaceAll("\u200b", "")) * size;
  const turned = text.getAttribute("data-turned");
  if (turned !== null) {
    // `rotate(-90,x,y)` about the middle of its neuron.
    const transform = text.getAttribute("transform") ?? "";
    const [cx, cy] = /rotate\(-90,([-\d.]+),([-\d.]+)\)/.exec(transform)!.slice(1).map(Number);
    const x = number(text, "x") - cx - (turned === "end" ? width : 0);
    const box = upward({ x, y: -size * 0.36, width, height: size * 0.72 });
    return { ...box, x: box.x + cx, y: box.y + cy };
  }
  const middle = number(text, "y") - (text.hasAttribute("dy") ? 0 : size * 0.36);
  return boxAround(number(text, "x"), middle, width, size * 0.72);
}
