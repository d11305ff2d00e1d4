/**
 * Every parameter's gradient three times: by backpropagation, by forward mode and by central
 * differences of E.
 */
import { createBuffers, type Buffers } from "./buffers.ts";
import { kinksBetween } from "./differences.ts";
import { forwardPass } from "./forward.ts";
import { givenOf } from "./given.ts";
import { evaluateLoss } from "./losses.ts";
import { firstOverflowOfPass } from "./range.ts";
import { ref, type Ref } from "./ref.ts";
import { computeTangent } from "./tangent.ts";
import type { Trace } from "./trace.ts";

/** One number for every parameter. */
export interface PerParameter<Values> {
  /** Weight array; slots of missing edges hold 0. */
  readonly w: Values;
  /** Neuron array; the slots of layer 1 hold 0. */
  readonly b: Values;
}

/** Backpropagation against one other method. */
export interface Comparison {
  readonly gradient: PerParameter<Float64Array>;
  /**
   * |difference| over the largest |∂E/∂w| (or |∂E/∂b|) of the same layer by either method: an entry
   * that is small beside its neighbours is not judged by digits that none of them has. 0 where
   * both are equal, NaN where one is not a number.
   */
  readonly disagreement: PerParameter<Float64Array>;
  /** The parameter of the worst disagreement, not a number being worst; null without parameters. */
  readonly worst: { readonly ref: Ref; readonly disagreement: number } | null;
  /**
   * The first parameter θ that this method has no number for, and what left the range of doubles
   * there; null where it has all numbers, or where E itself has none.
   */
  readonly lost: { readonly theta: Ref; readonly first: Ref } | null;
}

export interface GradientCheck {
  /** The step of the central differences. */
  readonly h: number;
  /** How many parameters were compared; missing edges are none. */
  readonly parameters: number;
  readonly backprop: PerParameter<Float64Array>;
  readonly forwardMode: Comparison;
  readonly central: Comparison;
  /** 1 where θ ± h lie on different sides of a kink of some relu or leaky neuron. */
  readonly kinks: PerParameter<Uint8Array>;
  /**
   * ε (|E| + Σ_k |δ_k^(L) z_k^(L)|) / h, the larger of the two moved networks: what rounding of E
   * and of the z it is made of does to a central difference. Where E(θ) is 0 the moved E are not.
   */
  readonly rounding: PerParameter<Float64Array>;
  /** The largest of these that is finite, 0 if none is: smaller gradients may not be seen. */
  readonly noise: number;
}

/**
 * Checks every parameter, one neuron after the other, and yields the fraction done after each.
 * Forward mode takes one tangent a neuron, with ż^(l) = e_i, and multiplies by a_j^(l−1) (errata,
 * section 5). Never throws on numbers: a gradient on the way to which one left the range of doubles
 * is NaN, and without E there is nothing to differentiate.
 */
export function* checkGradients(trace: Trace, h: number): Generator<number, GradientCheck, void> {
  const { layout, mask } = trace;
  const hasE = Number.isFinite(trace.E);
  const backprop = { w: trace.gw, b: biasGradient(trace) };
  const forward = createGradient(trace);
  const central = createGradient(trace);
  let lostForward: Comparison["lost"] = null;
  let lostCentral: Comparison["lost"] = null;
  const rounding = createGradient(trace);
  const kinks = { w: new Uint8Array(layout.weights), b: new Uint8Array(layout.neurons) };
  const measure = createMeasure(trace, h);
  let parameters = 0;
  let noise = 0;
  for (let l = 2; l <= layout.L; l++) {
    const columns = layout.sizes[l - 2];
    for (let i = 1; i <= layout.sizes[l - 1]; i++) {
      const slot = layout.neuronOffset[l] + i - 1;
      const tangent = computeTangent(trace, { q: "b", l, i });
      const Edot = hasE ? tangent.Edot : NaN;
      const record = (theta: Ref, k: number, byForwardMode: number): void => {
        const q = theta.q as "w" | "b";
        forward[q][k] = byForwardMode;
        const { difference, rounded, crossesKink, overflow } = measure(q, k);
        central[q][k] = difference;
        rounding[q][k] = rounded;
        if (hasE && Number.isFinite(rounded)) noise = Math.max(noise, rounded);
        kinks[q][k] = Number(crossesKink);
        parameters += 1;
        if (!hasE) return;
        const gradient = ref(q === "w" ? "gw" : "gb", l, i, theta.j);
        if (lostForward === null && !Number.isFinite(byForwardMode)) {
          lostForward = { theta, first: tangent.overflow ?? gradient };
        }
        if (lostCentral === null && !Number.isFinite(difference)) {
          lostCentral = { theta, first: overflow ?? gradient };
        }
      };
      record(ref("b", l, i), slot, Edot);
      for (let j = 1; j <= columns; j++) {
        const k = layout.weightOffset[l] + (i - 1) * columns + j - 1;
        if (mask !== null && mask[k] === 0) continue;
        record(ref("w", l, i, j), k, Edot * trace.a[layout.neuronOffset[l - 1] + j - 1]);
      }
      yield (slot + 1 - layout.sizes[0]) / (layout.neurons - layout.sizes[0]);
    }
  }
  return {
    h,
    parameters,
    backprop,
    forwardMode: { ...compare(trace, backprop, forward), lost: lostForward },
    central: { ...compare(trace, backprop, central), lost: lostCentral },
    kinks,
    rounding,
    noise,
  };
}

