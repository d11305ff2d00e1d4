/**
 * The homework's symbols as SVG text, set like KaTeX sets them: an italic letter with the layer
 * above and the index below it. KaTeX itself is too slow for labels that change with every edit.
 */
import { select } from "d3-selection";
import { signOf, type Shift } from "../engine/shift.ts";

export interface Symbol {
  readonly letter: string;
  /** Colour of the kind of quantity, ink where absent; a `tz` has a dot above its letter. */
  readonly kind?: "a" | "z" | "d" | "tz";
  readonly sup?: string;
  readonly sub?: string;
}

/** Size of scripts, and advance widths of KaTeX_Main's digits and parentheses, in em. */
const SCRIPT = 0.7;
const DIGIT = 0.5;
const PAREN = 0.389;

/**
 * From the end of an italic z, 0.465 wide, back to the start of its dot, 0.278 wide: the dot stands over
 * the middle of the letter, 0.056 to the right for its slant, as in KaTeX; em. No face of the page has
 * ż itself, and what the system puts in its place may have no dot.
 */
const TO_DOT = -0.316;

/** Advance of a script of digits and parentheses, in em of the script. */
export function scriptAdvance(text: string): number {
  let width = 0;
  for (const char of text) width += char === "(" || char === ")" ? PAREN : DIGIT;
  return width;
}

/**
 * Appends a symbol to a text. The superscript is set first, then the pen goes back under it by
 * its known width, and on to where the wider of the two ends.
 */
export function appendSymbol(text: SVGTextElement, { letter, kind, sup, sub }: Symbol): void {
  const pen = select(text);
  pen
    .append("tspan")
    .attr("class", kind === undefined ? "letter" : `letter kind-${kind}`)
    .text(letter);
  if (kind === "tz") {
    pen.append("tspan").attr("class", "kind-tz").attr("dx", em(TO_DOT)).text("\u02d9");
  }
  const above = sup === undefined ? 0 : scriptAdvance(sup);
  const below = sub === undefined ? 0 : scriptAdvance(sub);
  const script = kind === undefined ? "script" : `script kind-${kind}`;
  let lift = 0;
  if (sup !== undefined) {
    pen.append("tspan").attr("class", script).attr("dy", "-0.62em").text(sup);
    lift = -0.62;
  }
  if (sub !== undefined) {
    pen
      .append("tspan")
      .attr("class", script)
      .attr("dx", em(sup === undefined ? 0 : 0.02 - above))
      .attr("dy", em(0.36 - lift))
      .text(sub);
    lift = 0.36;
  }
  if (lift === 0) return;
  // A zero-width space carries the pen back to the base line, in the text's own size.
  const advance = sub === undefined ? 0 : Math.max(0, above - below) * SCRIPT;
  pen
    .append("tspan")
    .attr("dx", em(advance))
    .attr("dy", em(-lift * SCRIPT))
    .text("\u200b");
}

/** Appends upright text, such as ` = `. */
export function appendUpright(text: SVGTextElement, content: string): SVGTSpanElement {
  return select(text).append("tspan").attr("class", "upright").text(content).node()!;
}

/** Appends ` + h` or ` − h`. */
export function appendStep(text: SVGTextElement, shift: Shift): void {
  appendUpright(text, ` ${signOf(shift)} `);
  appendSymbol(text, { letter: "h" });
}

function em(value: number): string {
  return `${Math.round(value * 1000) / 1000}em`;
}
