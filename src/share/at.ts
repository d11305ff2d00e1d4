/** The step of a link: an address by meaning that its network must have. */
import type { Shape } from "../engine/trace.ts";
import {
  isTangentKind,
  parseAddress,
  sameAddress,
  writeAddress,
  type Address,
} from "../steps/address.ts";
import {
  createPlan,
  createTangentPlan,
  stepAt,
  stepOf,
  type Granularity,
  type Plan,
} from "../steps/plan.ts";
import type { Draft } from "./draft.ts";
import { excerpt, type Report } from "./problem.ts";

/** Reads `at`; an address that the network has not is reported and moved to the nearest step. */
export function readAt(text: string, draft: Draft, report: Report): void {
  const at = parseAddress(text);
  if (at === null) {
    report({ code: "step", key: "at", text: excerpt(text) });
    return;
  }
  // Activations and loss don't decide which steps there are.
  const shape: Shape = { layout: draft.layout, mask: draft.mask, activations: [], loss: "l2" };
  const used = existingAddress(shape, draft.view.by ?? "neuron", at);
  if (!sameAddress(used, at)) {
    const nearest = writeAddress(used);
    report({ code: "noSuchStep", key: "at", text: excerpt(text), used: nearest });
  }
  draft.view.at = used;
}

/** The address itself if a network of this shape has it, else that of the nearest step. */
export function existingAddress(shape: Shape, by: Granularity, at: Address): Address {
  // The finest plan has every address there is: one that is not in it is moved by stepOf.
  const finest = planWith(shape, "term", at);
  const found = stepAt(finest, stepOf(finest, at));
  const exists =
    found.kind === at.kind &&
    found.l === at.l &&
    (at.i === 0 || found.i === at.i) &&
    (at.j === 0 || found.j === at.j);
  if (exists) return at;
  const plan = planWith(shape, by, at);
  return stepAt(plan, stepOf(plan, at));
}

/** The steps among which an address is; those of forward mode for an input are all there can be. */
function planWith(shape: Shape, by: Granularity, at: Address): Plan {
  if (!isTangentKind(at.kind)) return createPlan(shape, by);
  return createTangentPlan(shape, by, { q: "x", i: 1 });
}
