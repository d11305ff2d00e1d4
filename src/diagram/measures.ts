/**
 * The measures a layout is made of: what each part of the stage takes of its width and height,
 * from the page down to the texts in a neuron. Pure.
 */
import type { Line, StageInput, StageLayout } from "./stage.ts";
import type { Style } from "./styles.ts";
import { fitSize, numberRoom } from "./text.ts";

const LARGEST = { radius: 38, pitch: 236, gap: 290 } as const;
const SMALLEST = { radius: 6, text: 8.5 } as const;
/** Below this radius a neuron holds no number. */
const TEXT_RADIUS = 20;

/** Between neurons as large as this there is room for the lines z and b, and for upright labels. */
const TURNED_RADIUS = 24;

/** Width in em of `z_1^(2) = ` before the number: letter, script, equals sign with its spaces. */
const DETAIL_SYMBOL = 2.9;
/** Width in em of `a_1^(1) = x_1`. */
const NAME_WIDTH = 4.2;
/** Line height of a symbol with super- and subscript, em. */
const DETAIL_LINE = 1.6;

/** Font size of z and b and their distance from the neuron, from roomy to tight. */
const DETAIL_LEVELS = [
  { size: 16, space: 12 },
  { size: 14, space: 7 },
  { size: 13, space: 5 },
  { size: 12, space: 3 },
] as const;

/** The smallest font size of a number on the stage, px. */
export const SMALLEST_TEXT = SMALLEST.text;

/** The stage and how it is divided from top to bottom. */
export interface Page {
  readonly sizes: readonly number[];
  readonly width: number;
  readonly height: number;
  /** A small stage, and one as narrow as a phone. */
  readonly compact: boolean;
  readonly narrow: boolean;
  /** Size of the largest layer, and how many targets there are. */
  readonly most: number;
  readonly outputs: number;
  /** Height kept for the captions, below the drawing, and what is left between them. */
  readonly top: number;
  readonly bottom: number;
  readonly room: number;
  readonly pitch: number;
}

export function pageOf({ sizes, ...input }: StageInput): Page {
  const width = Math.max(120, input.width);
  const height = Math.max(120, input.height);
  const most = Math.max(1, ...sizes);
  // Without a layer before it the last one has no targets.
  const outputs = sizes.length < 2 ? 0 : sizes[sizes.length - 1];
  const compact = width < 600 || height < 460;
  const top = compact ? 48 : 92;
  // Where targets stand close, E goes below the last of them.
  const crowded = outputs > 1 && (height - top - 20) / most < 62;
  const bottom = (compact ? 14 : 26) + (crowded ? 20 : 0);
  const room = height - top - bottom;
  const pitch = Math.min(LARGEST.pitch, room / most);
  const narrow = width < 480;
  return { sizes, width, height, compact, narrow, most, outputs, top, bottom, room, pitch };
}

/** The right column: targets and E, as wide as their longest text. */
export interface Right {
  readonly width: number;
  /** Font size of targets and E. */
  readonly size: number;
  readonly target: Omit<StageLayout["target"], "x">;
  readonly lossWidth: number;
  readonly lossHeight: number;
}

export function rightOf(
  { pitch, compact, narrow, outputs }: Page,
  digits: number,
  tight: boolean,
): Right {
  const small = tight || compact;
  const size = small ? 12 : 15;
  const figures = numberRoom(digits) * size;
  const prefix = !narrow;
  const height = Math.max(3, Math.min(small ? 26 : 34, pitch - 3));
  const textSize = height >= 13 ? Math.min(size, Math.floor(height - 4)) : 0;
  const texts = figures + (prefix ? 2.1 * size : 0) + (narrow ? 8 : 16);
  const width = textSize === 0 ? Math.max(5, height) : texts;
  // E gets small; room for two more figures keeps it in one size.
  const lossWidth = figures + (narrow ? 2.3 : 3.6) * size;
  return {
    width: outputs === 0 ? 0 : Math.max(width, lossWidth),
    size,
    target: { width, height, size: textSize, prefix },
    lossWidth,
    lossHeight: size * 1.7,
  };
}

/**
 * The columns' places across the page, when the last reaches `side` px to its right and the first
 * `left` px to its left: x of the first column, distance of two, x of the targets.
 */
export function across(
  { width, sizes, narrow }: Page,
  right: Right,
  side: number,
  left = side,
): { first: number; gap: number; targetX: number } {
  const steps = Math.max(0, sizes.length - 1);
  const pad = narrow ? 7 : Math.min(52, width * 0.05);
  const lead = right.width === 0 ? 0 : narrow ? 12 : Math.min(56, width * 0.05);
  const taken = left + side + lead + right.width;
  const gap = Math.min(LARGEST.gap, Math.max(8, (width - 2 * pad - taken) / Math.max(1, steps)));
  const first = Math.max(pad, (width - gap * steps - taken) / 2) + left;
  return { first, gap, targetX: first + gap * steps + side + lead + right.width / 2 };
}

