/**
 * A derivative as the sum over all paths from a quantity to the output: what the δ recursion
 * computes without computing anything twice.
 */
import { edgeExists, valueOf, type Trace } from "./trace.ts";
import { finish } from "./finish.ts";
import { activationOf } from "./network.ts";
import { ref, type Ref } from "./ref.ts";
import type { Seed } from "./tangent.ts";

/** Where paths start: a parameter, an input or a z. */
export type PathStart = Seed | { readonly q: "z"; readonly l: number; readonly i: number };

/**
 * Where paths end: in E, or in one output y_i. The last factor of a path to E is δ_k^(L) as a
 * whole, because neither softmax nor the cross-entropies split it into a product over one k.
 */
export type PathEnd = { readonly q: "E" } | { readonly q: "y"; readonly i: number };

/** ∂y_i/∂z_k of a softmax output, y_i (1 − y_i) or −y_i y_k: a factor that is no Ref. */
export interface SoftmaxSlope {
  readonly q: "softmaxSlope";
  readonly i: number;
  readonly k: number;
}

export type PathFactor = Ref | SoftmaxSlope;

/** One path and its product. */
export interface Path {
  /** The first layer it has a neuron in. */
  readonly from: number;
  /** Its neurons, 1-based, one a layer, from layer `from` to L. */
  readonly neurons: readonly number[];
  readonly product: number;
}

/** The paths of one derivative. */
export interface PathSum {
  readonly start: PathStart;
  readonly end: PathEnd;
  /** How many paths there are, along edges that exist. */
  readonly count: bigint;
  /** All of them in the order of their neurons if there are few, else the largest, largest first. */
  readonly paths: readonly Path[];
  /** Whether `paths` holds all of them. */
  readonly complete: boolean;
  /** The sum of the products in `paths`; of all of them it is the derivative. */
  readonly sum: number;
}

/** Up to this many paths are listed, of more only the largest. */
export const PATHS_LISTED = 2000;
export const LARGEST_PATHS = 50;

/**
 * All paths, or the largest by the magnitude of their product where there are more than
 * PATHS_LISTED. A weight without an edge has none. Products beyond the doubles are ∞ or 0.
 */
export function sumOverPaths(trace: Trace, start: PathStart, end: PathEnd): PathSum {
  return finish(findPaths(trace, start, end));
}

/** The same, yielding the fraction done: of very many paths the largest take their time. */
export function* findPaths(
  trace: Trace,
  start: PathStart,
  end: PathEnd,
): Generator<number, PathSum, void> {
  const ways = waysToEnd(trace, start, end);
  const count = countFrom(trace, start, ways);
  const complete = count <= BigInt(PATHS_LISTED);
  const routes = complete
    ? [...routesAlong(trace, start, ways)]
    : yield* largestRoutes(trace, start, end);
  const from = firstLayerOf(start);
  const paths = routes.map((neurons) => ({
    from,
    neurons,
    product: productOf(trace, pathFactors(trace, start, end, neurons)),
  }));
  const sum = paths.reduce((total, { product }) => total + product, 0);
  return { start, end, count, paths, complete, sum };
}

/** How many paths there are, exactly: at the limits of the product far more than 2^53. */
export function countPaths(trace: Trace, start: PathStart, end: PathEnd): bigint {
  return countFrom(trace, start, waysToEnd(trace, start, end));
}

/** How many ways lead on from each neuron: row k is that of layer `from` + k. */
export interface WaysOn {
  readonly from: number;
  readonly counts: readonly (readonly bigint[])[];
}

/** The ways along edges from every neuron of the layers from … last to the open ones of the last. */
export function waysOn(
  trace: Trace,
  from: number,
  last: number,
  isOpen: (k: number) => boolean,
): WaysOn {
  const { sizes } = trace.layout;
  let after = Array.from({ length: sizes[last - 1] }, (_, k) => BigInt(isOpen(k + 1)));
  const counts = [after];
  for (let l = last - 1; l >= from; l--) {
    const next = after;
    after = Array.from({ length: sizes[l - 1] }, (_, j) =>
      next.reduce<bigint>(
        (sum, n, i) => (edgeExists(trace, l + 1, i + 1, j + 1) ? sum + n : sum),
        0n,
      ),
    );
    counts.unshift(after);
  }
  return { from, counts };
}

/** How many ways there are from the start; none from a weight without an edge. */
export function countFrom(trace: Trace, start: PathStart, { counts }: WaysOn): bigint {
  return starts(trace, start) ? counts[0][start.i - 1] : 0n;
}

/** The neurons of every way from the start, one a layer, in the order of their numbers. */
export function* routesAlong(
  trace: Trace,
  start: PathStart,
  { from, counts }: WaysOn,
): Generator<readonly number[]> {
  function* extend(route: readonly number[]): Generator<readonly number[]> {
    const l = from + route.length;
    const next = counts[route.length];
    if (next === undefined) {
      yield route;
      return;
    }
    const j = route[route.length - 1];
    for (let i = 1; i <= next.length; i++) {
      // Dead ends can be far more than the ways that arrive.
      if (next[i - 1] > 0n && edgeExists(trace, l, i, j)) yield* extend([...route, i]);
    }
  }
  if (countFrom(trace, start, { from, counts }) > 0n) yield* extend([start.i]);
}

