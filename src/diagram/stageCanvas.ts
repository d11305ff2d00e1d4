/** A canvas over the stage, or over a part of it: what is drawn on it is in stage px. */
import type { Box } from "./box.ts";
import type { Curve } from "./curve.ts";
import type { StageLayout } from "./layout.ts";
import { toHost, WHOLE, type View } from "./view.ts";

/** Dashes of a negative weight, as in diagram.css. */
const DASHES = [7, 5];
const SOLID: number[] = [];

export class StageCanvas {
  readonly context: CanvasRenderingContext2D;
  readonly #canvas: HTMLCanvasElement;
  readonly #stage: StageLayout;
  readonly #recolour: () => void;
  #view = WHOLE;
  /** What it covers, host px. */
  #from = 0;
  #width = NaN;

  /** @param recolour is called when the theme has changed: a change of theme is a transition of 1 ms. */
  constructor(
    canvas: HTMLCanvasElement,
    context: CanvasRenderingContext2D,
    stage: StageLayout,
    recolour: () => void,
  ) {
    this.#canvas = canvas;
    this.context = context;
    this.#stage = stage;
    this.#recolour = recolour;
    canvas.addEventListener("transitionend", recolour);
    this.#resize(stage.width);
    canvas.height = Math.round(stage.height * window.devicePixelRatio);
  }

  /** The part of the stage that is seen from now on; nothing is drawn by this. */
  setView(view: View): void {
    this.#view = view;
  }

  /** Clears a box of the stage and draws within it, in stage px; nothing outside it is touched. */
  within(box: Box, draw: () => void): void {
    const { context } = this;
    const density = window.devicePixelRatio;
    const { x, y, width, height } = toHost(this.#view, box);
    // Whole pixels: half of one would be cleared and drawn again in part.
    const left = Math.floor((x - this.#from) * density);
    const top = Math.floor(y * density);
    const right = Math.ceil((x + width - this.#from) * density);
    const bottom = Math.ceil((y + height) * density);
    context.save();
    context.resetTransform();
    context.clearRect(left, top, right - left, bottom - top);
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    this.#enter();
    draw();
    context.restore();
  }

  /** Clears all of it, to be drawn on in stage px. */
  beginAll(): void {
    this.context.resetTransform();
    this.context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    this.#enter();
  }

  /**
   * Covers what is seen from one x of the stage to another and little else, cleared, to be drawn on in
   * stage px: what a canvas costs a frame goes by its size. It is as wide as usual, stage px, or wider
   * where that is needed: another size costs a layout.
   */
  beginBetween(left: number, right: number, usual: number): void {
    const { k, x } = this.#view;
    const { width: whole } = this.#stage;
    const from = Math.max(0, Math.floor(left * k + x));
    const to = Math.min(whole, Math.ceil(right * k + x));
    const width = Math.min(whole, Math.max(to - from, Math.ceil(usual * k) + 1));
    this.#place(Math.max(0, Math.min(from, whole - width)));
    this.#resize(width);
    this.beginAll();
  }

  #enter(): void {
    const density = window.devicePixelRatio;
    const { k, x, y } = this.#view;
    this.context.setTransform(
      density * k,
      0,
      0,
      density * k,
      density * (x - this.#from),
      density * y,
    );
  }

  #place(from: number): void {
    if (from === this.#from) return;
    this.#from = from;
    this.#canvas.style.left = `${from}px`;
  }

  #resize(width: number): void {
    if (width === this.#width) return;
    this.#width = width;
    this.#canvas.style.width = `${width}px`;
    this.#canvas.width = Math.round(width * window.devicePixelRatio);
  }

  /** Curves in one stroke, dashed for negative weights. */
  stroke(curves: readonly Curve[], width: number, negative: boolean): void {
    const { context } = this;
    context.lineWidth = width;
    context.setLineDash(negative ? DASHES : SOLID);
    context.beginPath();
    for (const { x0, y0, x1, y1 } of curves) {
      const middle = (x0 + x1) / 2;
      context.moveTo(x0, y0);
      context.bezierCurveTo(middle, y0, middle, y1, x1, y1);
    }
    context.stroke();
  }

  /** The colours it was given in diagram.css: the theme's reach a canvas only by asking. */
  colours(): CSSStyleDeclaration {
    return getComputedStyle(this.#canvas);
  }

  destroy(): void {
    this.#canvas.removeEventListener("transitionend", this.#recolour);
    this.#canvas.width = 0;
    this.#canvas.height = 0;
  }
}
