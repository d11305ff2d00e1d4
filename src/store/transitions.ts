/** Steps, and the engine's answers, as pure functions: what changes of the state, or nothing. */
import { computeShifted } from "../engine/shift.ts";
import { computeTangent } from "../engine/tangent.ts";
import type { Shape, Trace } from "../engine/trace.ts";
import { sameSeed, seedOf } from "../session/forward.ts";
import type { View } from "../session/session.ts";
import { shiftOf } from "../session/shift.ts";
import { whereaboutsOf, type Whereabouts } from "../session/whereabouts.ts";
import {
  createPassPlan,
  createPlan,
  createTangentPlan,
  stepAt,
  stepOf,
  type Granularity,
  type Plan,
} from "../steps/plan.ts";
import type { BackstepData } from "./state.ts";

export type Change = Partial<BackstepData>;

export const NOTHING: Change = {};

/** The engine's answer, and all that was waiting for it. An answer to an older request is dropped. */
export function arrive(state: BackstepData, trace: Trace): Change {
  if (trace.rev !== state.session.rev) return NOTHING;
  const view = { ...state.view, ...state.arrival?.place };
  const plan = planFor(trace, view, state.plan);
  return {
    trace: withTangent(trace, plan),
    moved: movedOf(trace, view),
    plan,
    n: stepOf(plan, view.at),
    view: state.arrival?.place === undefined ? state.view : view,
    arrival: null,
    lastStep: state.arrival === null ? state.lastStep : state.arrival.lastStep,
    hovered: plan === state.plan ? state.hovered : null,
  };
}

/** Who steps on has left what the derivation was filled in for. */
const NO_PLACE = { place: null, path: null } as const;

/** Where a move starts from. */
export type Where = Pick<BackstepData, "plan" | "n">;

/**
 * A move from where the person is. While another network is on its way that is its place, not the
 * old one's on the screen: the move waits with it, and is not lost when it arrives.
 */
export function move(state: BackstepData, target: (from: Where) => number): Change {
  const { arrival, session } = state;
  if (arrival?.place === undefined) return moveTo(state, target(state));
  const plan = planFor(session.network, { ...state.view, ...arrival.place }, state.plan);
  const n = Math.max(0, Math.min(plan.length, target({ plan, n: stepOf(plan, arrival.place.at) })));
  const place = { ...arrival.place, at: stepAt(plan, n), ...NO_PLACE };
  return { arrival: { ...arrival, place } };
}

/** To step n of the plan, and no further than its ends. */
export function moveTo(state: BackstepData, n: number): Change {
  const { plan, view } = state;
  if (plan === null || Number.isNaN(n)) return NOTHING;
  const target = Math.max(0, Math.min(plan.length, Math.round(n)));
  // Not moving keeps the finer address that the place may have (d2.1.2 while by neuron).
  if (target === state.n) return NOTHING;
  return { n: target, view: { ...view, at: stepAt(plan, target), ...NO_PLACE } };
}

/** Steps of another size, at the same place. */
export function setGranularity(state: BackstepData, by: Granularity): Change {
  if (by === placeOf(state).by) return NOTHING;
  if (state.arrival?.place !== undefined) {
    return { arrival: { ...state.arrival, place: { ...state.arrival.place, by } } };
  }
  const view = { ...state.view, by };
  if (state.trace === null) return { view };
  const plan = planFor(state.trace, view, state.plan);
  return { view, plan, n: stepOf(plan, view.at) };
}

/** Choices in the view. Where another network is on its way they are made in that one too. */
export function choose(
  state: BackstepData,
  given: Partial<View>,
): Change & { readonly view: View } {
  const view = { ...state.view, ...given };
  const { arrival } = state;
  if (arrival?.place === undefined) return { view };
  return { view, arrival: { ...arrival, place: whereaboutsOf({ ...arrival.place, ...given }) } };
}

/** Another tab, or another thing in one, which may have steps of its own. */
export function look(state: BackstepData, given: Partial<View>): Change {
  const chosen = choose(state, given);
  if (state.trace === null || state.arrival?.place !== undefined) return chosen;
  return { ...chosen, ...replanned(state, state.trace, chosen.view) };
}

/**
 * What follows from another view for the numbers that are there: plan, n, what forward mode carries
 * and the pass of a moved input.
 */
export function replanned(state: BackstepData, trace: Trace, view: View): Change {
  const plan = planFor(trace, view, state.plan);
  const moved = movedOf(trace, view);
  if (plan === state.plan && moved === null && view.at === state.view.at) return NOTHING;
  const playing = state.playing && plan === state.plan;
  const carrying = plan === state.plan ? trace : withTangent(trace, plan);
  return { plan, n: stepOf(plan, view.at), trace: carrying, moved, playing };
}

/** The pass of the moved input where the view plays one. */
function movedOf(trace: Trace, view: View): Trace | null {
  const shift = shiftOf(view, trace.layout);
  return shift && computeShifted(trace, shift);
}

/** The trace with what the plan's forward mode carries; without it where the plan has none. */
function withTangent(trace: Trace, { tangent: wanted }: Plan): Trace {
  if (wanted !== null) return { ...trace, tangent: computeTangent(trace, wanted.seed) };
  if (trace.tangent === undefined) return trace;
  const { tangent: _tangent, ...plain } = trace;
  return plain;
}

/** Where the person is, or will be as soon as the engine has answered. */
export function placeOf(state: BackstepData): Whereabouts {
  return whereaboutsOf(state.arrival?.place ?? state.view);
}

/**
 * The plan of a shape for a view; the last one where it still fits, as it does when only numbers
 * change.
 */
export function planFor(shape: Shape, view: View, last: Plan | null): Plan {
  const { by } = view;
  const isPass = shiftOf(view, shape.layout) !== null;
  const seed = seedOf(view, shape);
  const lastSeed = last?.tangent?.seed ?? null;
  const sameTheta =
    seed === null || lastSeed === null ? seed === lastSeed : sameSeed(seed, lastSeed);
  const fits = sameTheta && last !== null && (last.whole !== null) === isPass && last.by === by;
  if (fits && sameShape(last.shape, shape)) return last;
  const { layout, activations, loss, mask } = shape;
  const own = { layout, activations, loss, mask };
  if (isPass) return createPassPlan(own, by);
  return seed === null ? createPlan(own, by) : createTangentPlan(own, by, seed);
}

function sameShape(a: Shape, b: Shape): boolean {
  return (
    a.loss === b.loss &&
    sameEntries(a.layout.sizes, b.layout.sizes) &&
    sameEntries(a.activations, b.activations) &&
    (a.mask === b.mask || (a.mask !== null && b.mask !== null && sameEntries(a.mask, b.mask)))
  );
}

function sameEntries<T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}
