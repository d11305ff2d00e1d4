/**
 * The reference of the engine's bench: forward and backward pass as they are usually written for
 * row-major flat arrays, one loop for each formula, nothing fused. Sigmoid in every layer and half
 * the squared error, so that it computes what the engine is asked to compute beside it.
 */
import type { Buffers } from "../../src/engine/buffers.ts";
import type { Network } from "../../src/engine/network.ts";

/** Writes z, a, slope, delta and gw, and returns E. */
export function plainPass(network: Network, { z, a, slope, delta, gw }: Buffers): number {
  const { layout, w, b, x, t } = network;
  const { L, sizes, neuronOffset, weightOffset } = layout;

  for (let j = 0; j < sizes[0]; j++) {
    z[j] = x[j];
    a[j] = x[j];
    slope[j] = 1;
  }
  for (let l = 2; l <= L; l++) {
    const n = sizes[l - 1];
    const m = sizes[l - 2];
    const here = neuronOffset[l];
    const below = neuronOffset[l - 1];
    const rows = weightOffset[l];
    for (let i = 0; i < n; i++) {
      let sum = b[here + i];
      for (let j = 0; j < m; j++) sum += w[rows + i * m + j] * a[below + j];
      z[here + i] = sum;
    }
    for (let i = 0; i < n; i++) a[here + i] = 1 / (1 + Math.exp(-z[here + i]));
    for (let i = 0; i < n; i++) slope[here + i] = a[here + i] * (1 - a[here + i]);
  }

  const top = neuronOffset[L];
  const outputs = sizes[L - 1];
  let E = 0;
  for (let k = 0; k < outputs; k++) E += (a[top + k] - t[k]) * (a[top + k] - t[k]);
  E /= 2;

  for (let k = 0; k < outputs; k++) delta[top + k] = (a[top + k] - t[k]) * slope[top + k];
  for (let l = L - 1; l >= 1; l--) {
    const n = sizes[l - 1];
    const above = sizes[l];
    const here = neuronOffset[l];
    const next = neuronOffset[l + 1];
    const rows = weightOffset[l + 1];
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let i = 0; i < above; i++) sum += w[rows + i * n + j] * delta[next + i];
      delta[here + j] = sum * slope[here + j];
    }
  }

  for (let l = 2; l <= L; l++) {
    const n = sizes[l - 1];
    const m = sizes[l - 2];
    const here = neuronOffset[l];
    const below = neuronOffset[l - 1];
    const rows = weightOffset[l];
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < m; j++) gw[rows + i * m + j] = delta[here + i] * a[below + j];
    }
  }
  return E;
}
