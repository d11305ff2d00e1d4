import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { ref, type Quantity } from "../../src/engine/ref.ts";
import { computeTrace } from "../../src/engine/compute.ts";
import { isComplete } from "../../src/engine/network.ts";
import { computeTangent, type Seed } from "../../src/engine/tangent.ts";
import { edgeExists, valueOf, type Trace } from "../../src/engine/trace.ts";
import { equationFor, type StepEquation } from "../../src/formula/equation.ts";
import { evaluate } from "../../src/formula/evaluate.ts";
import type { Expr } from "../../src/formula/expr.ts";
import { refs } from "../../src/formula/refs.ts";
import { parseAddress, writeAddress, type Address } from "../../src/steps/address.ts";
import { createTangentPlan, GRANULARITIES, stepAt, type Plan } from "../../src/steps/plan.ts";
import { MAZUR, networks } from "./networks.ts";

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

const sumUpTo = (count: number, term: (k: number) => number): number =>
  Array.from({ length: count }, (_, k) => term(k + 1)).reduce((sum, x) => sum + x, 0);

/** The sum so far, from the numbers of the Trace; 0 where there is no edge. */
function partialByHand(trace: Trace, { kind, l, i, j }: Address): number {
  const at = (q: Quantity, layer: number, n: number, m = 0): number =>
    valueOf(trace, ref(q, layer, n, m));
  const { L } = trace.layout;
  if (kind === "tz") {
    const arriving = (k: number): number => at("w", l, i, k) * at("ta", l - 1, k);
    return sumUpTo(j, (k) => (edgeExists(trace, l, i, k) ? arriving(k) : 0));
  }
  if (trace.loss !== "l2") return sumUpTo(i, (k) => at("d", L, k) * at("tz", L, k));
  return sumUpTo(i, (k) => (at("a", L, k) - at("t", 0, k)) * at("ta", L, k));
}

/** What every formula of a step has to come to. */
function formsOf(
  plan: Plan,
  at: Address,
  trace: Trace,
): { readonly forms: readonly Expr[]; readonly wanted: readonly number[] }[] {
  const { equations, results } = equationFor(plan, at);
  const [{ instance, reduced, running }] = equations;
  const whole = results.length > 0 ? results : refs(instance.lhs);
  const all = {
    forms: [instance.rhs, ...reduced],
    wanted: whole.map((r) => valueOf(trace, r)),
  };
  return running === null
    ? [all]
    : [all, { forms: [running.sum], wanted: [partialByHand(trace, at)] }];
}

describe.each(GRANULARITIES)("forward mode by %s", (by) => {
  test.prop([networks], { numRuns: 40 })(
    "shows no equation that does not come to the engine's number",
    (network) => {
      if (!isComplete(network)) return;
      const plain = computeTrace(network, 0);
      const wrong: string[] = [];
      for (const seed of seedsOf(plain)) {
        const trace = { ...plain, tangent: computeTangent(plain, seed) };
        // Sums of large terms that cancel keep the rounding of the terms.
        const scale = largest(trace.w) * largest([1, ...trace.tangent.zdot, ...trace.tangent.adot]);
        const plan = createTangentPlan(network, by, seed);
        for (let n = 1; n <= plan.length; n++) {
          const at = stepAt(plan, n);
          for (const { forms, wanted } of formsOf(plan, at, trace)) {
            for (const form of forms) {
              const value = evaluate(form, trace);
              const found = typeof value === "number" ? [value] : value.data;
              const fits =
                found.length === wanted.length &&
                found.every((part, k) => Math.abs(part - wanted[k]) < 1e-9 * scale);
              if (!fits) wrong.push(`${writeAddress(at)}: ${found.join(" ")}`);
            }
          }
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});

test("a step of a product establishes nothing but its sum so far", () => {
  const plan = createTangentPlan(MAZUR, "term", { q: "w", l: 2, i: 1, j: 1 });
  const stepOfText = (text: string): StepEquation => equationFor(plan, parseAddress(text)!);
  for (const [at, current] of [
    ["tz3.1.2", 2],
    ["tE.1", 1],
  ] as const) {
    const { results, equations } = stepOfText(at);
    expect(results).toEqual([]);
    expect(equations[0].running).toMatchObject({ current });
  }
  for (const [at, q] of [
    ["tz2.1", "tz"],
    ["tz3.1", "tz"],
    ["tE", "tE"],
  ] as const) {
    const { results, equations } = stepOfText(at);
    expect(results).toMatchObject([{ q }]);
    expect(equations[0].running).toBeNull();
  }
});