export function labelOf({ compact }: Page, style: Style): StageLayout["label"] {
  const turned = style.labels === "turned";
  const small = style.type !== "normal" || compact;
  if (style.labels === "passing") {
    // They stand among many edges, on a ground of their own.
    return { ...labelBoxOf(style, 11, 6), height: 16, turned };
  }
  if (style.type === "least") return { ...labelBoxOf(style, 10, 6), height: 14, turned };
  if (turned) {
    const size = small ? 9 : 11;
    return { ...labelBoxOf(style, size, 8), height: size + 3, turned };
  }
  return small
    ? { ...labelBoxOf(style, 11, 8), height: 17, turned }
    : { ...labelBoxOf(style, 13, 12), height: 21, turned };
}

function labelBoxOf(
  { labelRoom }: Style,
  size: number,
  padding: number,
): { width: number; size: number; padding: number } {
  return { width: Math.ceil(labelRoom * size + padding), size, padding };
}

/** A neuron with its texts and lines. */
export interface Body {
  readonly radius: number;
  readonly halfWidth: number;
  readonly halo: number;
  readonly values: StageLayout["values"];
  readonly detail: StageLayout["detail"];
  /** How far it reaches from its centre to either side (inputs: `left`), and up or down. */
  readonly side: number;
  readonly left: number;
  readonly reach: number;
}

/** The neurons' size in a style; null where the style does not find its room. */
export function bodyOf(
  page: Page,
  right: Right,
  label: StageLayout["label"],
  digits: number,
  style: Style,
): Body | null {
  const { pitch } = page;
  // What a neuron may take of the gap so that a label still finds a place beside it.
  const slim = (gap: number): number => {
    if (style.labels === "passing") return Infinity;
    if (style.labels === "turned") return (gap - label.height - 6) / 2;
    return Math.max(TEXT_RADIUS, (gap - label.width - 22) / 2);
  };
  const pill = (radius: number, side: number, left = side): number => {
    if (radius < TEXT_RADIUS) return radius;
    return pillHalfWidth(radius, digits, across(page, right, side, left).gap - label.width);
  };

  if (style.detail !== null) {
    const { size, space } = DETAIL_LEVELS[style.detail];
    const height = size * DETAIL_LINE;
    const width = size * (DETAIL_SYMBOL + numberRoom(digits, "math"));
    const tallest = (pitch - 2 * (space + height) - 4) / 2;
    // Large lines beside small neurons look lost; the next smaller size is tried instead.
    if (tallest < (size > 13 ? 30 : TEXT_RADIUS)) return null;
    const nameWidth = Math.min(width, NAME_WIDTH * size);
    // On a narrow page the inputs take no more than their shorter names need.
    const lineLeft = (page.narrow ? nameWidth : width) / 2;
    const guess = Math.min(LARGEST.radius, tallest);
    const { gap } = across(page, right, Math.max(width / 2, guess), Math.max(lineLeft, guess));
    if (gap < width + 14) return null;
    const radius = Math.min(LARGEST.radius, tallest, slim(gap), gap * 0.3);
    if (radius < TEXT_RADIUS) return null;
    const halfWidth = pill(radius, Math.max(width / 2, radius), Math.max(lineLeft, radius));
    const far = radius + space + height / 2;
    return {
      radius,
      halfWidth,
      halo: space,
      values: valueLines(radius, halfWidth, space, pitch, digits),
      detail: { size, width, nameWidth, height, far },
      side: Math.max(width / 2, halfWidth),
      left: Math.max(lineLeft, halfWidth),
      reach: far + height / 2,
    };
  }

  const { gap } = across(page, right, SMALLEST.radius);
  const most = Math.min(LARGEST.radius, pitch * 0.37, gap * 0.29, slim(gap));
  // Large neurons at both ends leave less between the columns than small ones.
  const wanted = Math.min(most, slim(across(page, right, most).gap));
  // Neighbours keep a hair of space even at the smallest size.
  const radius = Math.min(Math.max(SMALLEST.radius, wanted), pitch * 0.46, gap * 0.4);
  if (style.labels === "turned" && (radius > slim(gap) || radius >= TURNED_RADIUS)) return null;
  const halfWidth = pill(radius, radius);
  const halo = Math.max(1.5, Math.min(10, pitch / 2 - radius - 1, gap / 4 - radius / 2 + 2));
  const values = valueLines(radius, halfWidth, halo, pitch, digits);
  const turnedReach = values?.turned ? values.below.dy + values.below.width : 0;
  const reach = Math.max(radius + halo, turnedReach);
  return { radius, halfWidth, halo, values, detail: null, side: halfWidth, left: halfWidth, reach };
}

/** Half the width a neuron needs to hold its number in a size that reads well. */
function pillHalfWidth(radius: number, digits: number, room: number): number {
  const size = Math.max(9, Math.min(11, radius * 0.3));
  const wanted = (numberRoom(digits) * size) / 2 + radius * 0.12;
  return Math.max(radius, Math.min(wanted, radius * 1.7, (room - 16) / 2));
}

/** The texts of a neuron and their room; null where it is too small for any. */
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
