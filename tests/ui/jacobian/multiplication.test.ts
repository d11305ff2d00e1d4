import { test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { computeTrace } from "../../../src/engine/compute.ts";
import { computeJacobian } from "../../../src/engine/jacobian.ts";
import { entryOf } from "../../../src/engine/matrix.ts";
import { CHOICES } from "../../../src/session/selection.ts";
import {
  multiplicationAt,
  multiplications,
  termsOf,
} from "../../../src/ui/jacobian/multiplication.ts";
import { networks } from "../../engine/arbitrary.ts";
import { MAZUR } from "../../formula/networks.ts";

describe("the chain of Mazur's network", () => {
  const chain = computeJacobian(computeTrace(MAZUR, 1));

  test("begins on the right with its last two factors, D^(2) w^(2), and ends with all four factors", () => {
    expect(multiplications(chain)).toBe(3);
    const first = multiplicationAt(chain, "right", 1);
    expect([first.left.kind, first.left.first]).toEqual(["slopes", 2]);
    expect([first.right.kind, first.right.first]).toEqual(["weights", 3]);
    const last = multiplicationAt(chain, "right", 3);
    expect([last.left.first, last.right.first, last.right.last]).toEqual([0, 1, 3]);
    expect(last.right.kind).toBe("product");
    expect(last.result.values).toEqual(chain.jacobian.values);
  });

  test("begins on the left with its first two factors, D^(3) w^(3)", () => {
    const first = multiplicationAt(chain, "left", 1);
    expect([first.left.kind, first.left.first]).toEqual(["slopes", 0]);
    expect([first.right.kind, first.right.first]).toEqual(["weights", 1]);
    const last = multiplicationAt(chain, "left", 3);
    expect([last.left.last, last.right.first]).toEqual([2, 3]);
  });

  test("a diagonal factor leaves one product of a row times a column", () => {
    expect(termsOf(multiplicationAt(chain, "right", 1), 1, 2)).toHaveLength(1);
    expect(termsOf(multiplicationAt(chain, "right", 2), 1, 2)).toHaveLength(2);
  });
});

property.prop([networks])("every entry is the sum of its terms, in both orders", (network) => {
  const chain = computeJacobian(computeTrace(network, 1));
  for (const order of CHOICES.order) {
    for (let n = 1; n <= multiplications(chain); n++) {
      const current = multiplicationAt(chain, order, n);
      const { left, right, result } = current;
      expect([left.columns, result.rows, result.columns]).toEqual([
        right.rows,
        left.rows,
        right.columns,
      ]);
      for (let row = 1; row <= result.rows; row++) {
        for (let column = 1; column <= result.columns; column++) {
          const products = termsOf(current, row, column).map(([a, b]) => a * b);
          const sum = products.reduce((total, product) => total + product, 0);
          // Softmax is summed in another order; what cancels there leaves its rounding.
          const size = products.reduce((total, product) => total + Math.abs(product), 0);
          const off = Math.abs(sum - entryOf(result, row, column));
          expect(off).toBeLessThanOrEqual(1e-14 * size);
        }
      }
    }
  }
});
