import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import { countPaths, firstLayerOf, sumOverPaths, type PathStart } from "../../src/engine/paths.ts";
import { refKey } from "../../src/engine/ref.ts";
import { edgeExists, valueOf, type Trace } from "../../src/engine/trace.ts";
import {
  countsByLayer,
  derivativeBy,
  mergedAt,
  refOfStart,
  tailLength,
  wholePaths,
  zeroFirstFactor,
  type PartialPath,
} from "../../src/ui/derivation/merge.ts";
import { readLink } from "../../src/share/link.ts";
import { MAZUR, networkOf, networks } from "../formula/networks.ts";

const lastOf = <T>(list: readonly T[]): T => list[list.length - 1];
const total = (paths: readonly PartialPath[]): number =>
  paths.reduce((sum, { product }) => sum + product, 0);

/** Every number whose paths can be asked for. */
function startsOf({ layout: { sizes } }: Trace): readonly PathStart[] {
  const indices = (l: number): number[] => Array.from({ length: sizes[l - 1] }, (_, k) => k + 1);
  return sizes.flatMap((_, k) => {
    const l = k + 1;
    return indices(l).flatMap((i): PathStart[] =>
      l === 1
        ? [{ q: "x", i }]
        : [
            { q: "b", l, i },
            { q: "z", l, i },
            ...indices(l - 1).map((j) => ({ q: "w", l, i, j }) as const),
          ],
    );
  });
}

property.prop([networks, fc.nat()], { numRuns: 60 })(
  "at every layer the products add up to the derivative",
  (network, n) => {
    const trace = computeTrace(network, 1);
    const starts = startsOf(trace);
    const start = starts[n % starts.length];
    const exists = start.q !== "w" || edgeExists(trace, start.l, start.i, start.j);
    const wanted = exists ? valueOf(trace, derivativeBy(start)) : 0;
    for (let l = trace.layout.L; l >= firstLayerOf(start); l--) {
      const { all, count } = mergedAt(trace, start, l);
      if (all === null) continue;
      expect(BigInt(all.length)).toBe(count);
      const size = all.reduce((sum, { product }) => sum + Math.abs(product), 1e-300);
      expect(Math.abs(total(all) - wanted)).toBeLessThanOrEqual(1e-11 * size);
    }
  },
);

property.prop([networks, fc.nat()], { numRuns: 60 })(
  "where nothing is merged the products are the paths",
  (network, n) => {
    const trace = computeTrace(network, 1);
    const starts = startsOf(trace);
    const start = starts[n % starts.length];
    const { all, count } = mergedAt(trace, start, trace.layout.L);
    expect(count).toBe(countPaths(trace, start, { q: "E" }));
    if (all === null) return;
    const { paths } = sumOverPaths(trace, start, { q: "E" });
    expect(all.map(({ neurons, product }) => ({ neurons, product }))).toEqual(
      paths.map(({ neurons, product }) => ({ neurons, product })),
    );
  },
);

test("the marked tails of one beginning are the δ of the layer before", () => {
  const net = networkOf({
    sizes: [2, 3, 3, 2],
    activations: ["tanh", "sigmoid", "sigmoid"],
    loss: "l2",
    seed: 5,
    scale: 1,
    masked: false,
  });
  const trace = computeTrace(net, 1);
  const start: PathStart = { q: "x", i: 2 };
  for (let l = 4; l > 1; l--) {
    const before = mergedAt(trace, start, l - 1).all!;
    for (const { neurons, factors } of before) {
      const same = mergedAt(trace, start, l).all!.filter(
        (path) => path.neurons.slice(0, -1).join() === neurons.join(),
      );
      const tails = same.map((path) =>
        path.factors
          .slice(path.factors.length - tailLength(l))
          .reduce((product, factor) => product * valueOf(trace, factor), 1),
      );
      const sum = tails.reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(valueOf(trace, lastOf(factors)), 12);
    }
  }
});

test("a weight of Mazur's network has two paths, which merge into one product", () => {
  const trace = computeTrace(MAZUR, 1);
  const start: PathStart = { q: "w", l: 2, i: 1, j: 2 };
  const keys = (l: number): string[] =>
    mergedAt(trace, start, l).all!.map(({ factors }) => factors.map(refKey).join(" "));
  expect(keys(3)).toEqual(["a.1.2 s.2.1 w.3.1.1 d.3.1", "a.1.2 s.2.1 w.3.2.1 d.3.2"]);
  expect(keys(2)).toEqual(["a.1.2 d.2.1"]);
});

test("of more paths than can be listed the largest come first, and merging makes them fewer", () => {
  const net = networkOf({
    sizes: [2, 14, 14, 14, 2],
    activations: ["tanh", "tanh", "tanh", "sigmoid"],
    loss: "l2",
    seed: 5,
    scale: 1,
    masked: false,
  });
  const trace = computeTrace(net, 1);
  const start: PathStart = { q: "x", i: 1 };
  expect(mergedAt(trace, start, 5)).toEqual({ l: 5, count: 5488n, all: null });
  const sizes = wholePaths(trace, sumOverPaths(trace, start, { q: "E" })).map(({ product }) =>
    Math.abs(product),
  );
  expect(sizes.length).toBe(50);
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  expect(mergedAt(trace, start, 4).count).toBe(2744n);
  expect(mergedAt(trace, start, 3).all).toHaveLength(196);
});

property.prop([networks, fc.nat()], { numRuns: 60 })(
  "the products of every layer are counted at once as they are one by one",
  (network, n) => {
    const trace = computeTrace(network, 1);
    const starts = startsOf(trace);
    const start = starts[n % starts.length];
    const from = firstLayerOf(start);
    expect(countsByLayer(trace, start)).toEqual(
      Array.from(
        { length: trace.layout.L - from + 1 },
        (_, k) => mergedAt(trace, start, from + k).count,
      ),
    );
  },
);

test("paths start from what their derivative is by", () => {
  expect(refKey(refOfStart({ q: "w", l: 2, i: 1, j: 2 }))).toBe("w.2.1.2");
  expect(refKey(refOfStart({ q: "b", l: 2, i: 1 }))).toBe("b.2.1");
  expect(refKey(refOfStart({ q: "z", l: 3, i: 2 }))).toBe("z.3.2");
  expect(refKey(refOfStart({ q: "x", i: 2 }))).toBe("a.1.2");
});

test("an input of 0 is why every product along its weight is 0", () => {
  const trace = computeTrace(readLink("net=2-2-1&x=0,1").network!, 0);
  expect(refKey(zeroFirstFactor(trace, { q: "w", l: 2, i: 1, j: 1 })!)).toBe("a.1.1");
  expect(zeroFirstFactor(trace, { q: "w", l: 2, i: 1, j: 2 })).toBeNull();
  expect(zeroFirstFactor(trace, { q: "b", l: 2, i: 1 })).toBeNull();
});
