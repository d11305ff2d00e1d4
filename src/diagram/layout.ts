/**
 * Where everything stands on the stage: pure geometry from the network's sizes, the stage's size
 * and the number of digits. Nothing here depends on the step or on a value, so nothing moves from
 * step to step.
 */
import { boxAround, type Box } from "./box.ts";
import type { Curve } from "./curve.ts";
import { fitSize, numberRoom, textWidth } from "./text.ts";

export interface StageInput {
  /** n_1 … n_L. */
  readonly sizes: readonly number[];
  /** Stage size in px. */
  readonly width: number;
  readonly height: number;
  /** Significant digits of the numbers shown. */
  readonly digits: number;
  /** The words under each layer's index, l = 1 … L. */
  readonly captions: readonly string[];
}

/** How a stage is set. */
export interface Style {
  /** Size of the lines z and b, from roomy (0) to tight (3); null: without them. */
  readonly detail: number | null;
  /**
   * Whether room is made for all the weights' labels, upright or, between narrow columns, turned
   * to read upward; or for none, as they come and go.
   */
  readonly labels: "upright" | "turned" | "passing";
  /** Smaller type for labels, targets and E. */
  readonly small: boolean;
  /** Width in em kept for a weight's number. */
  readonly labelRoom: number;
}

/** A text of a neuron: how far below its centre the text's centre (or end) is, and its room. */
export interface Line {
  readonly dy: number;
  readonly size: number;
  readonly width: number;
}

export interface StageLayout {
  readonly width: number;
  readonly height: number;
  readonly sizes: readonly number[];
  /** x of the column of layer l at index l − 1. */
  readonly columns: readonly number[];
  /** Distance of two columns and of two neurons of a column, px. */
  readonly gap: number;
  readonly pitch: number;
  /** y of the middle of every column. */
  readonly middle: number;
  readonly radius: number;
  /** Half the width of a neuron: its radius, or more where long numbers need it. */
  readonly halfWidth: number;
  /** How far the halo reaches beyond the neuron. */
  readonly halo: number;
  /**
   * The texts in a neuron: activation alone, activation above δ, δ. Where the neuron is too small
   * for text but columns are tall, they are `turned`: the activation reads upward from above the
   * neuron, δ ends below it. Null: no text.
   */
  readonly values: {
    readonly turned: boolean;
    readonly alone: Line;
    readonly above: Line;
    readonly below: Line;
  } | null;
  /** z above and b below the neuron; null: no room. `far` from the neuron's centre to the line. */
  readonly detail: {
    readonly size: number;
    readonly width: number;
    readonly height: number;
    readonly far: number;
  } | null;
  readonly caption: {
    readonly y: number;
    readonly size: number;
    /** `l = 2`, or the bare index; every so many columns. */
    readonly full: boolean;
    readonly every: number;
    readonly second: { readonly y: number; readonly size: number } | null;
  };
  /** The box kept for a weight's label. */
  readonly label: {
    readonly width: number;
    readonly height: number;
    readonly size: number;
    /** The text reads upward; width and height are still those of the text. */
    readonly turned: boolean;
  };
  /** Edge thickness in px at weight 0 and at a huge weight. */
  readonly stroke: { readonly thin: number; readonly thick: number };
  readonly target: {
    readonly x: number;
    readonly width: number;
    readonly height: number;
    /** Font size; 0: too small for text. */
    readonly size: number;
    readonly prefix: boolean;
  };
  readonly E: { readonly box: Box; readonly size: number };
}

const LARGEST = { radius: 38, pitch: 236, gap: 290 } as const;
const SMALLEST = { radius: 6, text: 8.5 } as const;
/** Below this radius a neuron holds no number. */
const TEXT_RADIUS = 20;

/** Width in em of `z_1^(2) = ` before the number: letter, script, equals sign with its spaces. */
const DETAIL_SYMBOL = 2.9;
/** Line height of a symbol with super- and subscript, em. */
const DETAIL_LINE = 1.6;

/** Font size of z and b and their distance from the neuron, from roomy to tight. */
const DETAIL_LEVELS = [
  { size: 16, space: 12 },
  { size: 14, space: 7 },
  { size: 13, space: 5 },
  { size: 12, space: 3 },
] as const;

/**
 * The styles to try, the most comfortable first; the last one always has a layout.
 *
 * @param labelRooms widths in em to keep for a weight's number, in the order to try them
 */
export function stylesOf(labelRooms: readonly number[]): Style[] {
  const styles: Style[] = [];
  const add = (
    labels: Style["labels"],
    details: readonly Style["detail"][],
    sizes: readonly boolean[],
    rooms: readonly number[],
  ): void => {
    for (const labelRoom of rooms) {
      for (const small of sizes) {
        for (const detail of details) styles.push({ detail, labels, small, labelRoom });
      }
    }
  };
  add("upright", [0, 1, 2, 3], [false, true], labelRooms);
  add("upright", [null], [false, true], labelRooms);
  add("turned", [null], [false, true], labelRooms);
  add("passing", [0, 1, 2, 3, null], [false], labelRooms.slice(0, 1));
  return styles;
}

