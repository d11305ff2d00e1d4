import { test } from "@fast-check/vitest";
import { describe, expect, test as example } from "vitest";
import { checkGradients, type GradientCheck } from "../../src/engine/check.ts";
import { computeTrace } from "../../src/engine/compute.ts";
import type { Network } from "../../src/engine/network.ts";
import { refKey } from "../../src/engine/ref.ts";
import { networks } from "./arbitrary.ts";
import { finish } from "../../src/engine/finish.ts";
import { networkOf, ORACLE } from "./oracle.ts";

function networkWith(id: string): Network {
  return networkOf(ORACLE.find((file) => file.id === id)!);
}

function checkOf(network: Network, h = 1e-5): GradientCheck {
  return finish(checkGradients(computeTrace(network, 1), h));
}

test.prop([networks], { numRuns: 60 })("the three methods agree on every parameter", (network) => {
  const { layout, mask } = network;
  const { backprop, forwardMode, central, kinks, parameters, noise } = checkOf(network);
  const edges = mask === null ? layout.weights : mask.filter((edge) => edge === 1).length;
  expect(parameters).toBe(edges + layout.neurons - layout.sizes[0]);
  for (const q of ["w", "b"] as const) {
    backprop[q].forEach((value, k) => {
      const scale = 1 + Math.abs(value);
      // Deltas of a hidden layer are sums that may cancel; their terms are of order 1 here.
      expect(Math.abs(forwardMode.gradient[q][k] - value)).toBeLessThanOrEqual(1e-11 * scale);
      if (kinks[q][k] === 1) return;
      const numeric = central.gradient[q][k];
      expect(Math.abs(numeric - value)).toBeLessThanOrEqual(1e-6 * scale + 1e4 * noise);
    });
  }
});

test.prop([networks], { numRuns: 60 })("the worst is the largest disagreement", (network) => {
  const { forwardMode, central } = checkOf(network);
  for (const { worst, disagreement } of [forwardMode, central]) {
    const all = [...disagreement.w, ...disagreement.b];
    expect(worst!.disagreement).toBe(Math.max(...all));
  }
});

describe("what is found", () => {
  const network = networkWith("net-3-4-4-2-tanh-sigmoid");
  const trace = computeTrace(network, 1);

  example("a wrong gradient is named, in both comparisons", () => {
    const gw = trace.gw.slice();
    const k = trace.layout.weightOffset[3] + 4 + 2;
    gw[k] += 0.5;
    const { forwardMode, central } = finish(checkGradients({ ...trace, gw }, 1e-5));
    expect(refKey(forwardMode.worst!.ref)).toBe("w.3.2.3");
    expect(refKey(central.worst!.ref)).toBe("w.3.2.3");
    expect(central.worst!.disagreement).toBeGreaterThan(0.5);
  });

  example("a wrong δ of a bias is named", () => {
    const delta = trace.delta.slice();
    delta[trace.layout.neuronOffset[2] + 3] *= 1.5;
    const { forwardMode } = finish(checkGradients({ ...trace, delta }, 1e-5));
    expect(refKey(forwardMode.worst!.ref)).toBe("b.2.4");
  });

  example("with a right one nothing disagrees by more than rounding", () => {
    const { forwardMode, central } = checkOf(network);
    expect(forwardMode.worst!.disagreement).toBeLessThan(1e-13);
    expect(central.worst!.disagreement).toBeLessThan(1e-7);
  });

  example("steps over a kink are flagged", () => {
    const { kinks } = checkOf(networkWith("relu-z-zero-2-3-2"));
    expect([...kinks.w, ...kinks.b]).toContain(1);
    expect([...checkOf(network).kinks.w]).not.toContain(1);
  });

  example.each([0, 5])("what is not a number is worse than what is wrong, at slot %d", (k) => {
    const gw = trace.gw.slice();
    gw[k] = NaN;
    gw[2] += 0.5;
    const { forwardMode } = finish(checkGradients({ ...trace, gw }, 1e-5));
    const row = Math.floor(k / 3);
    expect(refKey(forwardMode.worst!.ref)).toBe(`w.2.${row + 1}.${k - 3 * row + 1}`);
    expect(forwardMode.worst!.disagreement).toBeNaN();
  });
});

example("missing edges are not checked", () => {
  const network = networkWith("mask-3-4-2");
  const { forwardMode, central } = checkOf(network);
  network.mask!.forEach((edge, k) => {
    if (edge === 1) return;
    expect([forwardMode.gradient.w[k], central.gradient.w[k]]).toEqual([0, 0]);
  });
});

example("it leaves the trace alone and tells how far it is", () => {
  const trace = computeTrace(networkWith("net-3-4-4-2-tanh-sigmoid"), 1);
  const before = structuredClone(trace);
  const fractions = [...checkGradients(trace, 1e-5)];
  expect(trace).toEqual(before);
  expect(fractions).toHaveLength(10);
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  expect(fractions.at(-1)).toBe(1);
});
