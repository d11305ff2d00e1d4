/**
 * The plan of a computation: its steps at one granularity, as runs with cumulative counts. Steps
 * are numbered 0 (the start, x given) to `plan.length`, and are looked up, never listed.
 */
import { isComplete } from "../engine/network.ts";
import type { Seed } from "../engine/tangent.ts";
import { edgeExists, type Shape } from "../engine/trace.ts";
import {
  address,
  DIFFERENTIATES,
  isTangentKind,
  START,
  type Address,
  type StepKind,
} from "./address.ts";

export const GRANULARITIES = ["layer", "neuron", "term"] as const;
export type Granularity = (typeof GRANULARITIES)[number];

/** The phases of backpropagation; forward mode has one of its own. */
export const PHASES = ["forward", "loss", "backward", "gradients", "update"] as const;
export type Phase = (typeof PHASES)[number] | "tangent";

/** Consecutive steps of one kind in one layer. */
export interface Run {
  readonly phase: Phase;
  readonly kind: StepKind;
  /** 0 for E, u and tE. */
  readonly l: number;
  /** Number of the run's first step. */
  readonly start: number;
  readonly count: number;
  /**
   * Steps of the run before those of neuron i, at index i − 1, with the total at the end; null
   * where every neuron has exactly one step or the run is a single step.
   */
  readonly rows: Int32Array | null;
}

export interface PhaseSpan {
  readonly phase: Phase;
  /** Number of the phase's first step. */
  readonly start: number;
  readonly count: number;
}

export interface Plan {
  readonly shape: Shape;
  readonly by: Granularity;
  readonly runs: readonly Run[];
  readonly phases: readonly PhaseSpan[];
  /** Number of the last step. */
  readonly length: number;
  /** What makes these the steps of forward mode; null for the steps of backpropagation. */
  readonly tangent: TangentPlan | null;
  /** Of a forward pass alone: the steps of backpropagation, which it begins; null for other plans. */
  readonly whole: Plan | null;
}

export interface TangentPlan {
  /** The number θ that everything is differentiated by. */
  readonly seed: Seed;
  /** The steps of backpropagation, all of which are done before forward mode starts. */
  readonly done: Plan;
}

type AddRun = (phase: Phase, kind: StepKind, l: number) => void;

/** Calls back for every run, in order. */
type Listing = (add: AddRun) => void;

/**
 * The steps of a network of this shape: z then a layer by layer, E, δ, gradients, update. A drawing
 * of fewer than two layers has no step but the start.
 */
export function createPlan(shape: Shape, by: Granularity): Plan {
  const { L } = shape.layout;
  return listRuns(shape, by, null, (add) => {
    listPass(L, add);
    add("loss", "E", 0);
    for (let l = L; l >= 2; l--) add("backward", "d", l);
    for (let l = L; l >= 2; l--) {
      add("gradients", "gw", l);
      add("gradients", "gb", l);
    }
    add("update", "u", 0);
  });
}

/** The steps of a forward pass alone, which ends with y. */
export function createPassPlan(shape: Shape, by: Granularity): Plan {
  const pass = listRuns(shape, by, null, (add) => listPass(shape.layout.L, add));
  return { ...pass, whole: createPlan(shape, by) };
}

function listPass(L: number, add: AddRun): void {
  for (let l = 2; l <= L; l++) {
    add("forward", "z", l);
    add("forward", "a", l);
  }
}

/**
 * The steps of forward mode for θ: ż then ȧ of every layer that θ moves, Ė. In the layer of θ ż is
 * no sum, and has no products.
 */
export function createTangentPlan(shape: Shape, by: Granularity, seed: Seed): Plan {
  const first = Math.max(2, layerOf(seed));
  return listRuns(shape, by, { seed, done: createPlan(shape, by) }, (add) => {
    for (let l = first; l <= shape.layout.L; l++) {
      add("tangent", "tz", l);
      add("tangent", "ta", l);
    }
    add("tangent", "tE", 0);
  });
}

/** The layer of θ: before it nothing moves. */
function layerOf(seed: Seed): number {
  return seed.q === "x" ? 1 : seed.l;
}

