import { fc, test } from "@fast-check/vitest";
import { describe, expect, test as example } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import { computeJacobian } from "../../src/engine/jacobian.ts";
import { createLayout, neuronIndex } from "../../src/engine/layout.ts";
import { entryOf } from "../../src/engine/matrix.ts";
import type { Activation, Network } from "../../src/engine/network.ts";
import {
  countPaths,
  factorValue,
  findPaths,
  LARGEST_PATHS,
  pathFactors,
  sumOverPaths,
  type PathStart,
} from "../../src/engine/paths.ts";
import { seededWeights } from "../../src/engine/random.ts";
import { refKey, type Ref } from "../../src/engine/ref.ts";
import { gradientRefOf } from "../../src/engine/tangent.ts";
import { edgeExists, valueOf, type Trace } from "../../src/engine/trace.ts";
import { networks } from "./arbitrary.ts";

const E = { q: "E" } as const;

/** A network of equal activations and no biases. */
function networkOf(
  sizes: readonly number[],
  activation: Activation,
  mask: Uint8Array | null = null,
): Network {
  const layout = createLayout(sizes);
  return {
    layout,
    activations: sizes.slice(1).map(() => activation),
    loss: "l2",
    w: seededWeights(layout, 7).map((value, k) => (mask?.[k] === 0 ? 0 : value)),
    b: new Float64Array(layout.neurons),
    mask,
    x: Float64Array.from({ length: sizes[0] }, (_, k) => (k + 1) / 4),
    t: new Float64Array(sizes.at(-1)!),
    eta: 0.5,
  };
}

function startsOf({ layout }: Trace): PathStart[] {
  const { L, sizes } = layout;
  const starts: PathStart[] = [];
  for (let i = 1; i <= sizes[0]; i++) starts.push({ q: "x", i });
  for (let l = 2; l <= L; l++) {
    for (let i = 1; i <= sizes[l - 1]; i++) {
      starts.push({ q: "b", l, i }, { q: "z", l, i });
      for (let j = 1; j <= sizes[l - 2]; j++) starts.push({ q: "w", l, i, j });
    }
  }
  return starts;
}

function derivativeOf(trace: Trace, start: PathStart): number {
  if (start.q === "z") return trace.delta[neuronIndex(trace.layout, start.l, start.i)];
  if (start.q === "w" && !edgeExists(trace, start.l, start.i, start.j)) return 0;
  return valueOf(trace, gradientRefOf(start));
}

/** Σ |product|, by which rounding is measured. */
function sizeOf(products: readonly number[]): number {
  return products.reduce((sum, product) => sum + Math.abs(product), 0);
}

test.prop([networks])("the sum over all paths is the derivative of E", (network) => {
  const trace = computeTrace(network, 1);
  for (const start of startsOf(trace)) {
    const { paths, complete, count, sum } = sumOverPaths(trace, start, E);
    if (!complete) continue;
    expect(BigInt(paths.length)).toBe(count);
    const size = sizeOf(paths.map(({ product }) => product));
    expect(Math.abs(sum - derivativeOf(trace, start))).toBeLessThanOrEqual(1e-12 * size + 1e-300);
  }
});

test.prop([networks])("the sum over all paths from x_j to y_i is ∂y_i/∂x_j", (network) => {
  const trace = computeTrace(network, 1);
  const { jacobian } = computeJacobian(trace);
  for (let i = 1; i <= jacobian.rows; i++) {
    for (let j = 1; j <= jacobian.columns; j++) {
      const { paths, complete, sum } = sumOverPaths(trace, { q: "x", i: j }, { q: "y", i });
      if (!complete) continue;
      const size = sizeOf(paths.map(({ product }) => product));
      const off = Math.abs(sum - entryOf(jacobian, i, j));
      expect(off).toBeLessThanOrEqual(1e-12 * size + 1e-300);
    }
  }
});

test.prop([networks, fc.nat(5)])(
  "a path's factors follow edges and multiply to its product",
  (network, n) => {
    const trace = computeTrace(network, 1);
    const start: PathStart = { q: "x", i: 1 + (n % network.layout.sizes[0]) };
    const { paths } = sumOverPaths(trace, start, E);
    for (const { neurons, product, from } of paths) {
      expect(neurons[0]).toBe(start.i);
      const factors = pathFactors(trace, start, E, neurons);
      expect(factors.reduce((p, factor) => p * factorValue(trace, factor), 1)).toBe(product);
      for (let l = from + 1; l <= network.layout.L; l++) {
        expect(edgeExists(trace, l, neurons[l - from], neurons[l - from - 1])).toBe(true);
      }
    }
  },
);

