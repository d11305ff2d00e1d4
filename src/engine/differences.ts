/**
 * ∂y/∂x by central differences, column by column (errata Q2.3), and how their error depends on h.
 */
import { createBuffers } from "./buffers.ts";
import { forwardPass } from "./forward.ts";
import { givenOf } from "./given.ts";
import { computeJacobian } from "./jacobian.ts";
import { largestOf, matrixFrom, rowSums, type Matrix } from "./matrix.ts";
import { activationOf, type Network } from "./network.ts";
import { firstOverflowOfPass } from "./range.ts";
import { ref, type Ref } from "./ref.ts";
import { shifted } from "./shift.ts";
import { STEPS } from "./stepSize.ts";
import type { Trace } from "./trace.ts";

/** One forward pass with a moved x; neuron arrays, layer 1 included. */
export interface Run {
  readonly z: Float64Array;
  readonly a: Float64Array;
  /** The first z or a, layer by layer, that is not finite; null if all are. */
  readonly overflow: Ref | null;
}

/** (DNN(x + h d) − DNN(x − h d)) / (2h) for a direction d. */
export interface Difference {
  readonly plus: Run;
  readonly minus: Run;
  /** The quotient, length n_L; NaN where a run leaves the range of doubles on its way. */
  readonly quotient: Float64Array;
  /**
   * The z of the relu and leaky neurons that are on different sides of their kink in the two runs,
   * where both stay in the range: there the quotient mixes two slopes, and at the kink itself is
   * their mean.
   */
  readonly kinks: readonly Ref[];
}

/** Column j of ∂y/∂x, with d = e_j. An h that x_j + h rounds away gives 0. */
export function differenceColumn(trace: Trace, j: number, h: number): Difference {
  const network = givenOf(trace);
  const moved = (by: number): Run => run(network, shifted(network.x, { j, h: by }));
  return difference(network, moved(h), moved(-h), h);
}

/**
 * The sheet's scalar form, h added to every component of x: not ∂y/∂x but the sum of each of its
 * rows (errata Q2.3).
 */
export function scalarDifference(trace: Trace, h: number): Difference {
  const network = givenOf(trace);
  const moved = (by: number): Run => {
    const x = network.x.map((component) => component + by);
    return run(network, x);
  };
  return difference(network, moved(h), moved(-h), h);
}

/** ∂y/∂x, n_L × n_1, every column by its own central difference. */
export function differenceJacobian(trace: Trace, h: number): Matrix {
  const { layout } = trace;
  const columns = Array.from(
    { length: layout.sizes[0] },
    (_, j) => differenceColumn(trace, j + 1, h).quotient,
  );
  return matrixFrom(layout.sizes[layout.L - 1], columns.length, (i, j) => columns[j - 1][i - 1]);
}

/** The error of central differences against ∂y/∂x for every h of STEPS, in their order. */
export interface StepSweep {
  readonly h: Float64Array;
  /**
   * max |difference − ∂y_i/∂x_j| over max |∂y_i/∂x_j|, both over all entries; not divided where
   * ∂y/∂x is 0. NaN where a pass leaves the range of doubles.
   */
  readonly error: Float64Array;
  /** How much of the error may be the rounding of y alone, some units in its last place. */
  readonly rounding: Float64Array;
  /** Index of the smallest error, −1 if all are NaN. */
  readonly best: number;
  /** Refs of the kinks that a step crosses, one list for every h. */
  readonly kinks: readonly (readonly Ref[])[];
  /** Row sums of ∂y/∂x, length n_L: what the sheet's scalar h approximates. */
  readonly rowSums: Float64Array;
}

/** The last places of y that its sums and σ may have rounded away. */
const ROUNDED_UNITS = 4;

/** Yields the fraction done after each h. */
export function* sweepSteps(trace: Trace): Generator<number, StepSweep, void> {
  const exact = computeJacobian(trace).jacobian;
  const scale = largestOf(exact.values) || 1;
  const y = largestOf(trace.a.subarray(trace.layout.neuronOffset[trace.layout.L]));
  const rounding = STEPS.map((h) => (ROUNDED_UNITS * Number.EPSILON * y) / h / scale);
  const error = new Float64Array(STEPS.length);
  const kinks: Ref[][] = [];
  let best = -1;
  for (let n = 0; n < STEPS.length; n++) {
    let largest = 0;
    const crossed = new Map<string, Ref>();
    for (let j = 1; j <= exact.columns; j++) {
      const column = differenceColumn(trace, j, STEPS[n]);
      for (const kink of column.kinks) crossed.set(`${kink.l}.${kink.i}`, kink);
      for (let i = 0; i < exact.rows; i++) {
        const off = Math.abs(column.quotient[i] - exact.values[i * exact.columns + j - 1]);
        largest = Math.max(largest, off);
      }
    }
    error[n] = largest / scale;
    kinks.push([...crossed.values()]);
    if (!Number.isNaN(error[n]) && (best < 0 || error[n] < error[best])) best = n;
    yield (n + 1) / STEPS.length;
  }
  return { h: STEPS, error, rounding, best, kinks, rowSums: rowSums(exact) };
}

function difference(network: Network, plus: Run, minus: Run, h: number): Difference {
  const { layout } = network;
  const from = layout.neuronOffset[layout.L];
  const quotient = new Float64Array(layout.neurons - from).fill(NaN);
  if (plus.overflow !== null || minus.overflow !== null) {
    return { plus, minus, quotient, kinks: [] };
  }
  for (let i = 0; i < quotient.length; i++) {
    quotient[i] = (plus.a[from + i] - minus.a[from + i]) / (2 * h);
  }
  return { plus, minus, quotient, kinks: kinksBetween(network, plus.z, minus.z) };
}

function run(network: Network, x: Float64Array): Run {
  const { z, a, slope } = createBuffers(network.layout);
  forwardPass({ ...network, x }, { z, a, slope });
  return { z, a, overflow: firstOverflowOfPass(network.layout, { z, a }) };
}

/** The z of relu and leaky neurons whose slope differs between two forward passes. */
export function kinksBetween(
  network: Pick<Network, "layout" | "activations">,
  z: Float64Array,
  other: Float64Array,
): Ref[] {
  const { L, neuronOffset } = network.layout;
  const kinks: Ref[] = [];
  for (let l = 2; l <= L; l++) {
    const activation = activationOf(network, l);
    if (activation !== "relu" && activation !== "leaky") continue;
    for (let k = neuronOffset[l]; k < neuronOffset[l + 1]; k++) {
      if (z[k] > 0 !== other[k] > 0) kinks.push(ref("z", l, k - neuronOffset[l] + 1));
    }
  }
  return kinks;
}
