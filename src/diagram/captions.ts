import { appendText } from "./dom.ts";
import type { StageLayout } from "./layout.ts";
import { appendSymbol, appendUpright } from "./notation.ts";

export interface CaptionWords {
  /** Caption of l = 1. */
  readonly inputLayer: string;
  /** Name of σ_(l) at index l − 2. */
  readonly activations: readonly string[];
}

/** The columns' heads: `l = 2` over `σ = sigmoid`, or the bare index where columns are narrow. */
export function drawCaptions(layer: SVGGElement, stage: StageLayout, words: CaptionWords): void {
  const { caption, columns } = stage;
  const L = columns.length;
  columns.forEach((x, index) => {
    const l = index + 1;
    if (!isCaptioned(l, L, caption.every)) return;
    const first = appendText(layer, "caption", x, caption.y, caption.size);
    if (!caption.full) {
      appendUpright(first, String(l));
      return;
    }
    appendSymbol(first, { letter: "l" });
    if (l === L) {
      appendUpright(first, " = ");
      appendSymbol(first, { letter: "L" });
    }
    appendUpright(first, ` = ${l}`);
    if (caption.second === null) return;
    const { y, size } = caption.second;
    if (l === 1) {
      appendText(layer, "caption words", x, y, size * 0.87).textContent = words.inputLayer;
      return;
    }
    const second = appendText(layer, "caption", x, y, size);
    appendSymbol(second, { letter: "σ" });
    appendUpright(second, ` = ${words.activations[l - 2]}`);
  });
}

/** Every so many columns have a head, always the last one; one too close before it gives way. */
function isCaptioned(l: number, L: number, every: number): boolean {
  return l === L || ((l - 1) % every === 0 && L - l >= every);
}