/**
 * The layout of a stage in a style; null where the lines z and b find no room. Without them there
 * is always a layout, every size finite and positive, however small the stage.
 */
export function layoutStage(input: StageInput, style: Style): StageLayout | null {
  const { sizes, digits } = input;
  const width = Math.max(120, input.width);
  const height = Math.max(120, input.height);
  const L = sizes.length;
  const most = Math.max(...sizes);
  const compact = width < 600 || height < 460;
  const narrow = width < 480;

  // Down the page: captions, neurons, a margin (with E in it where there is no room between targets).
  const top = compact ? 48 : 92;
  const outputs = sizes[L - 1];
  const crowded = (height - top - 20) / most < 62 && outputs > 1;
  const bottom = (compact ? 14 : 26) + (crowded ? 20 : 0);
  const room = height - top - bottom;
  const pitch = Math.min(LARGEST.pitch, room / most);

  // Across the page: the right column is as wide as its longest text.
  const small = style.small || compact;
  const size = small ? 12 : 15;
  const prefix = !narrow;
  const figures = numberRoom(digits) * size;
  const targetHeight = Math.min(small ? 26 : 34, pitch - 3);
  const targetSize = targetHeight >= 13 ? Math.min(size, Math.floor(targetHeight - 4)) : 0;
  const targetWidth =
    targetSize === 0
      ? Math.max(5, targetHeight)
      : figures + (prefix ? 2.1 * size : 0) + (narrow ? 8 : 16);
  // E gets small; room for two more figures keeps it in one size.
  const sumWidth = figures + (narrow ? 2.3 : 3.6) * size;
  const right = Math.max(targetWidth, sumWidth);
  const pad = narrow ? 7 : Math.min(52, width * 0.05);
  const lead = narrow ? 12 : Math.min(56, width * 0.05);

  const column = (side: number): { first: number; gap: number; targetX: number } => {
    const inner = width - 2 * pad - 2 * side - lead - right;
    const gap = Math.min(LARGEST.gap, Math.max(8, inner / Math.max(1, L - 1)));
    const used = gap * (L - 1) + 2 * side + lead + right;
    const first = Math.max(pad, (width - used) / 2) + side;
    return { first, gap, targetX: first + gap * (L - 1) + side + lead + right / 2 };
  };

  const turned = style.labels === "turned";
  const labelSize = turned ? (small ? 9 : 11) : small ? 11 : 13;
  const label = {
    width: Math.ceil(style.labelRoom * labelSize + (small ? 7 : 12)),
    height: turned ? labelSize + 3 : small ? 17 : 21,
    size: labelSize,
    turned,
  };
  // What a neuron may take of the gap so that a label still finds a place beside it.
  const slim = (gap: number): number =>
    style.labels === "passing"
      ? Infinity
      : turned
        ? (gap - label.height - 6) / 2
        : Math.max(TEXT_RADIUS, (gap - label.width - 22) / 2);

  let detail: StageLayout["detail"] = null;
  let halo: number;
  let radius: number;
  let side = 0;
  if (style.detail !== null) {
    const { size: em, space } = DETAIL_LEVELS[style.detail];
    const line = em * DETAIL_LINE;
    radius = Math.min(LARGEST.radius, (pitch - 2 * (space + line) - 4) / 2);
    if (radius < (em > 13 ? 30 : TEXT_RADIUS)) return null;
    side = (em * (DETAIL_SYMBOL + numberRoom(digits, "math"))) / 2;
    const { gap } = column(Math.max(side, radius));
    if (gap < 2 * side + 14) return null;
    radius = Math.min(radius, slim(gap), gap * 0.3);
    if (radius < TEXT_RADIUS) return null;
    halo = space;
    detail = { size: em, width: 2 * side, height: line, far: radius + space + line / 2 };
  } else {
    const { gap } = column(SMALLEST.radius);
    radius = Math.min(LARGEST.radius, pitch * 0.37, gap * 0.29, slim(gap));
    // Neighbours keep a hair of space even at the smallest size.
    radius = Math.min(Math.max(SMALLEST.radius, radius), pitch * 0.46, gap * 0.4);
    if (turned && (radius > slim(gap) || radius >= TEXT_RADIUS)) return null;
    halo = Math.max(1.5, Math.min(10, (pitch - 2 * radius) / 2 - 1));
  }
  const spare = column(Math.max(side, radius)).gap - label.width;
  const halfWidth = radius >= TEXT_RADIUS ? pillHalfWidth(radius, digits, spare) : radius;
  const placed = column(Math.max(side, halfWidth));

  const columns = sizes.map((_, index) => placed.first + index * placed.gap);
  const values = valueLines(radius, halfWidth, halo, pitch, digits);
  const span = (most - 1) * pitch;
  let reach = radius + halo;
  if (detail !== null) reach = detail.far + detail.height / 2;
  else if (values?.turned) reach = values.below.dy + values.below.width;
  // The captions stand close to the drawing; both together are centred.
  const captionSize = compact ? 13 : 17;
  const secondSize = compact ? 12 : 15;
  const block = (compact ? 40 : 84) + reach * 2 + span;
  const start = Math.max(0, (height - bottom * 0.5 - block) / 2);
  const middle = Math.min(top + room / 2, start + (compact ? 40 : 84) + reach + span / 2);
  const captionTop = Math.max(compact ? 16 : 26, middle - span / 2 - reach - (compact ? 28 : 62));
  const secondWidth =
    Math.max(...input.captions.map((text) => textWidth(text, "sans"))) * secondSize;
  const full = placed.gap >= captionSize * 3.2 + 6;
  const bareSize = Math.min(captionSize, 12);
  const every = full ? 1 : Math.ceil((textWidth("00") * bareSize + 2) / placed.gap);

  const lastY = middle + ((outputs - 1) * pitch) / 2;
  const sumHeight = size * 1.7;
  const between = pitch >= targetHeight + sumHeight + 6;
  let sumY: number;
  if (outputs === 1)
    sumY = middle + Math.max(targetHeight / 2 + sumHeight, Math.min(pitch / 2, 104));
  else if (!between) sumY = lastY + targetHeight / 2 + sumHeight / 2 + 4;
  else sumY = outputs % 2 === 0 ? middle : middle + pitch / 2;
  sumY = Math.min(sumY, height - sumHeight / 2 - 1);

  return {
    width,
    height,
    sizes,
    columns,
    gap: placed.gap,
    pitch,
    middle,
    radius,
    halfWidth,
    halo,
    values,
    detail,
    caption: {
      y: captionTop,
      size: full ? captionSize : bareSize,
      full,
      every,
      second:
        full && placed.gap >= secondWidth + 8
          ? { y: captionTop + (compact ? 17 : 27), size: secondSize }
          : null,
    },
    label,
    stroke: {
      thin: radius >= TEXT_RADIUS ? 1 : 0.6,
      thick: Math.max(1.4, Math.min(5.5, radius * 0.17, pitch * 0.035)),
    },
    target: {
      x: placed.targetX,
      width: targetWidth,
      height: Math.max(3, targetHeight),
      size: targetSize,
      prefix,
    },
    E: { box: boxAround(placed.targetX, sumY, sumWidth, sumHeight), size },
  };
}

