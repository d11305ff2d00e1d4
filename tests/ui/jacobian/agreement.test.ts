import { expect, test } from "vitest";
import { computeTrace } from "../../../src/engine/compute.ts";
import { computeJacobian } from "../../../src/engine/jacobian.ts";
import { createLayout } from "../../../src/engine/layout.ts";
import { literalJacobian } from "../../../src/engine/literalJacobian.ts";
import type { Network } from "../../../src/engine/network.ts";
import { largestDeviation } from "../../../src/ui/jacobian/deviation.ts";
import { reasonOfAgreement } from "../../../src/ui/jacobian/agreement.ts";

/** A chain with one weight and one bias everywhere. */
function chain(
  depth: number,
  activation: Network["activations"][number],
  w: number,
  b: number,
): Network {
  const layout = createLayout(Array.from({ length: depth }, () => 1));
  return {
    layout,
    activations: Array.from({ length: depth - 1 }, () => activation),
    loss: "l2",
    w: new Float64Array(layout.weights).fill(w),
    b: new Float64Array(layout.neurons).fill(b),
    mask: null,
    x: Float64Array.of(1),
    t: Float64Array.of(2),
    eta: 0.5,
  };
}

function reason(network: Network): string {
  const trace = computeTrace(network, 1);
  const product = computeJacobian(trace);
  const { value, slope } = literalJacobian(trace);
  expect(largestDeviation(value, product.jacobian)?.size).toBe(0);
  return reasonOfAgreement(trace, product, slope);
}

test("without a bias, and where σ is straight, no slope changes", () => {
  expect(reason(chain(4, "sigmoid", 0.5, 0))).toBe("sameSlopes");
  expect(reason(chain(4, "identity", 0.5, 3))).toBe("sameSlopes");
});

test("twenty saturated layers lose both products below the smallest double", () => {
  expect(reason(chain(20, "sigmoid", 1, 39))).toBe("underflow");
});

test("a weight of 0 keeps other slopes from showing, and nothing is lost", () => {
  expect(reason(chain(4, "sigmoid", 0, 1))).toBe("noEffect");
});

test("paths that cancel have not lost their numbers", () => {
  const layout = createLayout([1, 2, 1]);
  const cancelling = {
    ...chain(3, "sigmoid", 1, 1),
    layout,
    w: Float64Array.of(1, 1, 1, -1),
    b: new Float64Array(layout.neurons).fill(1),
  };
  expect(reason(cancelling)).toBe("noEffect");
});
