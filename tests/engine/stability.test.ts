/** Cases beyond the oracle's: where the formula as usually written gives 0, or no number. */
import { describe, expect, test } from "vitest";
import { activate, sigmoid, softplus } from "../../src/engine/activations.ts";
import { computeTrace } from "../../src/engine/compute.ts";
import { createLayout } from "../../src/engine/layout.ts";
import type { Activation, Network } from "../../src/engine/network.ts";

/** σ(z) and σ'(z) of a layer. */
function layer(activation: Activation, z: readonly number[]): { a: number[]; slope: number[] } {
  const a = new Float64Array(z.length);
  const slope = new Float64Array(z.length);
  activate(activation, Float64Array.from(z), a, slope, 0, z.length);
  return { a: [...a], slope: [...slope] };
}

/** An output layer alone, whose z is x. */
function output(
  more: Pick<Network, "activations" | "loss"> & { x: number[]; t: number[] },
): Network {
  const n = more.x.length;
  const layout = createLayout([n, n]);
  const w = new Float64Array(n * n);
  for (let i = 0; i < n; i++) w[i * n + i] = 1;
  return {
    ...more,
    layout,
    w,
    b: new Float64Array(layout.neurons),
    mask: null,
    x: Float64Array.from(more.x),
    t: Float64Array.from(more.t),
    eta: 0.5,
  };
}

describe("saturated slopes keep their digits", () => {
  test.each([
    ["sigmoid", 40, Math.exp(-40)],
    ["sigmoid", -40, Math.exp(-40)],
    ["sigmoid", 700, Math.exp(-700)],
    ["tanh", 20, 4 * Math.exp(-40)],
    ["tanh", -20, 4 * Math.exp(-40)],
    ["softplus", -700, Math.exp(-700)],
    ["softplus", 700, 1],
  ] as const)("%s'(%d)", (activation, z, expected) => {
    expect(layer(activation, [z]).slope[0] / expected).toBeCloseTo(1, 12);
  });

  test("softmax: y_i (1 − y_i), and the other y where y_i rounds to 1", () => {
    const { a, slope } = layer("softmax", [0, -50, -60]);
    expect(a[0]).toBe(1);
    expect(slope[0] / (Math.exp(-50) + Math.exp(-60))).toBeCloseTo(1, 12);
    expect(slope[1] / Math.exp(-50)).toBeCloseTo(1, 12);
  });
});

describe("no activation leaves the range on its own", () => {
  test.each(["sigmoid", "tanh", "relu", "leaky", "softplus", "softmax"] as const)("%s", (name) => {
    const { a, slope } = layer(name, [1e308, -1e308, 0, 5e-324]);
    expect([...a, ...slope].every(Number.isFinite)).toBe(true);
  });

  test("sigmoid and softplus", () => {
    expect([sigmoid(1e308), sigmoid(-1e308), sigmoid(0)]).toEqual([1, 0, 0.5]);
    expect([softplus(1e308), softplus(-1e308), softplus(0)]).toEqual([1e308, 0, Math.LN2]);
  });
});

describe("kinks", () => {
  test("relu and leaky have at 0 the slope of the negative side, and no −0", () => {
    expect(layer("relu", [-1, 0, 1])).toEqual({ a: [0, 0, 1], slope: [0, 0, 1] });
    expect(layer("leaky", [-1, 0, 1])).toEqual({ a: [-0.01, 0, 1], slope: [0.01, 0.01, 1] });
  });
});

describe("losses from the logits", () => {
  test("a cross-entropy that is almost 0 is not 0", () => {
    const trace = computeTrace(
      output({ activations: ["softmax"], loss: "ce", x: [50, 0], t: [1, 0] }),
      1,
    );
    expect(trace.E / Math.exp(-50)).toBeCloseTo(1, 12);
    expect(trace.delta[2] / -Math.exp(-50)).toBeCloseTo(1, 12);
    expect(trace.delta[3] / Math.exp(-50)).toBeCloseTo(1, 12);
  });

  test("nor is a binary one", () => {
    const trace = computeTrace(
      output({ activations: ["sigmoid"], loss: "bce", x: [50, -50], t: [1, 0] }),
      1,
    );
    expect(trace.E / (2 * Math.exp(-50))).toBeCloseTo(1, 12);
    expect(trace.delta[2] / -Math.exp(-50)).toBeCloseTo(1, 12);
    expect(trace.delta[3] / Math.exp(-50)).toBeCloseTo(1, 12);
  });

  test("targets of a cross-entropy need not add up to 1", () => {
    const trace = computeTrace(
      output({ activations: ["softmax"], loss: "ce", x: [0, 0], t: [1, 0.5] }),
      1,
    );
    expect(trace.delta[2]).toBeCloseTo(0.5 * 1.5 - 1, 15);
    expect(trace.delta[3]).toBeCloseTo(0.5 * 1.5 - 0.5, 15);
  });

  test("half the squared error is halved before it could overflow", () => {
    const error = 1.5e154;
    const trace = computeTrace(
      output({ activations: ["identity"], loss: "l2", x: [error], t: [0] }),
      1,
    );
    expect(error * error).toBe(Infinity);
    expect(trace.E).toBe((error / 2) * error);
  });
});
