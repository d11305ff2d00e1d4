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
      box: placed(rect.parentElement!.getAttribute("transform"), boxOf(rect)),
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

/** A box as `translate(x,y)` or `rotate(-90,x,y)` puts it. */
function placed(transform: string | null, box: Box): Box {
  const moved = /translate\(([-\d.]+),([-\d.]+)\)/.exec(transform ?? "");
  if (moved !== null) return { ...box, x: box.x + Number(moved[1]), y: box.y + Number(moved[2]) };
  const turned = /rotate\(-90,([-\d.]+),([-\d.]+)\)/.exec(transform ?? "");
  if (turned === null) return box;
  const [x, y] = turned.slice(1).map(Number);
  const up = upward({ ...box, x: box.x - x, y: box.y - y });
  return { ...up, x: up.x + x, y: up.y + y };
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
    const x = number(text, "x") - (turned === "end" ? width : 0);
    const y = number(text, "y") - size * 0.36;
    return placed(text.getAttribute("transform"), { x, y, width, height: size * 0.72 });
  }
  const middle = number(text, "y") - (text.hasAttribute("dy") ? 0 : size * 0.36);
  return boxAround(number(text, "x"), middle, width, size * 0.72);
}
