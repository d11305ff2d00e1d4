/**
 * The step's edges and labels where the network is large: strokes on a canvas above the resting
 * network. As an element each they took a third of the time of a step. There are two canvases: the next
 * step is drawn on the one that is out of sight, and to go there is to change them.
 */
import type { NumberFormat } from "../numbers/format.ts";
import type { Tone } from "./emphasis.ts";
import { detailBox, type StageLayout } from "./layout.ts";
import type { PlacedLabel } from "./overlay.ts";
import { StageCanvas } from "./stageCanvas.ts";
import type { StepCanvases, StepEdge, StepEdges } from "./stepEdges.ts";
import type { View } from "./view.ts";
import { fitWeight, labelWidth, ROUNDING } from "./weightLabel.ts";

interface Colours {
  readonly ink: string;
  readonly ground: string;
  /** Around a label of what is past. */
  readonly rim: string;
  readonly tones: Readonly<Partial<Record<string, string>>>;
  readonly family: string;
}

/** As in diagram.css. */
const PAST_OPACITY = 0.38;
const RIM_WIDTH = 1;
const RIM_WIDTH_NOW = 1.4;
const WEIGHT_NOW = 650;
/** Of the height of a figure, from its middle to its foot, in em. */
const FOOT = 0.36;

/** Whether a label is there for the step and for nothing else. */
function isOwn({ on, lit, selected }: PlacedLabel): boolean {
  return on !== null && !lit && !selected;
}

/** What a canvas shows. */
interface Content {
  readonly edges: readonly StepEdge[];
  readonly tone: Tone;
  /** As they were placed: another step's, or of other numbers, are another list. */
  readonly labels: readonly PlacedLabel[];
  readonly format: NumberFormat;
}

/** Whether it would be drawn the same: most weights that are dragged are none of the step's. */
function looksLike(p: Content, q: Content): boolean {
  if (p.tone !== q.tone || p.format.digits !== q.format.digits) return false;
  return (
    sameList(p.edges, q.edges, sameEdge) &&
    sameList(p.labels.filter(isOwn), q.labels.filter(isOwn), sameLabel)
  );
}

function sameList<T>(p: readonly T[], q: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  return p.length === q.length && p.every((one, k) => isSame(one, q[k]));
}

function sameEdge(p: StepEdge, q: StepEdge): boolean {
  return (
    p.curve === q.curve && p.width === q.width && p.negative === q.negative && p.past === q.past
  );
}

function sameLabel(p: PlacedLabel, q: PlacedLabel): boolean {
  return p.at.x === q.at.x && p.at.y === q.at.y && Object.is(p.weight, q.weight) && p.on === q.on;
}

/** A canvas in its frame and what is on it; null where that is to be drawn anew. */
interface Face {
  readonly surface: StageCanvas;
  readonly frame: HTMLElement;
  content: Content | null;
}

/**
 * Only the compositor hears of it, and only between values that are neither 0 nor 1: for these, as for
 * a place or `visibility`, the page is painted or put in layers anew. The frame has no other style, which
 * would be computed with it.
 */
function reveal({ frame }: Face, isShown: boolean): void {
  const opacity = isShown ? "0.999" : "0.001";
  if (frame.style.opacity !== opacity) frame.style.opacity = opacity;
}

export class StepCanvas implements StepEdges {
  readonly #stage: StageLayout;
  readonly #usual: number;
  #shown: Face;
  #ahead: Face;
  #edges: readonly StepEdge[] = [];
  #tone: Tone = "a";
  #colours: Colours;

