import { valueOf, type Trace } from "../../engine/trace.ts";
import { gradientRefOf, type Seed } from "../../engine/tangent.ts";
import { hiddenBy } from "../../steps/known.ts";
import type { Plan } from "../../steps/plan.ts";
import { Quantity } from "../common/Quantity.tsx";

interface GradientProps {
  readonly plan: Plan;
  readonly trace: Trace;
  readonly seed: Seed;
}

/** ∂E/∂θ as backpropagation found it; a dash where that left the range. */
export function Gradient({ plan, trace, seed }: GradientProps) {
  const gradient = gradientRefOf(seed);
  return (
    <Quantity value={hiddenBy(plan, trace, gradient) === null ? valueOf(trace, gradient) : NaN} />
  );
}
