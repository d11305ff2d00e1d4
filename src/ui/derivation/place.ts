/** What the derivation is filled in for: a place that was selected, stepped to or chosen here. */
import { useMemo } from "react";
import { ref, type Ref } from "../../engine/ref.ts";
import type { Trace } from "../../engine/trace.ts";
import { targetOf, type Target } from "../../homework/place.ts";
import type { ChosenPlace } from "../../session/selection.ts";
import type { Address } from "../../steps/address.ts";
import type { Plan } from "../../steps/plan.ts";
import { useBackstep, useBackstepStore } from "../context.ts";

/** Where an equation is read: which network, with which numbers, for which weight and its neurons. */
export interface Reader {
  readonly plan: Plan;
  readonly trace: Trace;
  readonly target: Target;
}

export interface ChosenTarget {
  readonly target: Target;
  readonly choose: (target: Target) => void;
}

/**
 * The place that was selected, stepped to or chosen last; the first weight if there was none. Who
 * edits a number beside what they have unfolded goes on reading at the same place.
 */
export function useTarget({ shape }: Plan): ChosenTarget {
  const place = useBackstep((state) => state.view.place);
  const at = useBackstep((state) => state.view.at);
  const { actions } = useBackstepStore().getState();
  const meant = place === null ? refOfStep(at) : refOfPlace(place);
  const { l, i, j } = targetOf(meant ?? ref("w", 2, 1, 1), shape);
  // One and the same while it means the same: formulas are instantiated anew for another one.
  const target = useMemo(() => ({ l, i, j }), [l, i, j]);
  return { target, choose: (chosen) => actions.choose({ place: chosen, path: null }) };
}

function refOfPlace({ l, i, j }: ChosenPlace): Ref {
  return j > 0 ? ref("w", l, i, j) : ref("z", l, i);
}

/** The number a step is about, a product's weight included; null where it is about none. */
function refOfStep({ kind, l, i, j }: Address): Ref | null {
  const neuron = Math.max(i, 1);
  switch (kind) {
    case "z":
      return j > 0 ? ref("w", l, neuron, j) : ref("z", l, neuron);
    case "d":
      return j > 0 ? ref("w", l + 1, j, neuron) : ref("d", l, neuron);
    case "a":
    case "gb":
      return ref(kind, l, neuron);
    case "gw":
      return ref("gw", l, neuron, Math.max(j, 1));
    case "E":
      return ref("t", 0, neuron);
    default:
      return null;
  }
}