  constructor(
    canvases: StepCanvases,
    contexts: readonly [CanvasRenderingContext2D, CanvasRenderingContext2D],
    stage: StageLayout,
  ) {
    this.#stage = stage;
    this.#usual = widestGap(stage);
    const face = (k: 0 | 1): Face => ({
      surface: new StageCanvas(canvases[k], contexts[k], stage, this.#recolour),
      frame: canvases[k].parentElement!,
      content: null,
    });
    this.#shown = face(0);
    this.#ahead = face(1);
    reveal(this.#shown, false);
    reveal(this.#ahead, false);
    this.#colours = this.#coloursNow();
    // Its text is drawn in another face until the page's own has come.
    document.fonts?.addEventListener("loadingdone", this.#redraw);
  }

  setEdges(edges: readonly StepEdge[], tone: Tone): void {
    this.#edges = edges;
    this.#tone = tone;
  }

  /** Draws the labels that are the step's alone: the others are few, and looked for in the page. */
  show(labels: readonly PlacedLabel[], format: NumberFormat): readonly PlacedLabel[] {
    // Another format is another drawing: labels that are the same list are written the same.
    if (this.#ahead.content?.labels === labels) {
      [this.#shown, this.#ahead] = [this.#ahead, this.#shown];
      this.#ahead.content = null;
      reveal(this.#ahead, false);
      reveal(this.#shown, true);
    } else {
      const content = { edges: this.#edges, tone: this.#tone, labels, format };
      const { content: last } = this.#shown;
      if (last !== null && looksLike(last, content)) this.#shown.content = content;
      else this.#draw(this.#shown, content);
      reveal(this.#shown, this.#edges.length > 0);
    }
    return labels.filter((label) => !isOwn(label));
  }

  prepare(
    edges: readonly StepEdge[],
    tone: Tone,
    labels: readonly PlacedLabel[],
    format: NumberFormat,
  ): void {
    if (edges.length > 0) this.#draw(this.#ahead, { edges, tone, labels, format });
  }

  setView(view: View): void {
    this.#shown.surface.setView(view);
    this.#ahead.surface.setView(view);
    this.#redraw();
  }

  destroy(): void {
    document.fonts?.removeEventListener("loadingdone", this.#redraw);
    this.#shown.surface.destroy();
    this.#ahead.surface.destroy();
  }

  readonly #recolour = (): void => {
    this.#colours = this.#coloursNow();
    this.#redraw();
  };

  readonly #redraw = (): void => {
    this.#ahead.content = null;
    const { content } = this.#shown;
    if (content !== null) this.#draw(this.#shown, content);
  };

  #draw(face: Face, content: Content): void {
    face.content = content;
    const { edges, tone, labels, format } = content;
    const { surface } = face;
    if (edges.length === 0) return;
    const { context } = surface;
    const [left, right] = this.#reach(edges);
    surface.beginBetween(left, right, this.#usual);
    context.strokeStyle = this.#colours.tones[tone] ?? this.#colours.ink;
    for (const { curve, width, negative, past } of edges) {
      context.globalAlpha = past ? PAST_OPACITY : 1;
      surface.stroke([curve], width, negative);
    }
    context.globalAlpha = 1;
    context.setLineDash([]);
    this.#freeDetails(context, left, right);
    context.textAlign = "center";
    for (const label of labels) if (isOwn(label)) this.#label(context, label, format);
  }

  /** Edges pass behind the lines above and below the neurons. */
  #freeDetails(context: CanvasRenderingContext2D, left: number, right: number): void {
    const stage = this.#stage;
    stage.columns.forEach((x, index) => {
      if (x < left || x > right || stage.detail === null) return;
      for (let i = 1; i <= stage.sizes[index]; i++) {
        for (const side of ["above", "below"] as const) {
          const box = detailBox(stage, index + 1, i, side);
          if (box !== null) context.clearRect(box.x, box.y, box.width, box.height);
        }
      }
    });
  }

  /** From where to where they are drawn, px of the stage: a label may reach to the middle of a neuron. */
  #reach(edges: readonly StepEdge[]): [number, number] {
    let [left, right] = [Infinity, -Infinity];
    for (const { curve } of edges) {
      left = Math.min(left, curve.x0);
      right = Math.max(right, curve.x1);
    }
    const { halfWidth } = this.#stage;
    return [left - halfWidth, right + halfWidth];
  }

  #label(
    context: CanvasRenderingContext2D,
    { at, weight, on }: PlacedLabel,
    format: NumberFormat,
  ): void {
    const { ink, ground, rim, tones, family } = this.#colours;
    const { label } = this.#stage;
    const fitted = fitWeight(weight, format, label);
    const width = labelWidth(fitted.width, label);
    const isNow = on !== null && on !== "past";
    context.beginPath();
    context.roundRect(at.x - width / 2, at.y - label.height / 2, width, label.height, ROUNDING);
    context.fillStyle = ground;
    context.fill();
    context.lineWidth = isNow ? RIM_WIDTH_NOW : RIM_WIDTH;
    context.strokeStyle = (isNow ? tones[on] : undefined) ?? rim;
    context.stroke();
    context.fillStyle = ink;
    context.font = `${isNow ? WEIGHT_NOW : 400} ${fitted.size}px ${family}`;
    context.fillText(fitted.text, at.x, at.y + FOOT * fitted.size);
  }

  #coloursNow(): Colours {
    const style = this.#shown.surface.colours();
    return {
      ink: style.color,
      ground: style.outlineColor,
      rim: style.borderLeftColor,
      tones: {
        a: style.borderTopColor,
        d: style.borderRightColor,
        ta: style.borderBottomColor,
      },
      family: style.fontFamily,
    };
  }
}

/** From a column to the next, px. */
function widestGap({ columns }: StageLayout): number {
  return Math.max(0, ...columns.slice(1).map((x, k) => x - columns[k]));
}
