import { test } from "@fast-check/vitest";
import { describe, expect, test as example } from "vitest";
import { computeTrace } from "../../../src/engine/compute.ts";
import { finish } from "../../../src/engine/finish.ts";
import type { Network } from "../../../src/engine/network.ts";
import { repairDelta, type RepairedLayer } from "../../../src/engine/repairedDelta.ts";
import type { Trace } from "../../../src/engine/trace.ts";
import { evaluate } from "../../../src/formula/evaluate.ts";
import { array, type Expr } from "../../../src/formula/expr.ts";
import { reads } from "../../../src/formula/refs.ts";
import { refKey } from "../../../src/engine/ref.ts";
import { repairedRows, writtenRows } from "../../../src/ui/forward/recursions.ts";
import { networks } from "../../engine/arbitrary.ts";
import { mazur, plainNetwork } from "../../diagram/networks.ts";

const lastOf = (rows: ReturnType<typeof repairedRows>, id: string): Expr =>
  rows.find((row) => row.id === id)!.spec.lines.at(-1)!.expr;

describe("the recursion as written", () => {
  const trace = computeTrace(mazur(), 1);
  const keys = (expr: Expr): string[] => reads(expr, trace.layout).map(refKey);

  example("divides by the slope from layer 3 on; that of layer 1 is 1", () => {
    expect(keys(lastOf(writtenRows(trace, 2, 1), "numbers"))).not.toContain("z.1.1");
    expect(keys(lastOf(writtenRows(trace, 3, 1), "numbers"))).toContain("z.2.1");
  });

  example("starts with a rule alone", () => {
    expect(writtenRows(trace, 1, 1).map((row) => row.id)).toEqual(["rule"]);
  });

  example("has no term where there is no edge", () => {
    const masked = plainNetwork([2, 1], { mask: Uint8Array.of(1, 0) });
    const { layout } = masked;
    const read = reads(lastOf(writtenRows(masked, 2, 1), "numbers"), layout).map(refKey);
    expect(read).toContain("d.1.1");
    expect(read).not.toContain("d.1.2");
  });

  example("comes to 0 from the start of the sheet", () => {
    const zero = { ...trace, delta: new Float64Array(trace.layout.neurons) };
    expect(evaluate(lastOf(writtenRows(trace, 3, 2), "numbers"), zero)).toBe(0);
  });
});

/** The trace with the δ of the recursion in place of those of backpropagation. */
function repairedTrace(network: Network): { trace: Trace; layers: readonly RepairedLayer[] } {
  const trace = computeTrace(network, 1);
  const { start, layers } = finish(repairDelta(trace));
  const all = [start, ...layers.map(({ delta }) => delta)];
  return {
    trace: { ...trace, delta: Float64Array.from(all.flatMap((part) => [...part])) },
    layers,
  };
}

const numbersOf = (expr: Expr, trace: Trace): readonly number[] => {
  const found = evaluate(expr, trace);
  return typeof found === "number" ? [found] : found.data;
};

test.prop([networks])("every equation of the repaired recursion is true", (network) => {
  const { trace, layers } = repairedTrace(network);
  for (const { l, fit, delta } of layers) {
    if (!delta.every(Number.isFinite)) continue;
    for (const { spec } of repairedRows(trace, l, fit)) {
      const left = numbersOf(spec.lhs, trace);
      const size = Math.hypot(...left) + Math.hypot(...numbersOf(array("d", l - 1), trace));
      for (const { relation, expr } of spec.lines) {
        const right = numbersOf(expr, trace);
        const apart = Math.hypot(...left.map((value, k) => value - right[k]));
        if (relation === "differs") expect(apart).toBeGreaterThan(1e-9 * size);
        else expect(apart).toBeLessThanOrEqual(1e-8 * size);
      }
    }
  }
});

test.prop([networks])(
  "what the repaired δ has to solve, that of backpropagation solves",
  (network) => {
    const trace = computeTrace(network, 1);
    const { layout } = trace;
    for (let l = 2; l <= layout.L; l++) {
      const found = evaluate(lastOf(repairedRows(trace, l, "met"), "numbers"), trace);
      const before = trace.delta.subarray(layout.neuronOffset[l - 1], layout.neuronOffset[l]);
      const largest = Math.max(1e-300, ...trace.delta.map(Math.abs), ...trace.gw.map(Math.abs));
      if (typeof found === "number") throw new TypeError("a column is wanted");
      found.data.forEach((value, k) =>
        expect(Math.abs(value - before[k])).toBeLessThanOrEqual(1e-10 * largest),
      );
    }
  },
);