/** Whether a neuron of layer l adds up products that come from other neurons. */
function addsUp(kind: StepKind, l: number, L: number, tangent: TangentPlan | null): boolean {
  if (kind === "tz") return tangent !== null && l > layerOf(tangent.seed);
  return kind === "z" || (kind === "d" && l < L);
}

function listRuns(shape: Shape, by: Granularity, tangent: TangentPlan | null, list: Listing): Plan {
  if (!isComplete(shape)) {
    return { shape, by, runs: [], phases: [], length: 0, tangent, whole: null };
  }
  const { layout } = shape;
  const { L, sizes } = layout;
  const runs: Run[] = [];
  const phases: PhaseSpan[] = [];
  let next = 1;

  const add = (phase: Phase, kind: StepKind, l: number): void => {
    if (kind === "gw" && !hasEdge(shape, l)) return;
    const n = l > 0 ? sizes[l - 1] : sizes[L - 1];
    let count = 1;
    let rows: Int32Array | null = null;
    if (by !== "layer" && l > 0) {
      count = n;
      if (kind === "gw" || (by === "term" && addsUp(kind, l, L, tangent))) {
        rows = new Int32Array(n + 1);
        for (let i = 1; i <= n; i++) {
          const products = countProducts(shape, kind, l, i);
          rows[i] = rows[i - 1] + products + (kind === "gw" ? 0 : 1);
        }
        count = rows[n];
      }
    } else if (by === "term" && (kind === "E" || kind === "tE")) {
      count = n + 1;
    }
    runs.push({ phase, kind, l, start: next, count, rows });
    const last = phases.at(-1);
    if (last?.phase === phase) {
      phases[phases.length - 1] = { ...last, count: last.count + count };
    } else {
      phases.push({ phase, start: next, count });
    }
    next += count;
  };

  list(add);
  return { shape, by, runs, phases, length: next - 1, tangent, whole: null };
}

/** The address of step n, 0 ≤ n ≤ plan.length. */
export function stepAt(plan: Plan, n: number): Address {
  const step = Math.min(n, plan.length);
  if (step <= 0) return START;
  const run = runOf(plan, step);
  const k = step - run.start;
  const { kind, l } = run;
  if (kind === "u") return address(kind);
  if (kind === "E" || kind === "tE") return address(kind, 0, k < run.count - 1 ? k + 1 : 0);
  if (plan.by === "layer") return address(kind, l);
  if (run.rows === null) return address(kind, l, k + 1);
  const i = upperBound(run.rows, k);
  const within = k - run.rows[i - 1];
  const j = nthProduct(plan.shape, kind, l, i, within + 1);
  return address(kind, l, i, j);
}

/**
 * The number of the step that stands for an address in this plan: the step itself; for a product
 * the step that contains it; for a whole layer or neuron the step that completes it; and where the
 * layer, neuron or edge does not exist, the nearest one that does. A step of forward mode stands,
 * among those of backpropagation, where the step does that it differentiates, and the other way
 * round; what forward mode has no step for is done when it starts. What comes behind a forward pass
 * stands at its end.
 */
export function stepOf(plan: Plan, at: Address): number {
  const { layout } = plan.shape;
  if (at.kind === "x" || plan.length === 0) return 0;
  if (isTangentKind(at.kind)) {
    if (plan.tangent === null) return stepOf(plan, { ...at, kind: DIFFERENTIATES[at.kind] });
    // Before the layer of θ nothing moves, which is known from the start.
    if (at.kind !== "tE" && at.l < plan.runs[0].l) return 0;
  } else if (plan.tangent !== null) {
    const kind = `t${at.kind}` as StepKind;
    return isTangentKind(kind) ? stepOf(plan, { ...at, kind }) : 0;
  }
  if (at.kind === "u" || !isOfPlan(plan, at.kind)) return plan.length;
  if (at.kind === "E" || at.kind === "tE") {
    const run = plan.runs.find((r) => r.kind === at.kind)!;
    if (plan.by !== "term" || at.i === 0) return run.start + run.count - 1;
    return run.start + Math.min(at.i, run.count - 1) - 1;
  }
  const l = clamp(at.l, 2, layout.L);
  const run = plan.runs.find((r) => r.kind === at.kind && r.l === l);
  // A layer without a single edge has no ∂E/∂w steps; its ∂E/∂b steps always exist.
  if (run === undefined) return stepOf(plan, address("gb", l, at.i));
  if (plan.by === "layer") return run.start;
  const n = layout.sizes[l - 1];
  // A layer or neuron that lies beyond the network was in its last place, a named one is clamped.
  const i = at.i === 0 ? n : clamp(at.i, 1, n);
  if (run.rows === null) return run.start + i - 1;
  const first = run.rows[i - 1];
  const count = run.rows[i] - first;
  if (count === 0) return run.start + Math.min(first, run.count - 1);
  const wanted = at.j === 0 ? count : nearestProduct(plan.shape, at.kind, l, i, at.j, count);
  return run.start + first + wanted - 1;
}

