import { neuronIndex, weightIndex, type Layout } from "./layout.ts";
import type { Activation, Loss, Network } from "./network.ts";
import type { Ref } from "./ref.ts";
import type { Shift } from "./shift.ts";
import type { Tangent } from "./tangent.ts";

/**
 * Every number of one computation. The screen reads nothing else, the weights included, so no
 * view can mix old numbers with new ones.
 *
 * Neuron arrays (length `layout.neurons`) hold layer 1 too: z^(1) := x, σ'_(1) := 1 and
 * δ^(1) = ∂E/∂x (errata, section 0). ∂E/∂b^(l) is δ^(l) and has no array of its own.
 */
export interface Trace {
  /** Revision of the Session this was computed from. */
  readonly rev: number;
  readonly layout: Layout;
  readonly activations: readonly Activation[];
  readonly loss: Loss;
  readonly eta: number;
  readonly mask: Uint8Array | null;
  readonly w: Float64Array;
  readonly b: Float64Array;
  /** Target, length n_L (n_1 while there is one layer only). */
  readonly t: Float64Array;
  readonly z: Float64Array;
  readonly a: Float64Array;
  /** σ'(z), neuron array. For softmax the diagonal of its Jacobian, y_i (1 − y_i). */
  readonly slope: Float64Array;
  /** δ = ∂E/∂z, neuron array. */
  readonly delta: Float64Array;
  readonly E: number;
  /** ∂E/∂w, weight array; 0 where there is no edge. */
  readonly gw: Float64Array;
  /** w and b after one gradient-descent step, all from the old values (errata, section 7). */
  readonly wNext: Float64Array;
  readonly bNext: Float64Array;
  /** E after that step, for the same x and t. */
  readonly ENext: number;
  /**
   * The first quantity, in the order of the computation (z and a layer by layer, E, δ from the
   * output back, ∂E/∂w, the updated parameters, E after the update), that is not finite; null if
   * all are.
   */
  readonly overflow: Ref | null;
  /** What forward mode carries for the number chosen for it; absent where none is. */
  readonly tangent?: Tangent;
  /** What was added to the x of the network; absent where these are the numbers of its own x. */
  readonly shift?: Shift;
}

/** The number a Ref names; NaN for what forward mode carries where it carries nothing. */
export function valueOf(trace: Trace, r: Ref): number {
  const { layout } = trace;
  switch (r.q) {
    case "a":
      return trace.a[neuronIndex(layout, r.l, r.i)];
    case "z":
      return trace.z[neuronIndex(layout, r.l, r.i)];
    case "s":
      return trace.slope[neuronIndex(layout, r.l, r.i)];
    case "d":
    case "gb":
      return trace.delta[neuronIndex(layout, r.l, r.i)];
    case "b":
      return trace.b[neuronIndex(layout, r.l, r.i)];
    case "nb":
      return trace.bNext[neuronIndex(layout, r.l, r.i)];
    case "w":
      return trace.w[weightIndex(layout, r.l, r.i, r.j)];
    case "gw":
      return trace.gw[weightIndex(layout, r.l, r.i, r.j)];
    case "nw":
      return trace.wNext[weightIndex(layout, r.l, r.i, r.j)];
    case "t":
      return trace.t[r.i - 1];
    case "E":
      return trace.E;
    case "nE":
      return trace.ENext;
    case "eta":
      return trace.eta;
    case "tz":
      return trace.tangent?.zdot[neuronIndex(layout, r.l, r.i)] ?? NaN;
    case "ta":
      return trace.tangent?.adot[neuronIndex(layout, r.l, r.i)] ?? NaN;
    case "tE":
      return trace.tangent?.Edot ?? NaN;
  }
}

/** Whether the edge from neuron j of layer l − 1 to neuron i of layer l exists. */
export function edgeExists(
  shape: { readonly layout: Layout; readonly mask: Uint8Array | null },
  l: number,
  i: number,
  j: number,
): boolean {
  return shape.mask === null || shape.mask[weightIndex(shape.layout, l, i, j)] === 1;
}

/** What decides a trace's plan of steps and formulas: everything but the numbers. */
export type Shape = Pick<Network, "layout" | "activations" | "loss" | "mask">;
