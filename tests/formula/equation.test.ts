import { test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { ref, refKey } from "../../src/engine/ref.ts";
import { edgeExists, valueOf, type Trace } from "../../src/engine/trace.ts";
import { equationFor } from "../../src/formula/equation.ts";
import { evaluate } from "../../src/formula/evaluate.ts";
import { array, children, type Expr } from "../../src/formula/expr.ts";
import { instantiate } from "../../src/formula/instantiate.ts";
import type { Value } from "../../src/formula/matrix.ts";
import { refs } from "../../src/formula/refs.ts";
import { address, writeAddress, type Address } from "../../src/steps/address.ts";
import { createPlan, GRANULARITIES } from "../../src/steps/plan.ts";
import { MAZUR, networkOf, networks, stepsOf } from "./networks.ts";

const numbersOf = (value: Value): readonly number[] =>
  typeof value === "number" ? [value] : value.data;

/** The largest magnitude of any part of a formula: what rounding errors are measured against. */
function largestPart(expr: Expr, trace: Trace): number {
  const own = numbersOf(evaluate(expr, trace)).map(Math.abs).filter(Number.isFinite);
  return Math.max(0, ...own, ...children(expr).map((part) => largestPart(part, trace)));
}

/** What is wrong with a formula that should come to `wanted`: nothing, or one sentence. */
function differences(expr: Expr, wanted: Value, trace: Trace, where: string): string[] {
  const tolerance = 1e-12 * Math.max(largestPart(expr, trace), 1e-300);
  const got = numbersOf(evaluate(expr, trace));
  const want = numbersOf(wanted);
  if (got.length !== want.length) return [`${where}: ${got.length} numbers, not ${want.length}`];
  const fits = got.every((x, k) => Math.abs(x - want[k]) <= tolerance);
  return fits ? [] : [`${where}: ${got.join(" ")}, not ${want.join(" ")}`];
}

/** ln σ(z), where a logarithm of σ(z) itself would lose every digit. */
const lnSigmoid = (z: number): number => (z < -40 ? z : -Math.log1p(Math.exp(-z)));

/** ln of softmax's y_k from z of the layer. */
const lnSoftmax = (z: Float64Array, k: number): number =>
  -Math.log(z.reduce((total, other) => total + Math.exp(other - z[k]), 0));

/** The sum so far, written out by hand from the Trace. */
function partialByHand(trace: Trace, at: Address): number {
  const { L, sizes } = trace.layout;
  let total = 0;
  if (at.kind === "E") {
    const z = trace.z.slice(-sizes[L - 1]);
    for (let k = 1; k <= at.i; k++) {
      const [a, t] = [valueOf(trace, ref("a", L, k)), trace.t[k - 1]];
      if (trace.loss === "l2") total += (a - t) ** 2 / 2;
      else if (trace.loss === "ce") total -= t * lnSoftmax(z, k - 1);
      else total -= t * lnSigmoid(z[k - 1]) + (1 - t) * lnSigmoid(-z[k - 1]);
    }
  } else if (at.kind === "z") {
    for (let j = 1; j <= at.j; j++) {
      total += valueOf(trace, ref("w", at.l, at.i, j)) * valueOf(trace, ref("a", at.l - 1, j));
    }
  } else {
    for (let i = 1; i <= Math.min(at.j, sizes[at.l]); i++) {
      total += valueOf(trace, ref("w", at.l + 1, i, at.i)) * valueOf(trace, ref("d", at.l + 1, i));
    }
  }
  return total;
}

describe.each(GRANULARITIES)("every step by %s", (by) => {
  property.prop([networks], { numRuns: 60 })("says what the engine computed", (network) => {
    const wrong: string[] = [];
    for (const { trace, plan, at } of stepsOf(network, by)) {
      const where = writeAddress(at);
      for (const { instance, reduced, running } of equationFor(plan, at).equations) {
        const result = evaluate(instance.lhs, trace);
        for (const form of [instance.rhs, ...reduced]) {
          wrong.push(...differences(form, result, trace, where));
        }
        if (running === null) continue;
        const byHand = partialByHand(trace, at);
        if (!Number.isFinite(byHand)) continue;
        wrong.push(...differences(running.sum, byHand, trace, `${where}, so far`));
      }
    }
    expect(wrong).toEqual([]);
  });

  property.prop([networks], { numRuns: 30 })("names existing edges only", (network) => {
    const missing: string[] = [];
    for (const { plan, at } of stepsOf(network, by)) {
      const { equations, results } = equationFor(plan, at);
      const named = [...results, ...equations.flatMap(({ instance }) => refs(instance.rhs))];
      for (const r of named) {
        if (r.j > 0 && !edgeExists(network, r.l, r.i, r.j)) missing.push(refKey(r));
      }
    }
    expect(missing).toEqual([]);
  });
});

test("a saturated output has a finite loss, whatever its logarithms are", () => {
  const network = networkOf({
    sizes: [1, 1],
    activations: ["sigmoid"],
    loss: "bce",
    seed: 7,
    scale: 0,
    masked: false,
  });
  const saturated = { ...network, b: Float64Array.of(0, -800), t: Float64Array.of(1) };
  const step = stepsOf(saturated, "neuron").find(({ at }) => at.kind === "E")!;
  const [{ instance, reduced }] = equationFor(step.plan, step.at).equations;
  expect(step.trace.a[1]).toBe(0);
  expect(evaluate(instance.rhs, step.trace)).toBe(800);
  expect(evaluate(reduced[0], step.trace)).toBe(800);
});

test("labels are those of the sheet", () => {
  const plan = createPlan(MAZUR, "neuron");
  const label = (at: Address): string => equationFor(plan, at).label;
  expect(label(address("z", 2, 1))).toBe("table1");
  expect(label(address("d", 2, 1))).toBe("3c");
  expect(label(address("gw", 2, 1, 1))).toBe("3a");
  expect(label(address("gb", 2, 1))).toBe("3b");
  expect(label(address("u"))).toBe("update");
});

test("a neuron without connections keeps its bias, and its δ is 0", () => {
  const lonely = { ...MAZUR, w: new Float64Array(8), mask: new Uint8Array(8) };
  const plan = createPlan(lonely, "term");
  const rhs = (at: Address): Expr => equationFor(plan, at).equations[0].instance.rhs;
  expect(rhs(address("z", 2, 1))).toEqual({ kind: "ref", q: "b", l: 2, i: 1, j: 0 });
  const { trace } = stepsOf(lonely, "term")[0];
  expect(evaluate(rhs(address("d", 2, 1)), trace)).toBe(0);
});

test("an unbound symbol is an error, not a silent zero", () => {
  expect(() => instantiate(array("z", "l"), {}, MAZUR)).toThrow(RangeError);
});
