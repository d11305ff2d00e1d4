import { createLayout, type Layout } from "../engine/layout.ts";
import { outputActivationOf, type Activation, type Loss, type Network } from "../engine/network.ts";
import { seededWeights } from "../engine/random.ts";
import { DEFAULT_ACTIVATION, DEFAULT_ETA } from "../session/blank.ts";
import { demandOutput } from "../session/output.ts";
import type { View } from "../session/session.ts";
import type { Report } from "./problem.ts";

/** What a link gives about the view; what it does not is not there. */
export type GivenView = { -readonly [K in keyof View]?: View[K] };

/** A network while a link is being read into it: arrays of its own, written to in place. */
export interface Draft {
  readonly layout: Layout;
  /** For l = 2 … L as far as given: one for all, or one each. */
  activations: readonly Activation[];
  loss: Loss;
  readonly w: Float64Array;
  readonly b: Float64Array;
  readonly mask: Uint8Array;
  readonly x: Float64Array;
  readonly t: Float64Array;
  eta: number;
  readonly view: GivenView;
}

/** The network that `net` and `seed` alone describe: seeded weights, zeros, sigmoid, l2. */
export function emptyDraft(sizes: readonly number[], seed: number): Draft {
  const layout = createLayout(sizes);
  return {
    layout,
    activations: [DEFAULT_ACTIVATION],
    loss: "l2",
    w: seededWeights(layout, seed),
    b: new Float64Array(layout.neurons),
    mask: new Uint8Array(layout.weights).fill(1),
    x: new Float64Array(sizes.at(0) ?? 0),
    t: new Float64Array(sizes.at(-1) ?? 0),
    eta: DEFAULT_ETA,
    view: {},
  };
}

/** The network of a draft. A loss that cannot go with the output that was given becomes l2. */
export function finishDraft(draft: Draft, report: Report): Network {
  const { layout, w, b, x, t, eta, mask } = draft;
  const { activations, loss } = settleLoss(draft, report);
  const complete = mask.every((edge) => edge === 1);
  return { layout, activations, loss, w, b, mask: complete ? null : mask, x, t, eta };
}

/**
 * One activation for all layers leaves the output to the loss, if that demands one
 * (`act=relu&loss=ce`); a list names the output itself.
 */
function settleLoss(
  { layout: { L }, activations: given, loss }: Draft,
  report: Report,
): Pick<Network, "activations" | "loss"> {
  // Without a layer after the input there is no activation yet that a loss could demand.
  if (L < 2) return { activations: [], loss };
  const demanded = outputActivationOf(loss);
  const activations: Activation[] =
    given.length === L - 1 ? [...given] : Array.from({ length: L - 1 }, () => given[0]);
  const output = activations[L - 2];
  if (demanded === null || demanded === output) return { activations, loss };
  if (given.length === 1) return { activations: demandOutput(activations, loss), loss };
  report({ code: "lossOutput", key: "loss", loss, needs: demanded, found: output });
  return { activations, loss: "l2" };
}
