import type { Activation, Loss, Network } from "../engine/network.ts";
import type { Ref } from "../engine/ref.ts";
import type { InitMethod } from "./initialize.ts";

/** Neuron i of layer l, both from 1. */
export interface Neuron {
  readonly l: number;
  readonly i: number;
}

/** A part of the drawing. An edge is named like its weight w_ij^(l): from j of l − 1 to i of l. */
export type Item =
  | { readonly kind: "neuron"; readonly l: number; readonly i: number }
  | { readonly kind: "edge"; readonly l: number; readonly i: number; readonly j: number }
  | { readonly kind: "layer"; readonly l: number };

/** The tables of given numbers: W^(l), b^(l), x, t. */
export type Table = "w" | "b" | "x" | "t";

/** Changes of the neurons, and so of the layout. */
export type StructureCommand =
  /**
   * A neuron that becomes number `at`, 1 … n_l + 1, of layer l; connected with all neurons of the
   * neighbouring layers, or with none.
   */
  | {
      readonly type: "addNeuron";
      readonly l: number;
      readonly at: number;
      readonly connected: boolean;
    }
  /** A layer that becomes layer l, 1 … L + 1; connected fully with its neighbours, or not at all. */
  | {
      readonly type: "addLayer";
      readonly l: number;
      readonly size: number;
      readonly connected: boolean;
    }
  /**
   * Neuron i of layer l becomes number `at` of a layer (counted without it, where it is its own),
   * or alone a new layer that is put in front of layer `newLayer`, 1 … L + 1. Both are numbers in
   * the network as it is, before the column the neuron leaves may vanish.
   */
  | {
      readonly type: "moveNeuron";
      readonly l: number;
      readonly i: number;
      readonly to: { readonly l: number; readonly at: number } | { readonly newLayer: number };
    }
  /** What of the items is there goes: neurons with their edges, and layers that are left empty. */
  | { readonly type: "remove"; readonly items: readonly Item[] }
  /** The layer grows, with fully connected neurons, or shrinks at its foot. */
  | { readonly type: "resizeLayer"; readonly l: number; readonly size: number }
  /** The empty network. */
  | { readonly type: "clear" };

/** Changes of the edges between the neurons there are. */
export type EdgeCommand =
  /** In either direction. */
  | { readonly type: "connect"; readonly from: Neuron; readonly to: Neuron }
  /** Each of the neurons with all of its neighbouring layers. */
  | { readonly type: "connectFully"; readonly neurons: readonly Neuron[] };

/** Changes of many numbers at once. */
export type BulkCommand =
  /**
   * A whole table: W^(l) row-major, n_l × n_{l−1}; b^(l); x or t, for which l does not count. The
   * mask is for W^(l) alone: 1 = edge, 0 = none, null = all; without it the edges stay as they are.
   * What stands at a missing edge is not read.
   */
  | {
      readonly type: "setValues";
      readonly table: Table;
      readonly l: number;
      readonly values: Float64Array;
      readonly mask?: Uint8Array | null;
    }
  /** New weights, and biases 0, in one layer or all. */
  | {
      readonly type: "initialize";
      readonly l: number | "all";
      readonly method: InitMethod;
      readonly seed: number;
    };

/** Every change of the work. */
export type Command =
  | { readonly type: "setValue"; readonly ref: Ref; readonly value: number }
  | { readonly type: "setActivation"; readonly l: number; readonly activation: Activation }
  | { readonly type: "setLoss"; readonly loss: Loss }
  /** w, b after one gradient-descent step, as the engine computed them from revision `rev`. */
  | {
      readonly type: "takeStep";
      readonly rev: number;
      readonly w: Float64Array;
      readonly b: Float64Array;
    }
  | { readonly type: "open"; readonly network: Network }
  | StructureCommand
  | EdgeCommand
  | BulkCommand;
