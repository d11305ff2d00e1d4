import { fc, test } from "@fast-check/vitest";
import { describe, expect, test as example } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import { createLayout } from "../../src/engine/layout.ts";
import { literalDelta } from "../../src/engine/literalDelta.ts";
import type { Network } from "../../src/engine/network.ts";
import { refKey } from "../../src/engine/ref.ts";
import { repairDelta, type RepairedDelta } from "../../src/engine/repairedDelta.ts";
import { networks } from "./arbitrary.ts";
import { finish } from "../../src/engine/finish.ts";
import { layerOf, misses, networkOf, ORACLE } from "./oracle.ts";

const files = ORACLE.filter((file) => file.homework_b !== undefined);

function repairedOf(id: string): RepairedDelta {
  return finish(repairDelta(computeTrace(networkOf(ORACLE.find((file) => file.id === id)!), 1)));
}

function repair(network: Network): RepairedDelta {
  return finish(repairDelta(computeTrace(network, 1)));
}

/** A chain of identities with these biases and weights, x = 1, t = 2. */
function chainOf(b: readonly number[], w: readonly number[]): Network {
  return {
    layout: createLayout([1, ...w.map(() => 1)]),
    activations: w.map(() => "identity"),
    loss: "l2",
    w: Float64Array.from(w),
    b: Float64Array.of(0, ...b),
    mask: null,
    x: Float64Array.of(1),
    t: Float64Array.of(2),
    eta: 0.5,
  };
}

/** For every neuron what makes its δ 0/0, or "0". */
function causes(network: Network): string[] {
  return literalDelta(computeTrace(network, 1)).causes.map((found) =>
    found === null ? "0" : `${found.cause} ${refKey(found.ref)}`,
  );
}

describe("the oracle's part (b)", () => {
  example.each(files)("$id, as written", (file) => {
    const trace = computeTrace(networkOf(file), 1);
    const { delta } = literalDelta(trace);
    file.homework_b!.literal_delta.forEach((wanted, k) => {
      expect(layerOf(trace.layout, k + 2, delta)).toEqual(wanted);
    });
  });

  example.each(files)("$id, repaired", (file) => {
    const { repaired } = file.homework_b!;
    const { start, layers, valid } = finish(repairDelta(computeTrace(networkOf(file), 1)));
    expect(valid).toBe(repaired.valid);
    expect(
      layers.map(({ l, rank, valid: full, jacobian }) => ({
        l,
        rank,
        full,
        rows: jacobian.rows,
        columns: jacobian.columns,
      })),
    ).toEqual(
      repaired.steps.map((step) => ({
        l: step.layer,
        rank: step.rank,
        full: step.full_row_rank,
        rows: step.rows,
        columns: step.cols,
      })),
    );
    const missed = misses("d1", [...start], repaired.delta1, file.tolerance);
    repaired.steps.forEach(({ delta, condition }, k) => {
      const layer = layers[k];
      missed.push(...misses(`d${layer.l}`, [...layer.delta], delta, file.tolerance));
      if (condition === null) expect(layer.condition).toBeNaN();
      else
        missed.push(
          ...misses(`condition${layer.l}`, [layer.condition], [condition], file.tolerance),
        );
    });
    expect(missed).toEqual([]);
  });
});

describe("0/0 in the literal recursion is named by what is 0", () => {
  /** A 2-2-1 network of identities. */
  const base: Network = {
    layout: createLayout([2, 2, 1]),
    activations: ["relu", "identity"],
    loss: "l2",
    w: Float64Array.of(1, 2, 3, 4, 5, 6),
    b: new Float64Array(5),
    mask: null,
    x: Float64Array.of(1, 1),
    t: Float64Array.of(0),
    eta: 0.5,
  };
  const withWeight = (k: number, value: number): Network => ({
    ...base,
    w: base.w.with(k, value),
  });

  example("none where every factor is finite", () => {
    expect(causes(base)).toEqual(["0", "0", "0", "0", "0"]);
  });

  example("a weight, and what comes after it", () => {
    expect(causes(withWeight(1, 0))).toEqual(["0", "0", "weight w.2.1.2", "0", "earlier d.2.1"]);
  });

  example("a σ' of the layer before", () => {
    expect(causes(withWeight(0, -9))).toEqual(["0", "0", "0", "0", "slope s.2.1"]);
  });

  example("a missing edge, by which there is nothing to divide", () => {
    const masked = { ...withWeight(1, 0), mask: Uint8Array.of(1, 0, 1, 1, 1, 1) };
    expect(causes(masked)).toEqual(["0", "0", "edge w.2.1.2", "0", "earlier d.2.1"]);
  });
});

