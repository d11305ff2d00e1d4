import { neuronIndex } from "../engine/layout.ts";
import { ref, type Ref } from "../engine/ref.ts";
import { establishedBy } from "../steps/known.ts";
import { stepOf, type Plan } from "../steps/plan.ts";

/**
 * The steps that establish z, a, δ of every neuron (by neuron slot) and E, looked up once for each
 * plan: a step then costs one comparison a value.
 */
export interface KnownSteps {
  readonly plan: Plan;
  readonly z: Int32Array;
  readonly a: Int32Array;
  readonly d: Int32Array;
  readonly E: number;
}

export function knownSteps(plan: Plan): KnownSteps {
  const { layout } = plan.shape;
  const since = (r: Ref): number => {
    const by = establishedBy(r);
    return by === null ? 0 : stepOf(plan, by);
  };
  const list = (q: "z" | "a" | "d"): Int32Array => {
    const steps = new Int32Array(layout.neurons);
    layout.sizes.forEach((count, index) => {
      for (let i = 1; i <= count; i++) {
        steps[neuronIndex(layout, index + 1, i)] = since(ref(q, index + 1, i));
      }
    });
    return steps;
  };
  // A network without an output has no E.
  const E = layout.L < 2 ? Infinity : since(ref("E"));
  return { plan, z: list("z"), a: list("a"), d: list("d"), E };
}
