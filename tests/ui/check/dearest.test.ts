import { expect, test } from "vitest";
import { costOf } from "../../../src/engine/cost.ts";
import { dearestOf } from "../../../src/ui/check/dearest.ts";

const dearest = (...sizes: readonly number[]): string => dearestOf(costOf(sizes), sizes);

test("through a chain leads one path, however deep it is", () => {
  expect(dearest(1, 1, 1)).toBe("centralInChain");
  expect(dearest(...Array.from({ length: 20 }, () => 1))).toBe("centralInChain");
  expect(dearest(3, 1, 1, 2)).toBe("centralInChain");
});

test("where a hidden layer is wider, or there is none yet, depth does add paths", () => {
  expect(dearest(2, 2)).toBe("central");
  expect(dearest(1, 2, 1)).toBe("central");
  expect(dearest(8, 8, 8, 8, 8, 8)).toBe("paths");
});
