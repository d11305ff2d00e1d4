import { fc, test } from "@fast-check/vitest";
import { describe, expect, test as example } from "vitest";
import { sigmoid } from "../../src/engine/activations.ts";
import { computeTrace } from "../../src/engine/compute.ts";
import { costOf } from "../../src/engine/cost.ts";
import { computeJacobian, type Product } from "../../src/engine/jacobian.ts";
import { literalJacobian } from "../../src/engine/literalJacobian.ts";
import { createLayout } from "../../src/engine/layout.ts";
import { entryOf, largestOf, type Matrix } from "../../src/engine/matrix.ts";
import type { Network } from "../../src/engine/network.ts";
import { computeTangent } from "../../src/engine/tangent.ts";
import { networks } from "./arbitrary.ts";
import { layerOf, misses, networkOf, ORACLE } from "./oracle.ts";

const files = ORACLE.filter((file) => file.tolerance.strict_achievable);

describe("the oracle's dy/dx, strict tolerance", () => {
  example.each(files)("$id", (file) => {
    const { fromRight, fromLeft } = computeJacobian(computeTrace(networkOf(file), 1));
    const wanted = file.expected.dy_dx.flat();
    const { tolerance } = file;
    expect([
      ...misses("right", [...fromRight.at(-1)!.values], wanted, tolerance),
      ...misses("left", [...fromLeft.at(-1)!.values], wanted, tolerance),
    ]).toEqual([]);
  });
});

/** The product of the absolute values of the factors: what rounding is measured by. */
function bound(network: Network): number {
  const trace = computeTrace(network, 1);
  const { factors } = computeJacobian(trace);
  return factors
    .map(({ values, columns }) => largestOf(values) * columns)
    .reduce((product, norm) => product * Math.max(norm, 1), 1);
}

test.prop([networks])("both orders and the tangents of x agree", (network) => {
  const trace = computeTrace(network, 1);
  const { fromRight, fromLeft, jacobian } = computeJacobian(trace);
  const tolerance = 1e-14 * bound(network);
  const left = fromLeft.at(-1)!;
  expect([left.rows, left.columns]).toEqual([jacobian.rows, jacobian.columns]);
  for (let j = 1; j <= jacobian.columns; j++) {
    const { adot } = computeTangent(trace, { q: "x", i: j });
    layerOf(trace.layout, trace.layout.L, adot).forEach((value, k) => {
      const right = entryOf(fromRight.at(-1)!, k + 1, j);
      expect(Math.abs(right - value)).toBeLessThanOrEqual(tolerance);
      expect(Math.abs(entryOf(left, k + 1, j) - value)).toBeLessThanOrEqual(tolerance);
    });
  }
});

test.prop([networks])(
  "every running product has the shape of its ends and a growing cost",
  (network) => {
    const { factors, fromRight, fromLeft } = computeJacobian(computeTrace(network, 1));
    for (const products of [fromRight, fromLeft]) {
      expect(products).toHaveLength(factors.length);
      products.forEach((product: Product, n) => {
        expect(product.last - product.first).toBe(n);
        expect(product.rows).toBe(factors[product.first].rows);
        expect(product.columns).toBe(factors[product.last].columns);
        expect(product.total).toBe((n === 0 ? 0 : products[n - 1].total) + product.cost);
      });
    }
  },
);

/** Multiply-adds of ∂y/∂x in either order, after the forward pass (errata Q2.2). */
function closedForms(sizes: readonly number[]): {
  readonly fromRight: number;
  readonly fromLeft: number;
} {
  const L = sizes.length;
  const { forwardPass: F, parameters } = costOf(sizes);
  const B = parameters - F;
  const first = sizes[0];
  const last = sizes[L - 1];
  return {
    fromRight: first * (B + F - first * sizes[1]),
    fromLeft: last * (sizes[L - 2] + B - last + F - last * sizes[L - 2]),
  };
}

const smooth = networks.filter(({ activations }) => !activations.includes("softmax"));

test.prop([smooth])("without softmax the costs are the closed forms of errata Q2.2", (network) => {
  const { fromRight, fromLeft } = computeJacobian(computeTrace(network, 1));
  expect({ fromRight: fromRight.at(-1)!.total, fromLeft: fromLeft.at(-1)!.total }).toEqual(
    closedForms(network.layout.sizes),
  );
});

example("softmax is a full factor: n · n · m", () => {
  const file = ORACLE.find(({ id }) => id === "softmax-ce-2-3-3")!;
  const { factors, fromLeft } = computeJacobian(computeTrace(networkOf(file), 1));
  expect(factors.map(({ kind, l }) => `${kind}${l}`)).toEqual([
    "softmax3",
    "weights3",
    "slopes2",
    "weights2",
  ]);
  expect(fromLeft.map(({ cost }) => cost)).toEqual([0, 27, 9, 18]);
  const y = file.expected.a[2].map(Number);
  expect(entryOf(factors[0], 1, 2)).toBeCloseTo(-y[0] * y[1], 15);
  expect(entryOf(factors[0], 2, 2)).toBeCloseTo(y[1] * (1 - y[1]), 15);
});

function slope(z: number): number {
  return sigmoid(z) * sigmoid(-z);
}

describe("the sheet's literal product", () => {
  const chain: Network = {
    layout: createLayout([1, 1, 1]),
    activations: ["sigmoid", "sigmoid"],
    loss: "l2",
    w: Float64Array.of(0.5, -1.5),
    b: Float64Array.of(0, 0.3, 0.7),
    mask: null,
    x: Float64Array.of(0.8),
    t: Float64Array.of(0),
    eta: 0.5,
  };

  example("on a chain only w^(1) is missing, and the bias stands in σ' twice above layer 2", () => {
    const { faults, value } = literalJacobian(computeTrace(chain, 1));
    const z2 = 0.5 * 0.8 + 0.3;
    const z3 = -1.5 * sigmoid(z2) + 0.7;
    expect(faults).toEqual([{ code: "noFirstWeights" }]);
    expect(value.values[0]).toBeCloseTo(slope(z3 + 0.7) * -1.5 * slope(z2) * 0.5, 15);
  });

  test.prop([networks])("a layer of more than one neuron breaks the shapes", (network) => {
    const { faults, value } = literalJacobian(computeTrace(network, 1));
    const { sizes, L } = network.layout;
    const broken = faults.flatMap((fault) => (fault.code === "columnTimesMatrix" ? [fault.l] : []));
    const isMatrix = (l: number): boolean => l === L && network.activations[l - 2] === "softmax";
    const wide = sizes.flatMap((n, k) => (k > 0 && n > 1 && !isMatrix(k + 1) ? [k + 1] : []));
    expect(broken).toEqual(wide.toReversed());
    expect([value.rows, value.columns]).toEqual([sizes.at(-1), sizes[0]]);
  });

  test.prop([networks, fc.constant(0)])("without biases it is right", (network, zero) => {
    const trace = computeTrace({ ...network, b: network.b.map(() => zero) }, 1);
    expect(literalJacobian(trace).value satisfies Matrix).toEqual(computeJacobian(trace).jacobian);
  });
});
