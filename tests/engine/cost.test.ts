import { fc, test } from "@fast-check/vitest";
import { describe, expect, test as example } from "vitest";
import {
  costOf,
  growthInDepth,
  growthInWidth,
  METHODS,
  type Method,
} from "../../src/engine/cost.ts";
import { ORACLE } from "./oracle.ts";

describe("the oracle's counts", () => {
  example.each(ORACLE)("$id", ({ network, cost_multiply_adds: wanted }) => {
    const cost = costOf(network.sizes);
    expect({
      parameters: cost.parameters,
      forward_pass: cost.forwardPass,
      backprop: cost.backprop,
      forward_mode_per_parameter: cost.tangentPerParameter,
      forward_mode_per_neuron: cost.tangentPerNeuron,
      central_differences: cost.central,
      path_sum: cost.paths,
      paths_input_to_output: cost.pathCount,
    }).toEqual(wanted);
  });
});

/**
 * Every method again, one multiplication after the other on ones, with a counter in the
 * multiplication itself.
 */
function countMultiplications(sizes: readonly number[]): Record<Method, number> {
  const L = sizes.length;
  const ones = (l: number): number[] => Array.from({ length: sizes[l - 1] }, () => 1);
  let count = 0;
  const times = (a: number, b: number): number => {
    count += 1;
    return a * b;
  };
  const apply = (l: number, v: readonly number[]): number[] =>
    ones(l).map(() => v.reduce((sum, value) => sum + times(1, value), 0));
  const hadamard = (v: readonly number[]): number[] => v.map((value) => times(1, value));
  const forward = (): void => {
    for (let l = 2; l <= L; l++) apply(l, ones(l - 1));
  };
  /** From ż^(m) to Ė. */
  const tangent = (m: number): void => {
    let adot = hadamard(ones(m));
    for (let l = m + 1; l <= L; l++) adot = hadamard(apply(l, adot));
    adot.forEach((value) => times(1, value));
  };
  /** For all parameters of all layers, or once a neuron. */
  const forAll = (visit: (l: number, i: number) => void): void => {
    for (let l = 2; l <= L; l++) for (let i = 0; i < sizes[l - 1]; i++) visit(l, i);
  };
  /** All ways from one neuron of layer l to the output: `end` at each. */
  const walk = (l: number, end: () => void): void => {
    if (l === L) end();
    else for (let i = 0; i < sizes[l]; i++) walk(l + 1, end);
  };
  const multiply = (factors: number): void => {
    for (let k = 1; k < factors; k++) times(1, 1);
  };
  const measured = (work: () => void): number => {
    count = 0;
    work();
    return count;
  };
  return {
    forwardPass: measured(forward),
    backprop: measured(() => {
      forward();
      let delta = hadamard(ones(L));
      for (let l = L; l >= 2; l--) {
        for (const d of delta) for (const a of ones(l - 1)) times(d, a);
        if (l > 2) {
          const above = delta;
          delta = hadamard(ones(l - 1).map(() => above.reduce((sum, d) => sum + times(1, d), 0)));
        }
      }
    }),
    tangentPerNeuron: measured(() => {
      forward();
      forAll((l) => {
        tangent(l);
        for (const a of ones(l - 1)) times(1, a);
      });
    }),
    tangentPerParameter: measured(() => {
      forward();
      forAll((l) => {
        for (let p = 0; p <= sizes[l - 2]; p++) tangent(l);
      });
    }),
    central: measured(() => {
      forAll((l) => {
        for (let p = 0; p <= sizes[l - 2]; p++) {
          for (const side of [1, -1]) {
            forward();
            for (const error of ones(L)) times(error * side, error);
          }
        }
      });
    }),
    paths: measured(() => {
      forward();
      // σ' of layers l … L, the weights between them, y − t; a weight has a_j as well.
      forAll((l) => {
        const bias = L - l + 1 + (L - l) + 1;
        for (let j = 0; j < sizes[l - 2]; j++) walk(l, () => multiply(bias + 1));
        walk(l, () => multiply(bias));
      });
    }),
  };
}

test.prop([fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 5 })], {
  numRuns: 60,
})("the closed forms are what is counted", (sizes) => {
  const cost = costOf(sizes);
  for (const [method, counted] of Object.entries(countMultiplications(sizes))) {
    expect([method, cost[method as Method]]).toEqual([method, counted]);
  }
});

describe("growth", () => {
  example("in width: L equal layers", () => {
    const { at, cost } = growthInWidth(4, 32);
    expect(at).toEqual(Array.from({ length: 32 }, (_, k) => k + 1));
    expect(cost[4]).toEqual(costOf([5, 5, 5, 5]));
  });

  example("in depth: the path sum explodes, though it is not the dearest in small networks", () => {
    const { at, cost } = growthInDepth(3, 24);
    expect([at[0], at.at(-1)]).toEqual([2, 24]);
    expect(cost[0]).toEqual(costOf([3, 3]));
    expect(cost[0].paths).toBeLessThan(cost[0].central);
    const deepest = cost.at(-1)!;
    for (const method of METHODS) expect(deepest.paths).toBeGreaterThanOrEqual(deepest[method]);
  });
});

example("one layer or none costs nothing", () => {
  for (const sizes of [[3], []]) {
    const cost = costOf(sizes);
    for (const method of METHODS) expect(cost[method]).toBe(0);
  }
});
