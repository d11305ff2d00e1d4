/** The stage as the drawing knows it: what a layout is made from, and what it says. */
import type { Box } from "./box.ts";

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
  /**
   * z above and b below the neuron, or the shorter name above an input; null: no room. `far` from
   * the neuron's centre to the line.
   */
  readonly detail: {
    readonly size: number;
    readonly width: number;
    readonly nameWidth: number;
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
    /** What the box adds to the text's width at least. */
    readonly padding: number;
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
