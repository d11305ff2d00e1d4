import { createLayout } from "../../src/engine/layout.ts";
import type { Shape } from "../../src/engine/trace.ts";
import { writeAddress, type Address } from "../../src/steps/address.ts";
import { createPlan, GRANULARITIES, stepAt, stepOf, type Plan } from "../../src/steps/plan.ts";
import { compare, type Comparison } from "./interleave.ts";
import { inNanoseconds, type Row } from "./row.ts";

/** A network about as large as the product's limits: 24 layers, 4,508 connections. */
const SHAPE: Shape = {
  layout: createLayout(Array.from({ length: 24 }, () => 14)),
  activations: Array.from({ length: 23 }, () => "sigmoid" as const),
  loss: "l2",
  mask: null,
};

/** Prime, and far from every row length: a stride that visits all steps in no helpful order. */
const STRIDE = 7919;

/**
 * Looking a step up against having all of them listed: an array for stepAt, a map by written
 * address for stepOf. Recorded, with no limit: the list is what the plan does without.
 */
export async function benchSteps(): Promise<Row[]> {
  return GRANULARITIES.flatMap((by) => {
    const plan = createPlan(SHAPE, by);
    const listed = Array.from({ length: plan.length + 1 }, (_, n) => stepAt(plan, n));
    const numbers = new Map(listed.map((at, n) => [writeAddress(at), n]));
    const what = `by ${by}, ${plan.length} steps`;
    return [
      row(
        `stepAt ${what}`,
        compareOver(
          plan,
          (n) => stepAt(plan, n).l,
          (n) => listed[n].l,
        ),
      ),
      row(
        `stepOf ${what}`,
        compareOver(
          plan,
          (n) => stepOf(plan, listed[n]),
          (n) => numberOf(numbers, listed[n]),
        ),
      ),
    ];
  });
}

function numberOf(numbers: ReadonlyMap<string, number>, at: Address): number {
  return numbers.get(writeAddress(at)) ?? 0;
}

/** Times two look-ups on the same sequence of steps; what they find is added up and so needed. */
function compareOver(
  plan: Plan,
  subject: (n: number) => number,
  reference: (n: number) => number,
): Comparison {
  const walk = (lookUp: (n: number) => number): (() => void) => {
    let n = 0;
    let sum = 0;
    return () => {
      n = (n + STRIDE) % (plan.length + 1);
      sum += lookUp(n);
      if (Number.isNaN(sum)) throw new Error("a look-up found no number");
    };
  };
  return compare(walk(subject), walk(reference));
}

function row(what: string, { subject, reference, ratio }: Comparison): Row {
  return {
    what,
    ours: inNanoseconds(subject),
    reference: inNanoseconds(reference),
    ratio,
    limit: null,
  };
}
