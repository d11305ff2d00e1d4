/**
 * The step's edges and labels where the network is large: strokes on a canvas above the resting
 * network. As an element each they took a third of the time of a step.
 */
import type { NumberFormat } from "../numbers/format.ts";
import type { Tone } from "./emphasis.ts";
import { detailBox, type StageLayout } from "./layout.ts";
import type { PlacedLabel } from "./overlay.ts";
import { StageCanvas } from "./stageCanvas.ts";
import type { StepEdge, StepEdges } from "./stepEdges.ts";
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

export class StepCanvas implements StepEdges {
  readonly #surface: StageCanvas;
  readonly #stage: StageLayout;
  #edges: readonly StepEdge[] = [];
  #tone: Tone = "a";
  #labels: readonly PlacedLabel[] = [];
  #format: NumberFormat = { digits: 0 };
  #colours: Colours;

  constructor(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D, stage: StageLayout) {
    this.#stage = stage;
    this.#surface = new StageCanvas(canvas, context, stage, this.#recolour);
    this.#colours = this.#coloursNow();
    // Its text is drawn in another face until the page's own has come.
    document.fonts?.addEventListener("loadingdone", this.#draw);
  }

  setEdges(edges: readonly StepEdge[], tone: Tone): void {
    this.#edges = edges;
    this.#tone = tone;
  }

  /** Draws the labels that are the step's alone: the others are few, and looked for in the page. */
  show(labels: readonly PlacedLabel[], format: NumberFormat): readonly PlacedLabel[] {
    this.#labels = labels.filter(isOwn);
    this.#format = format;
    this.#draw();
    return labels.filter((label) => !isOwn(label));
  }

  setView(view: View): void {
    this.#surface.setView(view);
    this.#draw();
  }

  destroy(): void {
    document.fonts?.removeEventListener("loadingdone", this.#draw);
    this.#surface.destroy();
  }

  readonly #recolour = (): void => {
    this.#colours = this.#coloursNow();
    this.#draw();
  };

  readonly #draw = (): void => {
    const { context } = this.#surface;
    const [left, right] = this.#reach();
    this.#surface.beginBetween(left, right);
    context.strokeStyle = this.#colours.tones[this.#tone] ?? this.#colours.ink;
    for (const { curve, width, negative, past } of this.#edges) {
      context.globalAlpha = past ? PAST_OPACITY : 1;
      this.#surface.stroke([curve], width, negative);
    }
    context.globalAlpha = 1;
    context.setLineDash([]);
    this.#freeDetails(left, right);
    context.textAlign = "center";
    for (const label of this.#labels) this.#label(label);
  };

  /** Edges pass behind the lines above and below the neurons. */
  #freeDetails(left: number, right: number): void {
    const stage = this.#stage;
    stage.columns.forEach((x, index) => {
      if (x < left || x > right || stage.detail === null) return;
      for (let i = 1; i <= stage.sizes[index]; i++) {
        for (const side of ["above", "below"] as const) {
          const box = detailBox(stage, index + 1, i, side);
          if (box !== null) this.#surface.context.clearRect(box.x, box.y, box.width, box.height);
        }
      }
    });
  }

  /** From where to where it draws, px of the stage: a label may reach to the middle of a neuron. */
  #reach(): [number, number] {
    if (this.#edges.length === 0) return [0, 0];
    let [left, right] = [Infinity, -Infinity];
    for (const { curve } of this.#edges) {
      left = Math.min(left, curve.x0);
      right = Math.max(right, curve.x1);
    }
    const { halfWidth } = this.#stage;
    return [left - halfWidth, right + halfWidth];
  }

  #label({ at, weight, on }: PlacedLabel): void {
    const { context } = this.#surface;
    const { ink, ground, rim, tones, family } = this.#colours;
    const { label } = this.#stage;
    const fitted = fitWeight(weight, this.#format, label);
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
    const style = this.#surface.colours();
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
