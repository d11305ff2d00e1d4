import { expect, test } from "vitest";
import type { Path } from "../../../src/engine/paths.ts";
import { largestFirst } from "../../../src/ui/jacobian/pathOrder.ts";

function orderOf(...products: readonly number[]): readonly number[] {
  const paths = products.map((product, n): Path => ({ from: 1, neurons: [n + 1, 1], product }));
  return largestFirst(paths).map(({ neurons }) => neurons[0]);
}

test("paths come by the magnitude of their products, the largest first", () => {
  expect(orderOf(0, 0.5, -2, 0, 1)).toEqual([3, 5, 2, 1, 4]);
});

test("of paths as large as each other the order stays", () => {
  expect(orderOf(1, -1, 1)).toEqual([1, 2, 3]);
  expect(orderOf(0, -Infinity, 3, Infinity)).toEqual([2, 4, 3, 1]);
});

test("what is no number comes last", () => {
  expect(orderOf(NaN, 0, 2)).toEqual([3, 2, 1]);
});
