import { formatExact, type NumberFormat } from "../numbers/format.ts";
import { fitNumber, fitSize, textWidth, type Room } from "./text.ts";

/** What a place shows: a number, a word in its stead, or nothing. */
export type Content = number | string | null;

/** One value on the stage. It remembers what it last wrote and touches the page only for more. */
export class ValueCell {
  readonly #node: SVGTextContentElement;
  readonly #room: Room;
  #content: Content = null;
  #digits = 0;
  #size = 0;
  #text = "";

  constructor(node: SVGTextContentElement, room: Room) {
    this.#node = node;
    this.#room = room;
  }

  /** Width of the text as written, px (an estimate). */
  get width(): number {
    return textWidth(this.#text, this.#room.family) * this.#size;
  }

  /** Shows the content; true if the text is another one than before. */
  write(content: Content, format: NumberFormat): boolean {
    if (Object.is(content, this.#content) && format.digits === this.#digits) return false;
    if (!Object.is(content, this.#content)) {
      // The full double, for what reads the drawing rather than looks at it.
      if (typeof content === "number") this.#node.setAttribute("data-value", formatExact(content));
      else this.#node.removeAttribute("data-value");
    }
    this.#content = content;
    this.#digits = format.digits;
    const fitted = this.#fit(content, format);
    if (fitted.size !== this.#size) {
      this.#size = fitted.size;
      this.#node.setAttribute("font-size", String(fitted.size));
    }
    if (fitted.text === this.#text) return false;
    this.#text = fitted.text;
    this.#node.textContent = fitted.text;
    return true;
  }

  #fit(content: Content, format: NumberFormat): { text: string; size: number } {
    const none = { text: "", size: this.#size || this.#room.size };
    if (content === null) return none;
    if (typeof content === "number") return fitNumber(content, format, this.#room) ?? none;
    const size = fitSize(content, this.#room);
    return { text: content, size: size ?? this.#room.smallest };
  }
}
