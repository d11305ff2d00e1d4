/** A canvas that covers the stage: what is drawn on it is in stage px. */
import type { Curve } from "./curve.ts";
import type { StageLayout } from "./layout.ts";
import { WHOLE, type View } from "./view.ts";

/** Dashes of a negative weight, as in diagram.css. */
const DASHES = [7, 5];
const SOLID: number[] = [];

export class StageCanvas {
  readonly context: CanvasRenderingContext2D;
  readonly #canvas: HTMLCanvasElement;
  readonly #stage: StageLayout;
  readonly #recolour: () => void;
  #view = WHOLE;

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
    const density = window.devicePixelRatio;
    canvas.width = Math.round(stage.width * density);
    canvas.height = Math.round(stage.height * density);
  }

  /** The part of the stage that is seen from now on; nothing is drawn by this. */
  setView(view: View): void {
    this.#view = view;
  }

  /** Clears what is seen from one x of the stage to another, or all, to be drawn on in stage px. */
  begin(left?: number, right?: number): void {
    const { context } = this;
    const { width, height } = this.#canvas;
    const density = width / this.#stage.width;
    const { k, x, y } = this.#view;
    if (left === undefined || right === undefined) {
      context.resetTransform();
      context.clearRect(0, 0, width, height);
    }
    const scale = density * k;
    context.setTransform(scale, 0, 0, scale, density * x, density * y);
    if (left === undefined || right === undefined) return;
    context.clearRect(left, -y / k, right - left, this.#stage.height / k);
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
