import { test } from "@fast-check/vitest";
import { expect } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import { isComplete } from "../../src/engine/network.ts";
import { computeTangent, type Seed } from "../../src/engine/tangent.ts";
import { edgeExists, valueOf, type Trace } from "../../src/engine/trace.ts";
import { equationFor } from "../../src/formula/equation.ts";
import { evaluate } from "../../src/formula/evaluate.ts";
import { createTangentPlan, stepAt } from "../../src/steps/plan.ts";
import { networks } from "./networks.ts";

/** Every θ there is. */
function seedsOf(trace: Trace): Seed[] {
  const { sizes, L } = trace.layout;
  const seeds: Seed[] = sizes[0] === 0 ? [] : [{ q: "x", i: 1 }];
  for (let l = 2; l <= L; l++) {
    for (let i = 1; i <= sizes[l - 1]; i++) {
      seeds.push({ q: "b", l, i });
      for (let j = 1; j <= sizes[l - 2]; j++) {
        if (edgeExists(trace, l, i, j)) seeds.push({ q: "w", l, i, j });
      }
    }
  }
  return seeds;
}

function largest(values: Iterable<number>): number {
  return Math.max(1, ...Array.from(values, Math.abs));
}

test.prop([networks], { numRuns: 40 })(
  "every shown equation of forward mode comes to the engine's number",
  (network) => {
    if (!isComplete(network)) return;
    const plain = computeTrace(network, 0);
    for (const seed of seedsOf(plain)) {
      const trace = { ...plain, tangent: computeTangent(plain, seed) };
      // Sums of large terms that cancel keep the rounding of the terms.
      const scale = largest(trace.w) * largest([1, ...trace.tangent.zdot, ...trace.tangent.adot]);
      for (const by of ["layer", "neuron"] as const) {
        const plan = createTangentPlan(network, by, seed);
        for (let n = 1; n <= plan.length; n++) {
          const { equations, results } = equationFor(plan, stepAt(plan, n));
          const [{ instance, reduced }] = equations;
          const wanted = results.map((r) => valueOf(trace, r));
          for (const form of [instance.rhs, ...reduced]) {
            const value = evaluate(form, trace);
            const found = typeof value === "number" ? [value] : value.data;
            expect(found.length).toBe(wanted.length);
            found.forEach((part, k) =>
              expect(Math.abs(part - wanted[k])).toBeLessThan(1e-9 * scale),
            );
          }
        }
      }
    }
  },
);
