import { neuronIndex } from "../engine/layout.ts";
import { ref, type Ref } from "../engine/ref.ts";
import { establishedBy, knownFrom } from "../steps/known.ts";
import type { Plan } from "../steps/plan.ts";

/** The quantities a neuron shows: above it, in it, and under that. */
export interface Shown {
  readonly above: "z" | "tz";
  readonly own: "a";
  readonly under: "d" | "ta";
}

const OF_BACKPROPAGATION: Shown = { above: "z", own: "a", under: "d" };
const OF_FORWARD_MODE: Shown = { above: "tz", own: "a", under: "ta" };

/** What the neurons show while the steps of a plan are taken. */
export function shownBy({ tangent }: Plan): Shown {
  return tangent === null ? OF_BACKPROPAGATION : OF_FORWARD_MODE;
}

/**
 * The steps that establish what every neuron shows (by neuron slot) and E, looked up once for each
 * plan: a step then costs one comparison a value.
 */
export interface KnownSteps extends Readonly<Record<keyof Shown, Int32Array>> {
  readonly plan: Plan;
  readonly E: number;
}

export function knownSteps(plan: Plan): KnownSteps {
  const { layout } = plan.shape;
  const since = (r: Ref): number => {
    const by = establishedBy(r);
    return by === null ? 0 : knownFrom(plan, by);
  };
  const list = (q: Shown[keyof Shown]): Int32Array => {
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
  const { above, own, under } = shownBy(plan);
  return { plan, above: list(above), own: list(own), under: list(under), E };
}
