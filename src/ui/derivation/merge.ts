/**
 * The paths from a number to E, and what is left of them when their tails merge: all ways on from a
 * neuron together are its δ. Merged back to the first layer, nothing but the recursion's result is
 * left (errata, section 5).
 */
import { PATHS_LISTED, sumOverPaths, type PathStart } from "../../engine/paths.ts";
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

/** The layer of the first neuron of every path. */
export function firstLayerOf(start: PathStart): number {
  return start.q === "x" ? 1 : start.l;
}

/** The products that end in a δ of layer l, which is not before the first one. */
export function mergedAt(trace: Trace, start: PathStart, l: number): MergedLevel {
  const count = countAt(trace, start, l);
  const all =
    count > BigInt(PATHS_LISTED)
      ? null
      : [...routesTo(trace, start, l)].map((neurons) => partialPath(trace, start, neurons));
  return { l, count, all };
}

/** The whole paths of largest magnitude, largest first. */
export function largestPaths(trace: Trace, start: PathStart): readonly PartialPath[] {
  const { paths } = sumOverPaths(trace, start, { q: "E" });
  return paths.map(({ neurons }) => partialPath(trace, start, neurons));
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

function hasStart(trace: Trace, start: PathStart): boolean {
  return start.q !== "w" || edgeExists(trace, start.l, start.i, start.j);
}

/** How many products end in a δ of layer l. Exact, since at the limits of the product there are far more than 2^53. */
export function countAt(trace: Trace, start: PathStart, last: number): bigint {
  const { sizes } = trace.layout;
  const from = firstLayerOf(start);
  let counts: bigint[] = Array.from({ length: sizes[from - 1] }, (_, k) =>
    hasStart(trace, start) && k + 1 === start.i ? 1n : 0n,
  );
  for (let l = from + 1; l <= last; l++) {
    const before = counts;
    counts = Array.from({ length: sizes[l - 1] }, (_, i) =>
      before.reduce<bigint>(
        (sum, n, j) => (edgeExists(trace, l, i + 1, j + 1) ? sum + n : sum),
        0n,
      ),
    );
  }
  return counts.reduce<bigint>((sum, n) => sum + n, 0n);
}

/** The neurons of every path from the start to layer `last`, in the order of their numbers. */
function* routesTo(trace: Trace, start: PathStart, last: number): Generator<readonly number[]> {
  const { sizes } = trace.layout;
  function* extend(l: number, route: readonly number[]): Generator<readonly number[]> {
    if (l === last) {
      yield route;
      return;
    }
    const j = route[route.length - 1];
    for (let i = 1; i <= sizes[l]; i++) {
      if (edgeExists(trace, l + 1, i, j)) yield* extend(l + 1, [...route, i]);
    }
  }
  if (hasStart(trace, start)) yield* extend(firstLayerOf(start), [start.i]);
}
