import type { Shift } from "../engine/shift.ts";
import { appendText } from "./dom.ts";
import { CAPTION_MARGIN, type StageLayout } from "./layout.ts";
import { appendStep, appendSymbol, appendUpright } from "./notation.ts";
import { textWidth } from "./text.ts";

export interface CaptionWords {
  /** Caption of l = 1; of a moved input, the text that is drawn as its symbols. */
  readonly inputLayer: string;
  /** Name of σ_(l) at index l − 2. */
  readonly activations: readonly string[];
  /** What was added to x, if anything. */
  readonly shift: Shift | undefined;
}

/** The columns' heads: `l = 2` over `σ = sigmoid`, or the bare index where columns are narrow. */
export function drawCaptions(layer: SVGGElement, stage: StageLayout, words: CaptionWords): void {
  const { caption, columns } = stage;
  const L = columns.length;
  columns.forEach((column, index) => {
    const l = index + 1;
    const at = (text: string, size: number): number => inward(column, text, size, stage.width);
    if (!isCaptioned(l, L, caption.every)) return;
    const isLast = l === L && L > 1;
    const head = !caption.full ? String(l) : isLast ? `l = L = ${l}` : `l = ${l}`;
    const x = at(head, caption.size);
    const first = appendText(layer, "caption", x, caption.y, caption.size);
    if (!caption.full) {
      appendUpright(first, String(l));
      return;
    }
    appendSymbol(first, { letter: "l" });
    if (isLast) {
      appendUpright(first, " = ");
      appendSymbol(first, { letter: "L" });
    }
    appendUpright(first, ` = ${l}`);
    if (caption.second === null) return;
    const { y, size } = caption.second;
    if (l === 1) {
      const { inputLayer, shift } = words;
      const isWord = shift === undefined;
      const em = isWord ? size * 0.87 : size;
      const kind = isWord ? "caption words" : "caption";
      const second = appendText(layer, kind, at(inputLayer, em), y, em);
      if (isWord) {
        second.textContent = inputLayer;
        return;
      }
      appendSymbol(second, { letter: "x" });
      appendStep(second, shift);
      appendSymbol(second, { letter: " e", sub: `${shift.j}` });
      return;
    }
    const name = ` = ${words.activations[l - 2]}`;
    const second = appendText(layer, "caption", at(`σ${name}`, size), y, size);
    appendSymbol(second, { letter: "σ" });
    appendUpright(second, name);
  });
}

/** The middle of a centred text over x, moved so that the stage's edge does not cut it. */
function inward(x: number, text: string, size: number, width: number): number {
  const half = (textWidth(text) * size) / 2 + CAPTION_MARGIN;
  return Math.max(half, Math.min(width - half, x));
}

/** Every so many columns have a head, always the last one; one too close before it gives way. */
function isCaptioned(l: number, L: number, every: number): boolean {
  return l === L || ((l - 1) % every === 0 && L - l >= every);
}
