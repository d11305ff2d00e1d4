/**
 * Where everything stands on the stage: pure geometry from the network's sizes, the stage's size
 * and the number of digits. Nothing here depends on the step or on a value, so nothing moves from
 * step to step.
 */
import { boxAround, type Box } from "./box.ts";
import type { Curve } from "./curve.ts";
import { across, bodyOf, labelOf, pageOf, rightOf, type Page, type Right } from "./measures.ts";
import type { StageInput, StageLayout } from "./stage.ts";
import type { Style } from "./styles.ts";
import { textWidth } from "./text.ts";

export type { StageInput, StageLayout } from "./stage.ts";

/**
 * The layout of a stage in a style; null where the style does not find its room. Without the lines
 * z and b, and with labels that come and go, there is always a layout, every size finite and
 * positive, however small the stage.
 */
export function layoutStage(input: StageInput, style: Style): StageLayout | null {
  const page = pageOf(input);
  const right = rightOf(page, input.digits, style.type !== "normal");
  const label = labelOf(page, style);
  const body = bodyOf(page, right, label, input.digits, style);
  if (body === null) return null;
  const { radius, halfWidth, side, left, reach } = body;
  const { gap, first, targetX } = across(page, right, side, left);
  const { sizes, width, height, pitch } = page;
  const middle = middleOf(page, reach);
  return {
    width,
    height,
    sizes,
    columns: sizes.map((_, index) => first + index * gap),
    gap,
    pitch,
    middle,
    radius,
    halfWidth,
    halo: body.halo,
    values: body.values,
    detail: body.detail,
    caption: captionOf(
      page,
      middle - ((page.most - 1) * pitch) / 2 - reach,
      gap,
      first,
      input.captions,
    ),
    label,
    stroke: {
      thin: body.values?.turned === false ? 1 : 0.6,
      thick: Math.max(1.4, Math.min(5.5, radius * 0.17, pitch * 0.035)),
    },
    target: { x: targetX, ...right.target },
    E: {
      box: boxAround(targetX, lossY(page, right, middle), right.lossWidth, right.lossHeight),
      size: right.size,
    },
  };
}

/** The columns' middle: captions and drawing together stand in the middle of the stage. */
function middleOf(
  { height, top, bottom, room, compact, most, pitch }: Page,
  reach: number,
): number {
  const head = compact ? 40 : 84;
  const half = reach + ((most - 1) * pitch) / 2;
  const start = Math.max(0, (height - bottom * 0.5 - head - 2 * half) / 2);
  return Math.min(top + room / 2, start + head + half);
}

/** Least distance of a caption from the stage's edge, px. */
export const CAPTION_MARGIN = 3;

/** The captions, close above the drawing, whose highest point is given. */
function captionOf(
  { compact }: Page,
  highest: number,
  gap: number,
  first: number,
  captions: readonly string[],
): StageLayout["caption"] {
  const y = Math.max(compact ? 16 : 26, highest - (compact ? 28 : 62));
  const size = compact ? 13 : 17;
  if (gap < size * 3.2 + 6) {
    const bare = Math.min(size, 12);
    const every = Math.ceil((textWidth("00") * bare + 2) / gap);
    return { y, size: bare, full: false, every, second: null };
  }
  const secondSize = compact ? 12 : 15;
  const widest = Math.max(...captions.map((text) => textWidth(text))) * secondSize;
  // Near the edge of the stage the first one moves in, towards the second.
  const moved = Math.max(0, widest / 2 + CAPTION_MARGIN - first);
  const second =
    gap >= widest + 8 + moved ? { y: y + (compact ? 17 : 27), size: secondSize } : null;
  return { y, size, full: true, every: 1, second };
}

/** E stands between two targets, or below the last where there is no room between them. */
function lossY({ outputs, pitch, height }: Page, right: Right, middle: number): number {
  const { lossHeight, target } = right;
  const lowest = height - lossHeight / 2 - 1;
  if (outputs === 1) {
    const below = Math.max(target.height / 2 + lossHeight, Math.min(pitch / 2, 104));
    return Math.min(lowest, middle + below);
  }
  if (pitch >= target.height + lossHeight + 6) {
    return outputs % 2 === 0 ? middle : middle + pitch / 2;
  }
  const last = middle + ((outputs - 1) * pitch) / 2;
  return Math.min(lowest, last + target.height / 2 + lossHeight / 2 + 4);
}

/** The box kept for a weight's label around a point of its edge. */
export function labelBox({ label }: StageLayout, x: number, y: number): Box {
  return label.turned
    ? boxAround(x, y, label.height, label.width)
    : boxAround(x, y, label.width, label.height);
}

/** Centre of neuron i of layer l. */
export function neuronPoint(stage: StageLayout, l: number, i: number): { x: number; y: number } {
  return { x: stage.columns[l - 1], y: neuronY(stage, l, i) };
}

export function neuronY(stage: StageLayout, l: number, i: number): number {
  return stage.middle + (i - (stage.sizes[l - 1] + 1) / 2) * stage.pitch;
}

export function neuronBox(stage: StageLayout, l: number, i: number): Box {
  const { x, y } = neuronPoint(stage, l, i);
  return boxAround(x, y, 2 * stage.halfWidth, 2 * stage.radius);
}

/** The line above (z, or the input's name) or below (b) a neuron; null where there is no room. */
export function detailBox(
  stage: StageLayout,
  l: number,
  i: number,
  side: "above" | "below",
): Box | null {
  const { detail } = stage;
  if (detail === null || (l === 1 && side === "below")) return null;
  const { x, y } = neuronPoint(stage, l, i);
  return boxAround(
    x,
    side === "above" ? y - detail.far : y + detail.far,
    l === 1 ? detail.nameWidth : detail.width,
    detail.height,
  );
}

export function targetBox(stage: StageLayout, i: number): Box {
  const { x, width, height } = stage.target;
  return boxAround(x, neuronY(stage, stage.sizes.length, i), width, height);
}

/** The curve of the edge from neuron j of layer l − 1 to neuron i of layer l. */
export function edgeCurve(stage: StageLayout, l: number, i: number, j: number): Curve {
  return {
    x0: stage.columns[l - 2] + stage.halfWidth,
    y0: neuronY(stage, l - 1, j),
    x1: stage.columns[l - 1] - stage.halfWidth,
    y1: neuronY(stage, l, i),
  };
}

/** The dotted line from output i to its target. */
export function targetCurve(stage: StageLayout, i: number): Curve {
  const L = stage.sizes.length;
  const y = neuronY(stage, L, i);
  return {
    x0: stage.columns[L - 1] + stage.halfWidth,
    y0: y,
    x1: stage.target.x - stage.target.width / 2,
    y1: y,
  };
}

/** The way from output i to E. */
export function lossCurve(stage: StageLayout, i: number): Curve {
  const { box } = stage.E;
  return { ...targetCurve(stage, i), x1: box.x, y1: box.y + box.height / 2 };
}
