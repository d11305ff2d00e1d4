/** What the derivation is filled in for: a place that follows what is selected, or is chosen here. */
import { useState } from "react";
import { ref, type Ref } from "../../engine/ref.ts";
import type { Trace } from "../../engine/trace.ts";
import { targetOf, type Target } from "../../homework/place.ts";
import type { Address } from "../../steps/address.ts";
import type { Plan } from "../../steps/plan.ts";
import { useBackstep } from "../context.ts";

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

/** The place that was selected, stepped to or chosen last. */
export function useTarget(plan: Plan): ChosenTarget {
  const selected = useBackstep((state) => state.selected);
  const at = useBackstep((state) => state.view.at);
  const [followed, setFollowed] = useState<{ selected: Ref | null; at: Address } | null>(null);
  const [chosen, choose] = useState<Target>({ l: 2, i: 1, j: 1 });
  if (followed?.selected !== selected || followed.at !== at) {
    setFollowed({ selected, at });
    const news = selected !== null && followed?.selected !== selected ? selected : refOfStep(at);
    if (news !== null && (news.l > 0 || news.q === "t")) choose(targetOf(news, plan.shape));
  }
  // The network may have become smaller since.
  const { l, i, j } = targetOf(ref("w", chosen.l, chosen.i, chosen.j), plan.shape);
  const isSame = l === chosen.l && i === chosen.i && j === chosen.j;
  return { target: isSame ? chosen : { l, i, j }, choose };
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