describe("the repaired recursion", () => {
  example.each([
    ["chain-1-1-1-sigmoid", ["scalarChain", "scalarChain"]],
    ["b-square-3-3-3-tanh", ["square", "square"]],
    ["b-contract-4-3-2", ["contracting", "contracting"]],
    ["b-expand-2-3-4", ["expanding", "expanding"]],
    ["b-singular-2-2-2", ["dependent", "square"]],
    ["zero-weights-2-3-1-relu", ["expanding", "zeroRow"]],
    ["b-dead-relu-3-3-3", ["square", "deadNeurons"]],
    ["huge-overflow-inside", ["scalarChain", "scalarChain", "scalarChain"]],
  ])("verdicts of %s", (id, verdicts) => {
    expect(repairedOf(id).layers.map(({ verdict }) => verdict)).toEqual(verdicts);
  });

  example("a weight of 0 and a missing edge are told apart", () => {
    const chain = chainOf([1], [0]);
    expect(repair(chain).layers[0].verdict).toBe("zeroWeight");
    expect(repair({ ...chain, mask: Uint8Array.of(0) }).layers[0].verdict).toBe("noEdge");
  });

  example(
    "a neuron that has saturated to a σ' of 0 is named as that, where it is the only one",
    () => {
      const saturated: Network = {
        ...chainOf([0, 0], [20, 20]),
        activations: ["sigmoid", "sigmoid"],
        x: Float64Array.of(50),
      };
      expect(repair(saturated).layers[1].verdict).toBe("zeroSlope");
    },
  );

  /** Layer 2 expands, so that layer 3 starts from a δ of least norm. */
  const expanding: Network = {
    layout: createLayout([2, 3, 2]),
    activations: ["tanh", "sigmoid"],
    loss: "l2",
    w: Float64Array.of(0.5, -0.5, 0.25, 1, -0.75, 0.3, 0.8, -1 / 3, 0.4, -0.6, 0.9, 0.2),
    b: Float64Array.of(0, 0, 0.1, -0.2, 0.3, 0.05, -0.15),
    mask: null,
    x: Float64Array.of(0.5, -1),
    t: Float64Array.of(1, 0),
    eta: 0.5,
  };

  example("a wrong start is met by no δ: the nearest one is taken", () => {
    const { layers } = repair(expanding);
    expect(layers.map(({ standing, fit }) => [standing, fit])).toEqual([
      ["impossible", "met"],
      ["wrongStart", "nearest"],
    ]);
  });

  example("a δ that is right after a layer that was impossible is right by chance", () => {
    const { a } = computeTrace(expanding, 1);
    const { layers } = repair({ ...expanding, t: a.slice(-2) });
    expect(layers.map(({ standing }) => standing)).toEqual(["impossible", "chance"]);
  });

  example("a saturated chain has full rank and nothing left to start from", () => {
    const { layers, valid } = repairedOf("vanish-underflow-20-sigmoid");
    expect(valid).toBe(true);
    const first = layers.find(({ underflow }) => underflow)!;
    expect(first.relativeError).toBeGreaterThan(1e-6);
    expect(layers.at(-1)!.standing).toBe("underflow");
    expect(repairedOf("vanish-chain-20-sigmoid").layers.map(({ standing }) => standing)).toEqual(
      Array.from({ length: 19 }, () => "right"),
    );
  });

  example("a chain whose weights make ∂E/∂x vanish dies at its first layer", () => {
    const { layers, valid } = repair(chainOf([1, 1], [1e-200, 1e-200]));
    expect(valid).toBe(true);
    expect(layers.map(({ standing }) => standing)).toEqual(["underflow", "underflow"]);
    expect(layers.map(({ relativeError }) => relativeError)).toEqual([1, 1]);
  });

  example("rounding that has grown is told from underflow", () => {
    const hilbert = Float64Array.from(
      { length: 64 },
      (_, k) => 1 / (1 + (k % 8) + Math.floor(k / 8)),
    );
    const network: Network = {
      ...chainOf([1], [1]),
      layout: createLayout([8, 8]),
      w: hilbert,
      b: new Float64Array(16),
      x: Float64Array.of(1, -2, 3, -4, 5, -6, 7, -8),
      t: new Float64Array(8),
    };
    const [layer] = repair(network).layers;
    expect(layer.underflow).toBe(false);
    expect(layer.standing).toBe("inaccurate");
    expect(layer.relativeError).toBeGreaterThan(1e-8);
  });

  example("weights of different units are not dependent", () => {
    const network: Network = {
      ...chainOf([1, 1], [1, 1]),
      layout: createLayout([2, 2, 2]),
      w: Float64Array.of(1e20, 0, 0, 1, 1, 0, 0, 1),
      b: new Float64Array(6),
      x: Float64Array.of(1, 2),
      t: Float64Array.of(0, 1),
    };
    const [layer] = repair(network).layers;
    expect(layer).toMatchObject({ rank: 2, verdict: "square", standing: "right", lost: 0 });
    expect(layer.condition).toBeCloseTo(1e20, -6);
  });

  example("one saturated neuron makes a square layer ill-conditioned, not impossible", () => {
    const network: Network = {
      layout: createLayout([2, 2, 2]),
      activations: ["sigmoid", "identity"],
      loss: "l2",
      w: Float64Array.of(1, 0, 0, 1, 1, 2, 3, 5),
      b: Float64Array.of(0, 0, 45, 0, 0, 0),
      mask: null,
      x: Float64Array.of(0.5, 0.5),
      t: Float64Array.of(9, 9),
      eta: 0.5,
    };
    const { layers, valid } = finish(repairDelta(computeTrace(network, 1)));
    expect(valid).toBe(true);
    expect(layers[1].condition).toBeGreaterThan(1e15);
    expect(layers[1].relativeError).toBeLessThan(1e-12);
  });

  example("numbers beyond the doubles are a verdict, not an exception", () => {
    const network: Network = {
      layout: createLayout([1, 1]),
      activations: ["identity"],
      loss: "l2",
      w: Float64Array.of(Infinity),
      b: new Float64Array(2),
      mask: null,
      x: Float64Array.of(1),
      t: Float64Array.of(0),
      eta: 0.5,
    };
    const { layers, valid } = finish(repairDelta(computeTrace(network, 1)));
    expect(valid).toBe(false);
    expect(layers.map(({ verdict, delta }) => [verdict, ...delta])).toEqual([["notFinite", NaN]]);
  });

  test.prop([networks])(
    "errs by what is lost, layer by layer, and not at all if valid",
    (network) => {
      const trace = computeTrace(network, 1);
      const { layers } = finish(repairDelta(trace));
      let exact = true;
      let condition = 1;
      for (const { l, rank, valid, delta, backprop, lost, condition: own, ...layer } of layers) {
        expect(valid).toBe(rank === layer.jacobian.rows);
        if (exact) expect(layer.amplification).toBe(condition * own);
        expect([...backprop]).toEqual(layerOf(trace.layout, l, trace.delta));
        const off = Math.hypot(...delta.map((value, k) => value - backprop[k]));
        const size = Math.hypot(...backprop);
        condition *= Number.isNaN(own) ? 1 : own;
        // As long as nothing was lost before, the error is the part in the null space.
        if (exact) {
          expect(Math.abs(off - lost)).toBeLessThanOrEqual(1e-12 * condition * (size + 1e-300));
        }
        exact &&= valid;
      }
    },
  );

  test.prop([networks, fc.integer({ min: -60, max: 60 }), fc.nat()])(
    "the rank does not depend on a neuron's unit",
    (network, exponent, at) => {
      const { layout, w } = network;
      const i = at % layout.sizes[1];
      const row = layout.weightOffset[2] + i * layout.sizes[0];
      const scaled = w.map((value, k) =>
        k >= row && k < row + layout.sizes[0] ? value * 2 ** exponent : value,
      );
      expect(repair({ ...network, w: scaled }).layers[0].rank).toBe(repair(network).layers[0].rank);
    },
  );

  test.prop([networks])("says how far it is", (network) => {
    const fractions = [...repairDelta(computeTrace(network, 1))];
    expect(fractions).toHaveLength(network.layout.L - 1);
    expect(fractions.at(-1)).toBe(1);
  });
});