describe("factors", () => {
  const trace = computeTrace(networkOf([2, 2, 2], "sigmoid"), 1);
  const keys = (start: PathStart, neurons: readonly number[]): string[] =>
    pathFactors(trace, start, E, neurons).map((factor) => refKey(factor as Ref));

  example.each<[PathStart, number[], string[]]>([
    [{ q: "w", l: 2, i: 1, j: 2 }, [1, 2], ["a.1.2", "s.2.1", "w.3.2.1", "d.3.2"]],
    [{ q: "b", l: 2, i: 1 }, [1, 2], ["s.2.1", "w.3.2.1", "d.3.2"]],
    [{ q: "x", i: 2 }, [2, 1, 1], ["w.2.1.2", "s.2.1", "w.3.1.1", "d.3.1"]],
    [{ q: "z", l: 3, i: 2 }, [2], ["d.3.2"]],
    [{ q: "w", l: 3, i: 2, j: 1 }, [2], ["a.2.1", "d.3.2"]],
  ])("from %o", (start, neurons, expected) => {
    expect(keys(start, neurons)).toEqual(expected);
  });

  example("to an output the last factor is its slope; softmax has one from every z", () => {
    const y = { q: "y", i: 2 } as const;
    const start: PathStart = { q: "x", i: 1 };
    expect(pathFactors(trace, start, y, [1, 1, 2]).at(-1)).toMatchObject({ q: "s", l: 3, i: 2 });
    const network = networkOf([2, 2, 2], "sigmoid");
    const soft = computeTrace({ ...network, activations: ["sigmoid", "softmax"] }, 1);
    expect(sumOverPaths(soft, start, y).paths.map(({ neurons }) => neurons.at(-1))).toEqual([
      1, 2, 1, 2,
    ]);
    const last = pathFactors(soft, start, y, [1, 1, 1]).at(-1)!;
    expect(last).toEqual({ q: "softmaxSlope", i: 2, k: 1 });
    expect(factorValue(soft, last)).toBe(-soft.a[5] * soft.a[4]);
  });
});

describe("many paths", () => {
  const wide = computeTrace(networkOf([3, 6, 6, 6, 6, 6, 2], "tanh"), 1);
  const start: PathStart = { q: "x", i: 2 };

  example("are counted and only the largest shown", () => {
    const { count, complete, paths } = sumOverPaths(wide, start, E);
    expect(count).toBe(BigInt(6 ** 5 * 2));
    expect(complete).toBe(false);
    expect(paths).toHaveLength(LARGEST_PATHS);
  });

  example("the largest are those that sorting all of them finds", () => {
    const all: number[] = [];
    const visit = (l: number, j: number, product: number): void => {
      const { layout, w, slope, delta } = wide;
      if (l === layout.L) {
        all.push(Math.abs(product * delta[neuronIndex(layout, l, j)]));
        return;
      }
      const passed = product * (l > 1 ? slope[neuronIndex(layout, l, j)] : 1);
      for (let i = 1; i <= layout.sizes[l]; i++) {
        visit(
          l + 1,
          i,
          passed * w[layout.weightOffset[l + 1] + (i - 1) * layout.sizes[l - 1] + j - 1],
        );
      }
    };
    visit(1, 2, 1);
    const largest = all.toSorted((a, b) => b - a).slice(0, LARGEST_PATHS);
    const got = sumOverPaths(wide, start, E).paths.map(({ product }) => Math.abs(product));
    got.forEach((product, k) => expect(product / largest[k]).toBeCloseTo(1, 12));
  });

  example("24 layers have more than doubles count exactly", () => {
    const deep = computeTrace(
      networkOf(
        Array.from({ length: 24 }, () => 14),
        "sigmoid",
      ),
      1,
    );
    expect(countPaths(deep, { q: "x", i: 1 }, E)).toBe(14n ** 23n);
    expect(sumOverPaths(deep, { q: "x", i: 1 }, E).paths).toHaveLength(LARGEST_PATHS);
  });

  example("0 · ∞ is not among the largest", () => {
    const { layout } = wide;
    const w = wide.w.with(layout.weightOffset[4], Infinity);
    const slope = wide.slope.with(neuronIndex(layout, 3, 1), 0);
    slope[neuronIndex(layout, 5, 2)] = 0;
    const { paths } = sumOverPaths({ ...wide, w, slope }, start, E);
    expect(paths).toHaveLength(LARGEST_PATHS);
    expect(paths.filter(({ product }) => Number.isNaN(product))).toEqual([]);
    const sizes = paths.map(({ product }) => Math.abs(product));
    sizes.forEach((size, k) =>
      expect(size).toBeLessThanOrEqual((sizes[k - 1] ?? Infinity) * (1 + 1e-12)),
    );
  });

  example("where all products are 0 there are still paths to show", () => {
    const layout = wide.layout;
    const dead = computeTrace(
      { ...networkOf(layout.sizes, "relu"), w: new Float64Array(layout.weights) },
      1,
    );
    const { paths, sum } = sumOverPaths(dead, start, E);
    expect(paths).toHaveLength(LARGEST_PATHS);
    expect(sum).toBe(0);
  });
});

example("missing edges carry no path", () => {
  const mask = Uint8Array.of(1, 0, 1, 1, 1, 1);
  const trace = computeTrace(networkOf([2, 2, 1], "tanh", mask), 1);
  const count = (start: PathStart): bigint => countPaths(trace, start, E);
  expect([1, 2].map((i) => count({ q: "x", i }))).toEqual([2n, 1n]);
  expect(count({ q: "w", l: 2, i: 1, j: 2 })).toBe(0n);
  expect(sumOverPaths(trace, { q: "w", l: 2, i: 1, j: 2 }, E).paths).toEqual([]);
});

example("dead ends are not gone through: there may be more of them than can ever be", () => {
  const sizes = Array.from({ length: 24 }, () => 14);
  const { weightOffset, weights } = createLayout(sizes);
  const mask = new Uint8Array(weights).fill(1).fill(0, weightOffset[24]);
  const trace = computeTrace(networkOf(sizes, "tanh", mask), 1);
  expect(sumOverPaths(trace, { q: "x", i: 1 }, E)).toMatchObject({ count: 0n, paths: [], sum: 0 });
});

example("the search for the largest paths tells how far it is", () => {
  const trace = computeTrace(networkOf([2, 14, 14, 14, 2], "tanh"), 1);
  const told = [...findPaths(trace, { q: "x", i: 1 }, E)];
  expect(told).toEqual([0, 0.25, 0.5, 0.75]);
});
