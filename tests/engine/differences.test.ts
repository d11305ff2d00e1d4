import { test } from "@fast-check/vitest";
import { describe, expect, test as example } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import {
  differenceColumn,
  differenceJacobian,
  scalarDifference,
  sweepSteps,
} from "../../src/engine/differences.ts";
import { computeJacobian } from "../../src/engine/jacobian.ts";
import { entryOf, largestOf, rowSums } from "../../src/engine/matrix.ts";
import { createLayout } from "../../src/engine/layout.ts";
import { ref } from "../../src/engine/ref.ts";
import type { Trace } from "../../src/engine/trace.ts";
import { STEPS } from "../../src/engine/stepSize.ts";
import { networks } from "./arbitrary.ts";
import { finish } from "../../src/engine/finish.ts";
import { layerOf, networkOf, ORACLE } from "./oracle.ts";

function traceOf(id: string): Trace {
  return computeTrace(networkOf(ORACLE.find((file) => file.id === id)!), 1);
}

describe("the oracle's central differences", () => {
  const files = ORACLE.filter(({ tags }) => !tags.includes("extreme"));
  example.each(files)("$id", (file) => {
    const { h, exact } = file.expected.central_difference;
    const got = differenceJacobian(computeTrace(networkOf(file), 1), h);
    const wanted = Float64Array.from(exact.flat(), Number);
    const y = Math.max(1, ...file.expected.a.at(-1)!.map((value) => Math.abs(Number(value))));
    expect(got.values).toHaveLength(wanted.length);
    expect(largestOf(got.values.map((value, k) => value - wanted[k]))).toBeLessThanOrEqual(
      1e-9 * y,
    );
  });
});

example("the two runs are forward passes of x ± h e_j", () => {
  const trace = traceOf("mazur-2-2-2");
  const { plus, minus, quotient } = differenceColumn(trace, 2, 0.125);
  const network = networkOf(ORACLE.find(({ id }) => id === "mazur-2-2-2")!);
  for (const [run, sign] of [
    [plus, 1],
    [minus, -1],
  ] as const) {
    const x = Float64Array.of(network.x[0], network.x[1] + sign * 0.125);
    const moved = computeTrace({ ...network, x }, 1);
    expect(run).toEqual({ z: moved.z, a: moved.a, overflow: null });
  }
  expect([...quotient]).toEqual([5, 6].map((k) => (plus.a[k - 1] - minus.a[k - 1]) / 0.25));
});

describe("a run that leaves the range of doubles", () => {
  // z^(2) = 1.7e308 x: within the range at x itself, beyond it at x + h.
  const network = {
    layout: createLayout([1, 1, 1]),
    activations: ["identity", "sigmoid"],
    loss: "l2",
    w: Float64Array.of(1.7e308, 1),
    b: new Float64Array(3),
    mask: null,
    x: Float64Array.of(1),
    t: Float64Array.of(0),
    eta: 0.5,
  } as const;

  example("names what left it, and gives no quotient and no kink", () => {
    const { plus, minus, quotient, kinks } = differenceColumn(computeTrace(network, 1), 1, 0.1);
    expect(plus.overflow).toEqual(ref("z", 2, 1));
    expect(minus.overflow).toBeNull();
    // The sigmoid of ∞ is 1, which means nothing.
    expect(plus.a[2]).toBe(1);
    expect([...quotient]).toEqual([NaN]);
    expect(kinks).toEqual([]);
  });
});

describe("kinks", () => {
  example("at z = 0 the quotient is the mean of the slopes, and the neuron is named", () => {
    const trace = traceOf("relu-z-zero-2-3-2");
    const named = new Set(
      [1, 2].flatMap((j) => differenceColumn(trace, j, 1e-5).kinks.map(({ l, i }) => `${l}.${i}`)),
    );
    const atZero = layerOf(trace.layout, 2, trace.z).flatMap((z, k) =>
      z === 0 ? [`2.${k + 1}`] : [],
    );
    expect(atZero.length).toBeGreaterThan(0);
    for (const neuron of atZero) expect(named).toContain(neuron);
  });

  example("smooth networks have none, however large h is", () => {
    expect(differenceColumn(traceOf("mazur-2-2-2"), 1, 100).kinks).toEqual([]);
  });
});

test.prop([networks])("one scalar h approximates the row sums", (network) => {
  const trace = computeTrace(network, 1);
  const { quotient, kinks } = scalarDifference(trace, 1e-5);
  if (kinks.length > 0) return;
  const sums = rowSums(computeJacobian(trace).jacobian);
  const scale = Math.max(1, largestOf(trace.a), largestOf(sums)) ** 3;
  expect(largestOf(quotient.map((value, i) => value - sums[i]))).toBeLessThanOrEqual(1e-7 * scale);
});

describe("the sweep over h", () => {
  example("the steps are a grid of four to a decade, from 1e-1 to 1e-15", () => {
    expect(STEPS).toHaveLength(57);
    expect([STEPS[0], STEPS[16], STEPS[56]]).toEqual([1e-1, 1e-5, 1e-15]);
    for (let k = 1; k < STEPS.length; k++) {
      expect(STEPS[k - 1] / STEPS[k]).toBeCloseTo(10 ** 0.25, 6);
    }
  });

  example("truncation falls as h², rounding rises as 1 / h, the best is between", () => {
    const { error, best, kinks, h } = finish(sweepSteps(traceOf("net-3-4-4-2-tanh-sigmoid")));
    expect(error[0] / error[4]).toBeCloseTo(100, -1);
    expect(h[best]).toBeLessThan(1e-3);
    expect(h[best]).toBeGreaterThan(1e-7);
    expect(error[best]).toBe(Math.min(...error));
    expect(error[56]).toBeGreaterThan(1e4 * error[best]);
    expect(kinks.flat()).toEqual([]);
  });

  test.prop([networks], { numRuns: 20 })("every error is that of its own h", (network) => {
    const trace = computeTrace(network, 1);
    const { jacobian } = computeJacobian(trace);
    const { error, kinks } = finish(sweepSteps(trace));
    for (const n of [0, 16, 40]) {
      const got = differenceJacobian(trace, STEPS[n]);
      let largest = 0;
      for (let i = 1; i <= got.rows; i++) {
        for (let j = 1; j <= got.columns; j++) {
          largest = Math.max(largest, Math.abs(entryOf(got, i, j) - entryOf(jacobian, i, j)));
        }
      }
      expect(error[n]).toBe(largest / (largestOf(jacobian.values) || 1));
      const columns = Array.from({ length: got.columns }, (_, j) =>
        differenceColumn(trace, j + 1, STEPS[n]),
      );
      expect(kinks[n].length > 0).toBe(columns.some((column) => column.kinks.length > 0));
    }
  });

  example("it tells how far it is", () => {
    const fractions = [...sweepSteps(traceOf("minimal-2-1"))];
    expect(fractions).toHaveLength(STEPS.length);
    expect(fractions.at(-1)).toBe(1);
  });
});
