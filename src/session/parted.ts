/** What was between neurons that a change has parted, for when another brings them together again. */
import { weightIndex } from "../engine/layout.ts";
import type { Column } from "./columns.ts";
import type { Neuron } from "./command.ts";
import type { Parted, Work } from "./session.ts";

/** What the pairs of a new network's columns have of before, in the old network's places. */
export interface Remembered {
  /** What two old neurons had that were parted until now; null where that is not known. */
  readonly pair: (upper: Neuron | null, lower: Neuron | null) => Parted | null;
  /** What is still, or from now on, apart, in the new network's places. */
  readonly parted: readonly Parted[];
}

export function remember(work: Work, columns: readonly Column[]): Remembered {
  const { parted = [] } = work;
  const places = new Map<string, Neuron>();
  columns.forEach(({ neurons }, k) =>
    neurons.forEach((old, n) => {
      if (old !== null) places.set(placeKey(old), { l: k + 1, i: n + 1 });
    }),
  );
  const known = new Map(parted.map((pair) => [pairKey(pair.upper, pair.lower), pair]));
  const carried = (pair: Parted): readonly Parted[] => {
    const upper = places.get(placeKey(pair.upper));
    const lower = places.get(placeKey(pair.lower));
    if (upper === undefined || lower === undefined || upper.l === lower.l + 1) return [];
    // The same object where nothing moved: every moment of the history holds all of them.
    const stays = sameNeuron(upper, pair.upper) && sameNeuron(lower, pair.lower);
    return [stays ? pair : { ...pair, upper, lower }];
  };
  return {
    pair: (upper, lower) =>
      upper === null || lower === null ? null : (known.get(pairKey(upper, lower)) ?? null),
    parted: [...parted, ...neighbours(work)].flatMap(carried),
  };
}

/**
 * What neurons of neighbouring layers have. Layers that were not connected at all have nothing that
 * would have to come back.
 */
function* neighbours({ network, parked }: Work): Generator<Parted> {
  const { layout, mask, w } = network;
  for (let l = 2; l <= layout.L; l++) {
    if (mask?.subarray(layout.weightOffset[l], layout.weightOffset[l + 1]).includes(1) === false) {
      continue;
    }
    for (let i = 1; i <= layout.sizes[l - 1]; i++) {
      for (let j = 1; j <= layout.sizes[l - 2]; j++) {
        const k = weightIndex(layout, l, i, j);
        const isEdge = mask === null || mask[k] === 1;
        const weight = isEdge ? w[k] : (parked?.[k] ?? NaN);
        yield { upper: { l, i }, lower: { l: l - 1, i: j }, isEdge, weight };
      }
    }
  }
}

function pairKey(upper: Neuron, lower: Neuron): string {
  return `${placeKey(upper)} ${placeKey(lower)}`;
}

function sameNeuron(p: Neuron, q: Neuron): boolean {
  return p.l === q.l && p.i === q.i;
}

function placeKey({ l, i }: Neuron): string {
  return `${l}.${i}`;
}
