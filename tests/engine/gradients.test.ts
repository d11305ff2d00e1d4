import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { backwardPass } from "../../src/engine/backward.ts";
import { createBuffers, type Buffers } from "../../src/engine/buffers.ts";
import { forwardPass } from "../../src/engine/forward.ts";
import { evaluateLoss } from "../../src/engine/losses.ts";
import { activationOf, type Network } from "../../src/engine/network.ts";
import { networks } from "./arbitrary.ts";

const H = 1e-4;
/**
 * Rounding of E, in units of (1 + |E|): E is a sum of at most a few hundred rounded terms of that
 * size. The difference quotient magnifies it by 1 / h.
 */
const NOISE = 500 * Number.EPSILON;

/** E, and on which side of its kink every relu or leaky neuron is. */
function probe(network: Network, scratch: Buffers): { E: number; sides: string } {
  forwardPass(network, scratch);
  const E = evaluateLoss(network, scratch);
  let sides = "";
  for (let l = 2; l <= network.layout.L; l++) {
    if (!["relu", "leaky"].includes(activationOf(network, l))) continue;
    const end = network.layout.neuronOffset[l + 1];
    for (let k = network.layout.neuronOffset[l]; k < end; k++) sides += Math.sign(scratch.z[k]);
  }
  return { E, sides };
}

/**
 * Central difference of E in one number of one of the network's arrays, with steps h and h/2. The
 * two extrapolate to O(h⁴), and their distance, which is ¾ of the truncation error of the first,
 * bounds what is left. Null where a step crosses a kink, because there is nothing to compare.
 */
function slopeOf(
  network: Network,
  array: "w" | "b" | "x",
  k: number,
  scratch: Buffers,
): { value: number; error: number } | null {
  const moved = network[array].slice();
  const shifted = { ...network, [array]: moved };
  const quotient = (h: number): { value: number; sides: string[]; noise: number } => {
    moved[k] = network[array][k] + h;
    const right = moved[k];
    const up = probe(shifted, scratch);
    moved[k] = network[array][k] - h;
    const down = probe(shifted, scratch);
    return {
      // The distance that was really travelled: θ ± h are rounded.
      value: (up.E - down.E) / (right - moved[k]),
      sides: [up.sides, down.sides],
      noise: (NOISE * (1 + Math.max(Math.abs(up.E), Math.abs(down.E)))) / h,
    };
  };
  const coarse = quotient(H);
  const fine = quotient(H / 2);
  if (new Set([...coarse.sides, ...fine.sides]).size > 1) return null;
  return {
    value: (4 * fine.value - coarse.value) / 3,
    error: Math.abs(fine.value - coarse.value) + 3 * fine.noise,
  };
}

/** Every derivative of the network beside its central difference, where they disagree. */
function disagreements(network: Network): string[] {
  const { layout, mask } = network;
  const buffers = createBuffers(layout);
  const scratch = createBuffers(layout);
  forwardPass(network, buffers);
  evaluateLoss(network, buffers);
  backwardPass(network, buffers);
  const found: string[] = [];
  const compare = (array: "w" | "b" | "x", k: number, analytic: number): void => {
    const numeric = slopeOf(network, array, k, scratch);
    if (numeric === null || Math.abs(analytic - numeric.value) <= numeric.error) return;
    found.push(`${array}[${k}]: ${analytic}, numerically ${numeric.value} ± ${numeric.error}`);
  };
  for (let k = 0; k < layout.weights; k++) {
    if (mask === null || mask[k] === 1) compare("w", k, buffers.gw[k]);
    else if (buffers.gw[k] !== 0) found.push(`missing edge ${k} has a gradient`);
  }
  for (let k = 0; k < layout.sizes[0]; k++) compare("x", k, buffers.delta[k]);
  for (let k = layout.sizes[0]; k < layout.neurons; k++) compare("b", k, buffers.delta[k]);
  return found;
}

describe("analytic gradients against central differences", () => {
  test.prop([networks], { numRuns: 300 })("∂E/∂w, ∂E/∂b and ∂E/∂x", (network) => {
    expect(disagreements(network)).toEqual([]);
  });

  test.prop([networks, fc.constantFrom(0.9, 1.1)], { numRuns: 50 })(
    "a gradient that is 10 % off would be seen",
    (network, factor) => {
      const buffers = createBuffers(network.layout);
      forwardPass(network, buffers);
      evaluateLoss(network, buffers);
      backwardPass(network, buffers);
      const scratch = createBuffers(network.layout);
      for (let k = network.layout.sizes[0]; k < network.layout.neurons; k++) {
        // Below this the noise of a difference quotient would hide anything.
        if (Math.abs(buffers.delta[k]) < 1e-4) continue;
        const numeric = slopeOf(network, "b", k, scratch);
        if (numeric === null) continue;
        expect(Math.abs(buffers.delta[k] * factor - numeric.value)).toBeGreaterThan(numeric.error);
      }
    },
  );
});