/** Half the width a neuron needs to hold its number in a size that reads well. */
function pillHalfWidth(radius: number, digits: number, room: number): number {
  const size = Math.max(9, Math.min(11, radius * 0.3));
  const wanted = (numberRoom(digits) * size) / 2 + radius * 0.12;
  return Math.max(radius, Math.min(wanted, radius * 1.7, (room - 16) / 2));
}

function valueLines(
  radius: number,
  halfWidth: number,
  halo: number,
  pitch: number,
  digits: number,
): StageLayout["values"] {
  if (radius < TEXT_RADIUS) {
    const size = 11;
    const width = numberRoom(digits) * size;
    const dy = radius + Math.min(halo, 6) + 3;
    if (pitch < 2 * (dy + width) + 8) return null;
    const below = { dy, size, width };
    const above = { dy: -dy, size, width };
    return { turned: true, alone: above, above, below };
  }
  const line = (share: number, size: number): Line => {
    const dy = share * radius;
    const edge = Math.abs(dy) + size * 0.4;
    const chord = Math.sqrt(Math.max(0, radius * radius - edge * edge));
    return { dy, size, width: 2 * (halfWidth - radius + chord) - 4 };
  };
  const big = Math.max(SMALLEST.text, Math.min(16, radius * 0.42));
  const little = Math.max(SMALLEST.text, Math.min(13, radius * 0.35));
  const below = line(0.33, little);
  // A neuron that cannot hold two figures holds none.
  const fits = fitSize("−0.12", {
    width: below.width,
    size: little,
    smallest: SMALLEST.text,
    family: "sans",
  });
  return fits === null
    ? null
    : { turned: false, alone: line(0, big), above: line(-0.26, big), below };
}

/** The box kept for a weight's label around a point of its edge. */
export function labelBox({ label }: StageLayout, x: number, y: number): Box {
  return label.turned
    ? boxAround(x, y, label.height, label.width)
    : boxAround(x, y, label.width, label.height);
}

/** The smallest font size of a number on the stage, px. */
export const SMALLEST_TEXT = SMALLEST.text;

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
    detail.width,
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
