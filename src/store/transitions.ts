/** The state after something happened, as pure functions: what changes, or nothing (`{}`). */
import type { Network } from "../engine/network.ts";
import type { Shape, Trace } from "../engine/trace.ts";
import { refExists } from "../session/exists.ts";
import { reduce } from "../session/reduce.ts";
import type { Command, View } from "../session/session.ts";
import { defaultView } from "../session/view.ts";
import { EXAMPLES, exampleLink, type ExampleId } from "../share/examples.ts";
import { readLink, writeLink, writeNetwork } from "../share/link.ts";
import { START } from "../steps/address.ts";
import { createPlan, stepAt, stepOf, type Granularity, type Plan } from "../steps/plan.ts";
import type { BackstepData } from "./state.ts";

type Change = Partial<BackstepData>;

const NOTHING: Change = {};

/** The engine's answer, and all that was waiting for it. An answer to an older request is dropped. */
export function arrive(state: BackstepData, trace: Trace): Change {
  if (trace.rev !== state.session.rev) return NOTHING;
  const view = { ...state.view, ...state.arrival?.place };
  const plan = planFor(trace, view.by, state.plan);
  return {
    trace,
    plan,
    n: stepOf(plan, view.at),
    view: state.arrival?.place === undefined ? state.view : view,
    arrival: null,
    lastStep: state.arrival === null ? state.lastStep : state.arrival.lastStep,
    hovered: plan === state.plan ? state.hovered : null,
  };
}

/** A change of the work. Its numbers appear when the engine has answered. */
export function command(state: BackstepData, change: Command): Change {
  const session = reduce(state.session, change);
  if (session === state.session) return NOTHING;
  return {
    session,
    arrival: { ...state.arrival, lastStep: null },
    selected:
      state.selected !== null && refExists(session.network, state.selected) ? state.selected : null,
    example: null,
    restarted: false,
  };
}

/**
 * A gradient-descent step, from the numbers on the screen; ignored while they are out of date or
 * out of range. Only E after the step may be: a rate too large is seen by taking its step.
 */
export function takeStep(state: BackstepData): Change {
  const { trace, session } = state;
  if (trace === null || trace.rev !== session.rev) return NOTHING;
  if (trace.overflow !== null && trace.overflow.q !== "nE") return NOTHING;
  const lastStep = { eBefore: trace.E };
  const change = command(state, {
    type: "takeStep",
    rev: trace.rev,
    w: trace.wNext,
    b: trace.bNext,
  });
  // Where every gradient is 0 the step changes nothing, and has still been taken.
  if (change === NOTHING) return { lastStep };
  return { ...change, arrival: { ...change.arrival, lastStep } };
}

/** Where a move starts from. */
export type Where = Pick<BackstepData, "plan" | "n">;

/**
 * A move from where the person is. While another network is on its way that is its place, not the
 * old one's on the screen: the move waits with it, and is not lost when it arrives.
 */
export function move(state: BackstepData, target: (from: Where) => number): Change {
  const { arrival, session } = state;
  if (arrival?.place === undefined) return moveTo(state, target(state));
  const { at, by } = arrival.place;
  const plan = planFor(session.network, by, state.plan);
  const n = Math.max(0, Math.min(plan.length, target({ plan, n: stepOf(plan, at) })));
  return { arrival: { ...arrival, place: { at: stepAt(plan, n), by } } };
}

/** To step n of the plan, and no further than its ends. */
export function moveTo(state: BackstepData, n: number): Change {
  const { plan, view } = state;
  if (plan === null || Number.isNaN(n)) return NOTHING;
  const target = Math.max(0, Math.min(plan.length, Math.round(n)));
  // Not moving keeps the finer address that the place may have (d2.1.2 while by neuron).
  if (target === state.n) return NOTHING;
  return { n: target, view: { ...view, at: stepAt(plan, target) } };
}

