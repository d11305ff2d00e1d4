/**
 * The paths from a number to E, and what is left of them when their tails merge: all ways on from a
 * neuron together are its δ. Merged back to the first layer, nothing but the recursion's result is
 * left (errata, section 5).
 */
import {
  countFrom,
  firstLayerOf,
  PATHS_LISTED,
  routesAlong,
  waysOn,
  type PathStart,
  type PathSum,
  type WaysOn,
} from "../../engine/paths.ts";
import { ref, type Ref } from "../../engine/ref.ts";
import { edgeExists, valueOf, type Trace } from "../../engine/trace.ts";

/** A path as far as the layer its tails are merged after. */
export interface PartialPath {
  /** Its neurons, 1-based, one a layer. */
  readonly neurons: readonly number[];
  /** What it meets on the way, and last the δ that all ways on from there add up to. */
  readonly factors: readonly Ref[];
  readonly product: number;
}

/** What is left when everything after a layer is merged. */
export interface MergedLevel {
  /** δ^(l) ends every product; L where nothing is merged. */
  readonly l: number;
  /** How many products there are. */
  readonly count: bigint;
  /** In the order of their neurons; null if they are too many to list. */
  readonly all: readonly PartialPath[] | null;
}

/** The products that end in a δ of layer l, which is not before the first one. */
export function mergedAt(trace: Trace, start: PathStart, l: number): MergedLevel {
  const ways = waysTo(trace, start, l);
  const count = countFrom(trace, start, ways);
  const all =
    count > BigInt(PATHS_LISTED)
      ? null
      : Array.from(routesAlong(trace, start, ways), (route) => partialPath(trace, start, route));
  return { l, count, all };
}

/** How many products end in a δ of each layer, from the first layer to L. */
export function countsByLayer(trace: Trace, start: PathStart): readonly bigint[] {
  const { L, sizes } = trace.layout;
  const from = firstLayerOf(start);
  const first = countFrom(trace, start, waysTo(trace, start, from));
  let before = Array.from({ length: sizes[from - 1] }, (_, k) => (k + 1 === start.i ? first : 0n));
  const counts = [first];
  for (let l = from + 1; l <= L; l++) {
    const arrived = before;
    before = Array.from({ length: sizes[l - 1] }, (_, i) =>
      arrived.reduce((sum, n, j) => (edgeExists(trace, l, i + 1, j + 1) ? sum + n : sum), 0n),
    );
    counts.push(before.reduce((sum, n) => sum + n, 0n));
  }
  return counts;
}

/** Paths that were found, with the numbers of the trace they were found in. */
export function wholePaths(trace: Trace, { start, paths }: PathSum): readonly PartialPath[] {
  return paths.map(({ neurons }) => partialPath(trace, start, neurons));
}

/** The number the paths start from. */
export function refOfStart(start: PathStart): Ref {
  switch (start.q) {
    case "w":
      return ref("w", start.l, start.i, start.j);
    case "x":
      return ref("a", 1, start.i);
    default:
      return ref(start.q, start.l, start.i);
  }
}

/** The output at the beginning of the weight the paths start from, if it is 0: all products are. */
export function zeroFirstFactor(trace: Trace, start: PathStart): Ref | null {
  if (start.q !== "w") return null;
  const first = ref("a", start.l - 1, start.j);
  return valueOf(trace, first) === 0 ? first : null;
}

/** The derivative of E by the start, as backpropagation has it. */
export function derivativeBy(start: PathStart): Ref {
  switch (start.q) {
    case "w":
      return ref("gw", start.l, start.i, start.j);
    case "b":
      return ref("gb", start.l, start.i);
    case "z":
      return ref("d", start.l, start.i);
    case "x":
      return ref("d", 1, start.i);
  }
}

/** How many factors at the end of a product become one δ when the layer before is merged too. */
export function tailLength(l: number): number {
  // Layer 1 is the identity, and has no slope.
  return l > 2 ? 3 : 2;
}

function partialPath(trace: Trace, start: PathStart, neurons: readonly number[]): PartialPath {
  const from = firstLayerOf(start);
  const factors: Ref[] = start.q === "w" ? [ref("a", start.l - 1, start.j)] : [];
  neurons.slice(1).forEach((neuron, k) => {
    const l = from + k;
    if (l > 1) factors.push(ref("s", l, neurons[k]));
    factors.push(ref("w", l + 1, neuron, neurons[k]));
  });
  factors.push(ref("d", from + neurons.length - 1, neurons[neurons.length - 1]));
  const product = factors.reduce((total, factor) => total * valueOf(trace, factor), 1);
  return { neurons, factors, product };
}

/** Every neuron of layer l may end a product. */
function waysTo(trace: Trace, start: PathStart, l: number): WaysOn {
  return waysOn(trace, firstLayerOf(start), l, () => true);
}
