import type { Layout } from "./layout.ts";
import { ref, type Quantity, type Ref } from "./ref.ts";
import type { Tangent } from "./tangent.ts";
import type { Trace } from "./trace.ts";

/**
 * The first quantity of a trace, in the order in which the steps establish them, that is not
 * finite; null if all are. The order: z, then a of each layer from 2 to L; E; δ from L down to 2,
 * then ∂E/∂x as δ^(1); ∂E/∂w from L down to 2; the updated w, then b, from 2 to L; E after the
 * update. What comes after the first may be an artefact of it (∞ − ∞, 0 · ∞) and means nothing.
 */
export function firstOverflow(trace: Omit<Trace, "overflow">): Ref | null {
  const { layout } = trace;
  const { L } = layout;
  const inPass = firstOverflowOfPass(layout, trace);
  if (inPass !== null) return inPass;
  if (!Number.isFinite(trace.E)) return ref("E");
  for (let l = L; l >= 1; l--) {
    const found = inNeurons("d", layout, l, trace.delta);
    if (found !== null) return found;
  }
  for (let l = L; l >= 2; l--) {
    const found = inWeights("gw", layout, l, trace.gw);
    if (found !== null) return found;
  }
  for (let l = 2; l <= L; l++) {
    const found =
      inWeights("nw", layout, l, trace.wNext) ?? inNeurons("nb", layout, l, trace.bNext);
    if (found !== null) return found;
  }
  return Number.isFinite(trace.ENext) ? null : ref("nE");
}

/** The same of a forward pass alone: z, then a of each layer from 2 to L. */
export function firstOverflowOfPass(layout: Layout, { z, a }: Pick<Trace, "z" | "a">): Ref | null {
  for (let l = 2; l <= layout.L; l++) {
    const found = inNeurons("z", layout, l, z) ?? inNeurons("a", layout, l, a);
    if (found !== null) return found;
  }
  return null;
}

/** The same of what forward mode carries: ż, then ȧ of each layer from that of θ to L; Ė. */
export function firstOverflowOfTangent(
  layout: Layout,
  { m, zdot, adot, Edot }: Omit<Tangent, "overflow">,
): Ref | null {
  for (let l = m; l <= layout.L; l++) {
    const found = inNeurons("tz", layout, l, zdot) ?? inNeurons("ta", layout, l, adot);
    if (found !== null) return found;
  }
  return Number.isFinite(Edot) ? null : ref("tE");
}

function inNeurons(q: Quantity, layout: Layout, l: number, values: Float64Array): Ref | null {
  const from = layout.neuronOffset[l];
  for (let k = from; k < layout.neuronOffset[l + 1]; k++) {
    if (!Number.isFinite(values[k])) return ref(q, l, k - from + 1);
  }
  return null;
}

function inWeights(q: Quantity, layout: Layout, l: number, values: Float64Array): Ref | null {
  const from = layout.weightOffset[l];
  const columns = layout.sizes[l - 2];
  for (let k = from; k < layout.weightOffset[l + 1]; k++) {
    if (Number.isFinite(values[k])) continue;
    const row = Math.floor((k - from) / columns);
    return ref(q, l, row + 1, k - from - row * columns + 1);
  }
  return null;
}