/** Steps of another size, at the same place. */
export function setGranularity(state: BackstepData, by: Granularity): Change {
  if (by === placeOf(state).by) return NOTHING;
  if (state.arrival?.place !== undefined) {
    return { arrival: { ...state.arrival, place: { ...state.arrival.place, by } } };
  }
  const view = { ...state.view, by };
  if (state.trace === null) return { view };
  const plan = planFor(state.trace, by, state.plan);
  return { view, plan, n: stepOf(plan, view.at) };
}

/**
 * Another link: its network with its place, and the view it gives. Where its network cannot be
 * read, the work and the place stay. What could not be used is listed; what was open before can
 * be opened again.
 */
export function openLink(state: BackstepData, link: string): Change {
  const { network, view: given, problems } = readLink(link);
  if (network === null) {
    const { at: _at, by: _by, ...looks } = given;
    return { problems, view: { ...state.view, ...looks }, playing: false };
  }
  const langNamed = given.lang !== undefined;
  return {
    ...open(state, network, { ...defaultView(state.browserLang), ...given }),
    problems,
    langNamed,
  };
}

/** An example, from its start; how the work is looked at stays as it was. */
export function openExample(state: BackstepData, id: ExampleId): Change {
  const { network } = readLink(exampleLink(id));
  if (network === null) return NOTHING;
  const view: View = { ...state.view, by: placeOf(state).by, at: START };
  // An example that was not changed is in the menu, and need not be offered again.
  const offered = state.example === null ? {} : { previousLink: state.previousLink };
  return { ...open(state, network, view), ...offered, problems: [] };
}

function open(state: BackstepData, network: Network, view: View): Change {
  const { at, by, ...looks } = view;

  if (writeNetwork(network) === writeNetwork(state.session.network)) {
    if (state.arrival !== null || state.trace === null) {
      return { ...withPlace(state, view), example: exampleOf(network), playing: false };
    }
    const plan = planFor(state.trace, by, state.plan);
    const n = stepOf(plan, at);
    return { view, plan, n, example: exampleOf(network), playing: false };
  }
  return {
    ...command(state, { type: "open", network }),
    example: exampleOf(network),
    previousLink: currentLink(state),
    playing: false,
    view: { ...state.view, ...looks },
    arrival: { lastStep: null, place: { at, by } },
  };
}

/** The view with its place put off until the answer that is under way. */
function withPlace(state: BackstepData, { at, by, ...looks }: View): Change {
  return {
    view: { ...state.view, ...looks },
    arrival: { lastStep: state.arrival?.lastStep ?? null, place: { at, by } },
  };
}

/** The link to the state as it is, or will be as soon as the engine has answered. */
export function currentLink(state: BackstepData): string {
  const view = { ...state.view, ...placeOf(state) };
  const { network } = state.session;
  return writeLink({ network, view }, state.langNamed ? null : state.browserLang);
}

/** Where the person is, or will be as soon as the engine has answered. */
function placeOf(state: BackstepData): Pick<View, "at" | "by"> {
  return state.arrival?.place ?? state.view;
}

/** The example a network is, or null. */
export function exampleOf(network: Network): ExampleId | null {
  const text = writeNetwork(network);
  const sizes = `&net=${network.layout.sizes.join("-")}&`;
  const found = EXAMPLES.find(({ link }) => {
    // Most are told apart by their sizes, and reading a link takes a millisecond at the start.
    if (!link.includes(sizes)) return false;
    const example = readLink(link).network;
    return example !== null && writeNetwork(example) === text;
  });
  return found?.id ?? null;
}

/** The plan of a shape; the last one where it still fits, as it does when only numbers change. */
function planFor(shape: Shape, by: Granularity, last: Plan | null): Plan {
  if (last !== null && last.by === by && sameShape(last.shape, shape)) return last;
  const { layout, activations, loss, mask } = shape;
  return createPlan({ layout, activations, loss, mask }, by);
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
