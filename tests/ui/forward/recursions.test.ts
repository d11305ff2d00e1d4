import { test } from "@fast-check/vitest";
import { describe, expect, test as example } from "vitest";
import { computeTrace } from "../../../src/engine/compute.ts";
import { evaluate } from "../../../src/formula/evaluate.ts";
import type { Expr } from "../../../src/formula/expr.ts";
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

test.prop([networks])(
  "what the repaired δ has to solve, that of backpropagation solves",
  (network) => {
    const trace = computeTrace(network, 1);
    const { layout } = trace;
    for (let l = 2; l <= layout.L; l++) {
      const found = evaluate(lastOf(repairedRows(trace, l), "numbers"), trace);
      const before = trace.delta.subarray(layout.neuronOffset[l - 1], layout.neuronOffset[l]);
      const largest = Math.max(1e-300, ...trace.delta.map(Math.abs), ...trace.gw.map(Math.abs));
      if (typeof found === "number") throw new TypeError("a column is wanted");
      found.data.forEach((value, k) =>
        expect(Math.abs(value - before[k])).toBeLessThanOrEqual(1e-10 * largest),
      );
    }
  },
);