function createGradient({ layout }: Trace): PerParameter<Float64Array> {
  return { w: new Float64Array(layout.weights), b: new Float64Array(layout.neurons) };
}

/** ∂E/∂b^(l) = δ^(l), which has its turn after ∂E/∂w^(l): NaN where one of those had overflowed. */
function biasGradient({ layout, delta, overflow }: Trace): Float64Array {
  const gradient = delta.slice().fill(0, 0, layout.sizes[0]);
  if (overflow?.q === "gw")
    gradient.fill(NaN, layout.sizes[0], layout.neuronOffset[overflow.l + 1]);
  return gradient;
}

/** What a central difference of E finds. */
interface Measured {
  /** NaN where a number of either moved network is not finite. */
  readonly difference: number;
  /** What rounding does to it. */
  readonly rounded: number;
  readonly crossesKink: boolean;
  /** What of the moved networks left the range of doubles first. */
  readonly overflow: Ref | null;
}

/** Measures the central difference of E in one slot of w or b. */
function createMeasure(trace: Trace, h: number): (q: "w" | "b", k: number) => Measured {
  const given = givenOf(trace);
  const moved = { ...given, w: given.w.slice(), b: given.b.slice() };
  const up = createBuffers(trace.layout);
  const down = createBuffers(trace.layout);
  const hasE = Number.isFinite(trace.E);
  const firstOutput = trace.layout.neuronOffset[trace.layout.L];
  const overflowOf = (pass: Buffers, E: number): Ref | null =>
    firstOverflowOfPass(trace.layout, pass) ?? (Number.isFinite(E) ? null : ref("E"));
  const magnitudeOf = ({ delta, z }: Buffers, E: number): number => {
    let magnitude = Math.abs(E);
    for (let k = firstOutput; k < z.length; k++) magnitude += Math.abs(delta[k] * z[k]);
    return magnitude;
  };
  return (q, k) => {
    const value = given[q][k];
    moved[q][k] = value + h;
    forwardPass(moved, up);
    const right = evaluateLoss(moved, up);
    moved[q][k] = value - h;
    forwardPass(moved, down);
    const left = evaluateLoss(moved, down);
    moved[q][k] = value;
    const overflow = overflowOf(up, right) ?? overflowOf(down, left);
    return {
      difference: overflow === null && hasE ? (right - left) / (2 * h) : NaN,
      rounded: (Number.EPSILON * Math.max(magnitudeOf(up, right), magnitudeOf(down, left))) / h,
      crossesKink: overflow === null && kinksBetween(given, up.z, down.z).length > 0,
      overflow,
    };
  };
}

function compare(
  trace: Trace,
  backprop: PerParameter<Float64Array>,
  gradient: PerParameter<Float64Array>,
): Omit<Comparison, "lost"> {
  const { layout, mask } = trace;
  const disagreement = createGradient(trace);
  let worst: Comparison["worst"] = null;
  const judge = (q: "w" | "b", from: number, to: number, refOf: (k: number) => Ref): void => {
    const wanted = backprop[q];
    const got = gradient[q];
    let scale = 0;
    for (let k = from; k < to; k++) {
      scale = Math.max(scale, sizeOf(wanted[k]), sizeOf(got[k]));
    }
    for (let k = from; k < to; k++) {
      if (q === "w" && mask !== null && mask[k] === 0) continue;
      const value = wanted[k] === got[k] ? 0 : distance(wanted[k], got[k], scale);
      disagreement[q][k] = value;
      if (worst === null || isWorse(value, worst.disagreement)) {
        worst = { ref: refOf(k), disagreement: value };
      }
    }
  };
  for (let l = 2; l <= layout.L; l++) {
    const columns = layout.sizes[l - 2];
    const w = layout.weightOffset[l];
    const b = layout.neuronOffset[l];
    judge("w", w, layout.weightOffset[l + 1], (k) =>
      ref("w", l, Math.floor((k - w) / columns) + 1, ((k - w) % columns) + 1),
    );
    judge("b", b, layout.neuronOffset[l + 1], (k) => ref("b", l, k - b + 1));
  }
  return { gradient, disagreement, worst };
}

/** |a − b| / scale, where a − b may itself leave the range of doubles. */
function distance(a: number, b: number, scale: number): number {
  const whole = Math.abs(a - b) / scale;
  return whole === Infinity ? 2 * (Math.abs(a / 2 - b / 2) / scale) : whole;
}

/** The magnitude of a finite number; others set no scale. */
function sizeOf(value: number): number {
  return Number.isFinite(value) ? Math.abs(value) : 0;
}

function isWorse(value: number, than: number): boolean {
  return Number.isNaN(value) ? !Number.isNaN(than) : value > than;
}
