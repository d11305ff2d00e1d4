import { neuronIndex, weightIndex } from "../engine/layout.ts";
import { ref, type Quantity } from "../engine/ref.ts";
import type { Trace } from "../engine/trace.ts";
import { isInRange } from "./known.ts";
import { createPlan, type Granularity } from "./plan.ts";

/**
 * The trace with NaN in place of every number that may not be shown after its overflow, so that
 * whatever is worked out from it has a number only where it may be shown too; the trace itself
 * where nothing overflowed. Given numbers stay, and so does what forward mode carries.
 */
export function withoutHidden(trace: Trace, by: Granularity): Trace {
  const { overflow, layout } = trace;
  if (overflow === null) return trace;
  const plan = createPlan(trace, by);
  const isHidden = (q: Quantity, l = 0, i = 0, j = 0): boolean =>
    !isInRange(plan, overflow, ref(q, l, i, j));
  const neurons = (q: Quantity, values: Float64Array): Float64Array => {
    const shown = values.slice();
    for (let l = 1; l <= layout.L; l++) {
      for (let i = 1; i <= layout.sizes[l - 1]; i++) {
        if (isHidden(q, l, i)) shown[neuronIndex(layout, l, i)] = NaN;
      }
    }
    return shown;
  };
  const weights = (q: Quantity, values: Float64Array): Float64Array => {
    const shown = values.slice();
    for (let l = 2; l <= layout.L; l++) {
      for (let i = 1; i <= layout.sizes[l - 1]; i++) {
        for (let j = 1; j <= layout.sizes[l - 2]; j++) {
          if (isHidden(q, l, i, j)) shown[weightIndex(layout, l, i, j)] = NaN;
        }
      }
    }
    return shown;
  };
  const number = (q: Quantity, value: number): number => (isHidden(q) ? NaN : value);
  return {
    ...trace,
    z: neurons("z", trace.z),
    a: neurons("a", trace.a),
    slope: neurons("s", trace.slope),
    delta: neurons("d", trace.delta),
    E: number("E", trace.E),
    gw: weights("gw", trace.gw),
    wNext: weights("nw", trace.wNext),
    bNext: neurons("nb", trace.bNext),
    ENext: number("nE", trace.ENext),
  };
}
