/**
 * σ and σ' of a whole layer at once: the choice of function is made once a layer, never once a
 * neuron.
 *
 * The slopes are written so that saturation costs no digits: with e = exp(−|z|) in [0, 1],
 * σ'(z) = σ(z) σ(−z) = e / (1 + e)² stays accurate down to the smallest double, where a (1 − a)
 * is exactly 0 as soon as a rounds to 1.
 */
import type { Activation } from "./network.ts";

/** Slope of the leaky ReLU for z ≤ 0, and so at the kink too. */
export const LEAK = 0.01;

/** 1 / (1 + e^−z), without overflow for any z. */
export function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return (z >= 0 ? 1 : e) / (1 + e);
}

/** ln(1 + e^z), without overflow for any z. */
export function softplus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

/**
 * Writes a = σ(z) and σ'(z) for the neuron slots from … to − 1. Softmax couples the slots and
 * writes the diagonal y_i (1 − y_i) of its Jacobian.
 */
export function activate(
  activation: Activation,
  z: Float64Array,
  a: Float64Array,
  slope: Float64Array,
  from: number,
  to: number,
): void {
  switch (activation) {
    case "identity":
      return activateIdentity(z, a, slope, from, to);
    case "sigmoid":
      return activateSigmoid(z, a, slope, from, to);
    case "tanh":
      return activateTanh(z, a, slope, from, to);
    case "relu":
      return activateRelu(0, z, a, slope, from, to);
    case "leaky":
      return activateRelu(LEAK, z, a, slope, from, to);
    case "softplus":
      return activateSoftplus(z, a, slope, from, to);
    case "softmax":
      return activateSoftmax(z, a, slope, from, to);
  }
}

function activateIdentity(
  z: Float64Array,
  a: Float64Array,
  slope: Float64Array,
  from: number,
  to: number,
): void {
  for (let k = from; k < to; k++) {
    a[k] = z[k];
    slope[k] = 1;
  }
}

function activateSigmoid(
  z: Float64Array,
  a: Float64Array,
  slope: Float64Array,
  from: number,
  to: number,
): void {
  for (let k = from; k < to; k++) {
    const e = Math.exp(-Math.abs(z[k]));
    const r = 1 / (1 + e);
    a[k] = z[k] >= 0 ? r : e * r;
    slope[k] = e * r * r;
  }
}

/** tanh' (z) = 4 σ(2z) σ(−2z), for the same reason as the sigmoid's. */
function activateTanh(
  z: Float64Array,
  a: Float64Array,
  slope: Float64Array,
  from: number,
  to: number,
): void {
  for (let k = from; k < to; k++) {
    const e = Math.exp(-2 * Math.abs(z[k]));
    const r = 2 / (1 + e);
    // (1 − e) / (1 + e) would cancel near 0; Math.tanh does not.
    a[k] = Math.tanh(z[k]);
    slope[k] = e * r * r;
  }
}

/** max(z, leak · z); at the kink the slope is that of the negative side. */
function activateRelu(
  leak: number,
  z: Float64Array,
  a: Float64Array,
  slope: Float64Array,
  from: number,
  to: number,
): void {
  for (let k = from; k < to; k++) {
    const active = z[k] > 0;
    // + 0 turns the −0 of a negative z times a leak of 0 into 0.
    a[k] = active ? z[k] : leak * z[k] + 0;
    slope[k] = active ? 1 : leak;
  }
}

/** Its derivative is the sigmoid. */
function activateSoftplus(
  z: Float64Array,
  a: Float64Array,
  slope: Float64Array,
  from: number,
  to: number,
): void {
  for (let k = from; k < to; k++) {
    const e = Math.exp(-Math.abs(z[k]));
    a[k] = Math.max(z[k], 0) + Math.log1p(e);
    slope[k] = (z[k] >= 0 ? 1 : e) / (1 + e);
  }
}

/** Shifted by the largest z, so that no exponential overflows and their sum is at least 1. */
function activateSoftmax(
  z: Float64Array,
  a: Float64Array,
  slope: Float64Array,
  from: number,
  to: number,
): void {
  let max = -Infinity;
  for (let k = from; k < to; k++) max = Math.max(max, z[k]);
  let sum = 0;
  for (let k = from; k < to; k++) {
    a[k] = Math.exp(z[k] - max);
    sum += a[k];
  }
  for (let k = from; k < to; k++) a[k] /= sum;
  for (let k = from; k < to; k++) slope[k] = a[k] * othersOf(a, k, from, to);
}

/**
 * 1 − y_k for the slots from … to − 1 of a softmax, that is the sum of the other y. Only where
 * y_k > ½, which at most one slot is, does 1 − y_k lose digits and the sum have to be taken.
 */
export function othersOf(y: Float64Array, k: number, from: number, to: number): number {
  if (y[k] <= 0.5) return 1 - y[k];
  let others = 0;
  for (let m = from; m < to; m++) if (m !== k) others += y[m];
  return others;
}
