import { test } from "@fast-check/vitest";
import { describe, expect, test as example } from "vitest";
import { checkGradients, type Comparison, type GradientCheck } from "../../src/engine/check.ts";
import { computeTrace } from "../../src/engine/compute.ts";
import type { Network } from "../../src/engine/network.ts";
import { refKey } from "../../src/engine/ref.ts";
import { networks } from "./arbitrary.ts";
import { finish } from "../../src/engine/finish.ts";
import { readLink } from "../../src/share/link.ts";
import { networkOf, ORACLE } from "./oracle.ts";

function networkWith(id: string): Network {
  return networkOf(ORACLE.find((file) => file.id === id)!);
}

function opened(link: string): Network {
  return readLink(link).network!;
}

/** Keys of the first θ without a number and of what left the range there; null without any. */
function named({ lost }: Comparison): readonly string[] | null {
  return lost && [refKey(lost.theta), refKey(lost.first)];
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

describe("what leaves the range of doubles", () => {
  example(
    "of the moved networks alone is named, and what a bounded σ makes of it is no number",
    () => {
      // z of layer 2 overflows as soon as its weight grows by h, and σ of ∞ would be 1.
      const network = opened("net=1-1-1&x=1.7976931348623157e308&w2=1&w3=1");
      const trace = computeTrace(network, 1);
      expect(trace.overflow).toBeNull();
      const { forwardMode, central } = finish(checkGradients(trace, 0.1));
      expect([...central.gradient.w]).toEqual([NaN, expect.any(Number)]);
      expect(central.gradient.b[1]).not.toBeNaN();
      expect(named(central)).toEqual(["w.2.1.1", "z.2.1"]);
      expect(named(forwardMode)).toBeNull();
    },
  );

  example("of a tangent alone is named with the θ it belongs to", () => {
    // All δ are 0, and so are the gradients; ż is 1, 1e200, 1e400.
    const network = opened("net=1-1-1-1&act=identity&x=0&t=0&w2=1&w3=1e200&w4=1e200");
    const trace = computeTrace(network, 1);
    expect(trace.overflow).toBeNull();
    const { forwardMode } = finish(checkGradients(trace, 1e-5));
    expect(named(forwardMode)).toEqual(["b.2.1", "tz.4.1"]);
  });

  example("of E leaves nothing to differentiate, and is nobody else's fault", () => {
    const trace = computeTrace(opened("net=1-1&act=identity&x=1&t=0&w2=1e200"), 1);
    expect(refKey(trace.overflow!)).toBe("E");
    const { forwardMode, central } = finish(checkGradients(trace, 1e-5));
    for (const { gradient, lost } of [forwardMode, central]) {
      expect([...gradient.w, gradient.b[1]]).toEqual([NaN, NaN]);
      expect(lost).toBeNull();
    }
  });

  example("∂E/∂b of a layer is not told after its ∂E/∂w", () => {
    const link = "net=1-1-1&act=identity&x=1&t=0&w2=1e160&w3=1e-10";
    const trace = computeTrace(opened(link), 1);
    expect(refKey(trace.overflow!)).toBe("gw.3.1.1");
    expect([...finish(checkGradients(trace, 1e-5)).backprop.b]).toEqual([0, NaN, NaN]);
  });

  example("two gradients further apart than the largest double are still compared", () => {
    const network = networkWith("net-3-4-4-2-tanh-sigmoid");
    const trace = computeTrace(network, 1);
    const { forwardMode } = finish(
      checkGradients({ ...trace, gw: trace.gw.map(() => -1.7e308) }, 1e-5),
    );
    expect(forwardMode.worst!.disagreement).toBeLessThanOrEqual(2);
  });
});
