import { test } from "@fast-check/vitest";
import { describe, expect, test as example } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import { computeTangent, gradientRefOf, type Seed } from "../../src/engine/tangent.ts";
import { edgeExists, valueOf, type Trace } from "../../src/engine/trace.ts";
import { createLayout } from "../../src/engine/layout.ts";
import type { Network } from "../../src/engine/network.ts";
import { refKey } from "../../src/engine/ref.ts";
import { networks } from "./arbitrary.ts";
import { layerOf, misses, networkOf, ORACLE } from "./oracle.ts";

/** Every number one may differentiate by. */
function seedsOf({ layout }: Trace): Seed[] {
  const { L, sizes } = layout;
  const seeds: Seed[] = [];
  for (let i = 1; i <= sizes[0]; i++) seeds.push({ q: "x", i });
  for (let l = 2; l <= L; l++) {
    for (let i = 1; i <= sizes[l - 1]; i++) {
      seeds.push({ q: "b", l, i });
      for (let j = 1; j <= sizes[l - 2]; j++) seeds.push({ q: "w", l, i, j });
    }
  }
  return seeds;
}

/** The sum of |δ_k ż_k| over layer l: what its rounding is measured by. */
function sizeOf(trace: Trace, zdot: Float64Array, l: number): number {
  const delta = layerOf(trace.layout, l, trace.delta);
  return layerOf(trace.layout, l, zdot).reduce((sum, v, k) => sum + Math.abs(v * delta[k]), 0);
}

describe("the oracle's tangents, strict tolerance", () => {
  const files = ORACLE.filter((file) => file.tolerance.strict_achievable);
  example.each(files)("$id", ({ expected, tolerance, ...rest }) => {
    const trace = computeTrace(networkOf({ expected, tolerance, ...rest }), 1);
    const { layout } = trace;
    const missed: string[] = [];
    for (const { param, zdot, adot, Edot } of expected.tangents) {
      const { kind, layer: l } = param;
      const i = param.i ?? param.j!;
      const seed: Seed =
        kind === "w"
          ? { q: "w", l, i, j: param.j! }
          : kind === "b"
            ? { q: "b", l, i }
            : { q: "x", i };
      const got = computeTangent(trace, seed);
      for (let m = 1; m <= layout.L; m++) {
        const name = `${kind}${l}.${i}`;
        const a = layerOf(layout, m, got.adot);
        missed.push(...misses(`${name} adot${m}`, a, adot[m - 1], tolerance));
        if (m === 1) continue;
        const z = layerOf(layout, m, got.zdot);
        missed.push(...misses(`${name} zdot${m}`, z, zdot[m - 2], tolerance));
      }
      missed.push(...misses(`${kind}${l}.${i} Edot`, [got.Edot], [Edot], tolerance));
    }
    expect(missed).toEqual([]);
  });
});

test.prop([networks])("every seed gives backpropagation's derivative at every layer", (network) => {
  const trace = computeTrace(network, 1);
  for (const seed of seedsOf(trace)) {
    const { m, check, Edot, zdot } = computeTangent(trace, seed);
    const isParameter = seed.q !== "w" || edgeExists(trace, seed.l, seed.i, seed.j);
    const gradient = isParameter ? valueOf(trace, gradientRefOf(seed)) : 0;
    const sizes = check.map((_, l) => (l < m ? 0 : sizeOf(trace, zdot, l)));
    const tolerance = 1e-12 * Math.max(...sizes) + 1e-300;
    expect(Math.abs(Edot - gradient)).toBeLessThanOrEqual(
      tolerance + 1e-12 * sumOfOutputTerms(trace, computeTangent(trace, seed).adot),
    );
    for (let l = 0; l < m; l++) expect(check[l]).toBeNaN();
    for (let l = m; l <= trace.layout.L; l++) {
      expect(Math.abs(check[l] - gradient)).toBeLessThanOrEqual(tolerance);
    }
  }
});

/** The sum of |(y_k − t_k) ȧ_k|. */
function sumOfOutputTerms(trace: Trace, adot: Float64Array): number {
  const { L } = trace.layout;
  const y = layerOf(trace.layout, L, trace.a);
  return layerOf(trace.layout, L, adot).reduce(
    (sum, v, k) => sum + Math.abs(v * (y[k] - trace.t[k])),
    0,
  );
}

test.prop([networks])(
  "nothing moves before the seed's layer, and s stands in it alone",
  (network) => {
    const trace = computeTrace(network, 1);
    const { layout } = trace;
    for (const seed of seedsOf(trace)) {
      const { m, s, zdot, adot } = computeTangent(trace, seed);
      for (let l = 1; l <= layout.L; l++) {
        const values = (array: Float64Array): number[] => layerOf(layout, l, array);
        if (l < m) expect([...values(zdot), ...values(adot)].every((v) => v === 0)).toBe(true);
        const filled = values(s).filter((v) => v !== 0).length;
        expect(filled).toBeLessThanOrEqual(l === m && seed.q !== "x" ? 1 : 0);
      }
    }
  },
);

/**
 * 1-1-1 of identities whose output is the target, so that nothing of the trace leaves the range
 * whatever the weights are.
 */
function steep(w2: number, w3: number, x: number): Network {
  const layout = createLayout([1, 1, 1]);
  return {
    layout,
    activations: ["identity", "identity"],
    loss: "l2",
    w: Float64Array.of(w2, w3),
    b: new Float64Array(layout.neurons),
    mask: null,
    x: Float64Array.of(x),
    t: Float64Array.of(w3 * (w2 * x)),
    eta: 0.5,
  };
}

describe("what leaves the range first", () => {
  example.each<[string, Network, Seed, string | null]>([
    ["ż", steep(1e200, 1e200, 1e-300), { q: "x", i: 1 }, "tz.3.1"],
    ["nothing after θ", steep(1e200, 1e200, 1e-300), { q: "w", l: 3, i: 1, j: 1 }, null],
    ["nothing", steep(2, 3, 1), { q: "x", i: 1 }, null],
  ])("%s", (_, network, seed, first) => {
    const trace = computeTrace(network, 1);
    expect(trace.overflow).toBeNull();
    const { overflow } = computeTangent(trace, seed);
    expect(overflow && refKey(overflow)).toBe(first);
  });

  example("ȧ, of softmax where two ż lie further apart than doubles do", () => {
    const layout = createLayout([1, 2]);
    const trace = computeTrace(
      {
        ...steep(1, 1, 0),
        layout,
        activations: ["softmax"],
        loss: "ce",
        w: Float64Array.of(1e308, -1e308),
        b: new Float64Array(3),
        t: Float64Array.of(0.5, 0.5),
      },
      1,
    );
    expect(trace.overflow).toBeNull();
    expect(refKey(computeTangent(trace, { q: "x", i: 1 }).overflow!)).toBe("ta.2.1");
  });

  test.prop([networks])("is null just where all is finite", (network) => {
    const trace = computeTrace(network, 1);
    for (const seed of seedsOf(trace)) {
      const { zdot, adot, Edot, overflow } = computeTangent(trace, seed);
      const isFinite = [...zdot, ...adot, Edot].every(Number.isFinite);
      expect(overflow === null).toBe(isFinite);
    }
  });
});
