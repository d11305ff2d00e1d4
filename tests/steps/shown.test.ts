import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import type { Network } from "../../src/engine/network.ts";
import { ref, type Quantity, type Ref } from "../../src/engine/ref.ts";
import { valueOf } from "../../src/engine/trace.ts";
import { readLink } from "../../src/share/link.ts";
import { isInRange } from "../../src/steps/known.ts";
import { createPlan, GRANULARITIES } from "../../src/steps/plan.ts";
import { withoutHidden } from "../../src/steps/shown.ts";
import { networks } from "../formula/networks.ts";

const NEURONS: readonly Quantity[] = ["z", "a", "s", "d", "b", "nb"];
const EDGES: readonly Quantity[] = ["w", "gw", "nw"];

/** Every quantity of a trace that has a place of its own in it. */
function refsOf({ layout: { sizes, L } }: Network): Ref[] {
  const found = [ref("E"), ref("nE"), ref("eta")];
  for (let l = 1; l <= L; l++) {
    for (let i = 1; i <= sizes[l - 1]; i++) {
      found.push(...NEURONS.map((q) => ref(q, l, i)));
      const before = l === 1 ? 0 : sizes[l - 2];
      for (let j = 1; j <= before; j++) found.push(...EDGES.map((q) => ref(q, l, i, j)));
    }
  }
  return found;
}

/** No weight that is given is out of range itself. */
function clamped(weight: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, weight));
}

property.prop([networks, fc.integer({ min: 0, max: 308 }), fc.constantFrom(...GRANULARITIES)])(
  "what may be shown stays what it is, all else is NaN",
  (network, power, by) => {
    const w = network.w.map((weight) => clamped(weight * 10 ** power));
    const trace = computeTrace({ ...network, w }, 1);
    const shown = withoutHidden(trace, by);
    const plan = createPlan(trace, by);
    for (const r of refsOf(network)) {
      const wanted = isInRange(plan, trace.overflow, r) ? valueOf(trace, r) : NaN;
      expect(valueOf(shown, r), `${r.q} ${r.l} ${r.i} ${r.j}`).toBe(wanted);
      expect(valueOf(shown, r)).not.toBe(Infinity);
    }
  },
);

test("a trace in range is itself", () => {
  const trace = computeTrace(readLink("").network!, 1);
  expect(withoutHidden(trace, "neuron")).toBe(trace);
});

test("neurons before the first that overflows keep their numbers, by neuron", () => {
  const link = "net=2-2-2&act=identity&x=1,1&t=0,1&w2=1e200,1;1,1&w3=1,1;1e200,1";
  const trace = computeTrace(readLink(link).network!, 1);
  expect(trace.overflow).toEqual(ref("z", 3, 2));
  expect([...withoutHidden(trace, "neuron").z]).toEqual([1, 1, 1e200, 2, 1e200, NaN]);
  expect([...withoutHidden(trace, "layer").z]).toEqual([1, 1, 1e200, 2, NaN, NaN]);
  expect([...withoutHidden(trace, "neuron").delta]).toEqual(Array(6).fill(NaN));
});