/**
 * The factors of a path in the order of the way: a_j^(l−1) if it starts at a weight, then σ' of
 * each neuron passed and the weight after it, last δ_k^(L), or the slope of y_i.
 */
export function pathFactors(
  trace: Trace,
  start: PathStart,
  end: PathEnd,
  neurons: readonly number[],
): PathFactor[] {
  const { L } = trace.layout;
  const from = firstLayerOf(start);
  const factors: PathFactor[] = start.q === "w" ? [ref("a", start.l - 1, start.j)] : [];
  for (let l = from; l < L; l++) {
    const j = neurons[l - from];
    // Layer 1 is the identity, and so no factor.
    if (l > 1) factors.push(ref("s", l, j));
    factors.push(ref("w", l + 1, neurons[l - from + 1], j));
  }
  return [...factors, lastFactor(trace, end, neurons[L - from])];
}

function lastFactor(trace: Trace, end: PathEnd, k: number): PathFactor {
  const { L } = trace.layout;
  if (end.q === "E") return ref("d", L, k);
  return activationOf(trace, L) === "softmax" ? { q: "softmaxSlope", i: end.i, k } : ref("s", L, k);
}

/** The number a factor stands for. */
export function factorValue(trace: Trace, factor: PathFactor): number {
  if (factor.q !== "softmaxSlope") return valueOf(trace, factor);
  const { L } = trace.layout;
  const { i, k } = factor;
  if (i === k) return valueOf(trace, ref("s", L, i));
  return -valueOf(trace, ref("a", L, i)) * valueOf(trace, ref("a", L, k));
}

function productOf(trace: Trace, factors: readonly PathFactor[]): number {
  return factors.reduce((product, factor) => product * factorValue(trace, factor), 1);
}

/** The layer of the first neuron of every path. */
export function firstLayerOf(start: PathStart): number {
  return start.q === "x" ? 1 : start.l;
}

/** Whether there is anything at the start: a weight without an edge is no parameter. */
function starts(trace: Trace, start: PathStart): boolean {
  return start.q !== "w" || edgeExists(trace, start.l, start.i, start.j);
}

function waysToEnd(trace: Trace, start: PathStart, end: PathEnd): WaysOn {
  return waysOn(trace, firstLayerOf(start), trace.layout.L, (k) => isOpen(trace, end, k));
}

/** Whether a path may end in neuron k of the output layer. */
function isOpen(trace: Trace, end: PathEnd, k: number): boolean {
  return end.q === "E" || end.i === k || activationOf(trace, trace.layout.L) === "softmax";
}

/** The rest of a path: from one neuron on. */
interface Tail {
  /** log₂ |product of the factors|: a product of 24 layers may itself vanish. */
  readonly size: number;
  readonly neuron: number;
  readonly next: Tail | null;
}

/**
 * The LARGEST_PATHS routes of largest |product|, layer by layer from the output: a tail that is not
 * among the largest of its neuron can be in none of the largest paths.
 */
function* largestRoutes(
  trace: Trace,
  start: PathStart,
  end: PathEnd,
): Generator<number, readonly number[][], void> {
  const { L, sizes } = trace.layout;
  const logOf = (factor: PathFactor): number => Math.log2(Math.abs(factorValue(trace, factor)));
  let tails = Array.from({ length: sizes[L - 1] }, (_, k): Tail[] => {
    const neuron = k + 1;
    if (!isOpen(trace, end, neuron)) return [];
    return [{ size: sizeOf(logOf(lastFactor(trace, end, neuron))), neuron, next: null }];
  });
  const from = firstLayerOf(start);
  for (let l = L - 1; l >= from; l--) {
    yield (L - 1 - l) / (L - from);
    const after = tails;
    tails = Array.from({ length: sizes[l - 1] }, (_, k) => {
      const neuron = k + 1;
      const slope = l > 1 ? logOf(ref("s", l, neuron)) : 0;
      return after
        .flatMap((group, m): Tail[] => {
          if (!edgeExists(trace, l + 1, m + 1, neuron)) return [];
          const step = slope + logOf(ref("w", l + 1, m + 1, neuron));
          return group.map((next) => ({ size: sizeOf(step + next.size), neuron, next }));
        })
        .toSorted(largestFirst)
        .slice(0, LARGEST_PATHS);
    });
  }
  return tails[start.i - 1].map(routeOf);
}

/** What is not a number (0 · ∞) sorts as 0 does, last. */
function sizeOf(log: number): number {
  return Number.isNaN(log) ? -Infinity : log;
}

function largestFirst(a: Tail, b: Tail): number {
  return a.size === b.size ? 0 : b.size - a.size;
}

function routeOf(tail: Tail): number[] {
  const route: number[] = [];
  for (let at: Tail | null = tail; at !== null; at = at.next) route.push(at.neuron);
  return route;
}