/** Whether a kind of step of backpropagation is one of the plan's; a forward pass alone has z and a. */
export function isOfPlan({ whole }: Plan, kind: StepKind): boolean {
  return whole === null || kind === "z" || kind === "a";
}

/** The first step of the phase before or after the one step n is in (0 and the end included). */
export function phaseStep(plan: Plan, n: number, direction: -1 | 1): number {
  const starts = [0, ...plan.phases.map((phase) => phase.start), plan.length];
  if (direction > 0) return starts.find((start) => start > n) ?? plan.length;
  return starts.findLast((start) => start < n) ?? 0;
}

/** The phase of step n; null at the start. */
export function phaseOf(plan: Plan, n: number): Phase | null {
  return n <= 0 || plan.length === 0 ? null : runOf(plan, n).phase;
}

function runOf(plan: Plan, n: number): Run {
  let low = 0;
  let high = plan.runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (plan.runs[middle].start <= n) low = middle;
    else high = middle - 1;
  }
  return plan.runs[low];
}

/** Length of the other side of a product step: what j counts. */
function productRange(shape: Shape, kind: StepKind, l: number): number {
  return kind === "d" ? shape.layout.sizes[l] : shape.layout.sizes[l - 2];
}

/** Whether product j of neuron i exists: it needs its edge. */
function hasProduct(shape: Shape, kind: StepKind, l: number, i: number, j: number): boolean {
  return kind === "d" ? edgeExists(shape, l + 1, j, i) : edgeExists(shape, l, i, j);
}

/** Whether layer l has any weight at all. */
function hasEdge(shape: Shape, l: number): boolean {
  const { weightOffset } = shape.layout;
  return (
    shape.mask === null || shape.mask.subarray(weightOffset[l], weightOffset[l + 1]).includes(1)
  );
}

function countProducts(shape: Shape, kind: StepKind, l: number, i: number): number {
  const range = productRange(shape, kind, l);
  if (shape.mask === null) return range;
  let count = 0;
  for (let j = 1; j <= range; j++) if (hasProduct(shape, kind, l, i, j)) count++;
  return count;
}

/** The index j of the k-th existing product of neuron i; 0 if there are fewer than k. */
function nthProduct(shape: Shape, kind: StepKind, l: number, i: number, k: number): number {
  const range = productRange(shape, kind, l);
  if (shape.mask === null) return k <= range ? k : 0;
  let seen = 0;
  for (let j = 1; j <= range; j++) {
    if (hasProduct(shape, kind, l, i, j) && ++seen === k) return j;
  }
  return 0;
}

/** The position, 1 … count, of product j or of the nearest one before it that exists. */
function nearestProduct(
  shape: Shape,
  kind: StepKind,
  l: number,
  i: number,
  j: number,
  count: number,
): number {
  const limit = Math.min(j, productRange(shape, kind, l));
  let position = 0;
  for (let k = 1; k <= limit; k++) if (hasProduct(shape, kind, l, i, k)) position++;
  return clamp(position, 1, count);
}

/** The number of the row that holds offset k: the smallest i with rows[i] > k. */
function upperBound(rows: Int32Array, k: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle] > k) high = middle;
    else low = middle + 1;
  }
  return low;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
