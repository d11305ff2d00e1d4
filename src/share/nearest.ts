/**
 * What a network has of the numbers that a link chooses by: those themselves, or the nearest. Before
 * it has a layer 2 nothing of it is shown that could be nearer.
 */
import { isComplete } from "../engine/network.ts";
import { STEPS } from "../engine/stepSize.ts";
import type { Shape } from "../engine/trace.ts";
import { COUNTS, PAGE_SIZE, type ChosenPlace, type Selection } from "../session/selection.ts";

/** A network, or one that is being read. */
export type Reach = Pick<Shape, "layout" | "mask">;

type Entry = Selection["entry"];

export function nearestPlace(place: ChosenPlace, reach: Reach): ChosenPlace {
  if (!isComplete(reach)) return place;
  const { sizes, L } = reach.layout;
  const l = clamp(place.l, place.j === 0 ? 1 : 2, L);
  const i = clamp(place.i, 1, sizes[l - 1]);
  return { l, i, j: place.j === 0 ? 0 : clamp(place.j, 1, sizes[l - 2]) };
}

export function nearestEntry({ i, j }: Entry, reach: Reach): Entry {
  if (!isComplete(reach)) return { i, j };
  const { sizes, L } = reach.layout;
  return { i: clamp(i, 1, sizes[L - 1]), j: clamp(j, 1, sizes[0]) };
}

/** Central differences offer no h beyond these; between them, each view its own. */
export function nearestH(h: number): number {
  return clamp(h, STEPS[STEPS.length - 1], STEPS[0]);
}

/** The last page of the table of parameters. */
export function lastPage(reach: Reach): number {
  if (!isComplete(reach)) return COUNTS.page[1];
  const { layout, mask } = reach;
  const weights = mask === null ? layout.weights : mask.filter((edge) => edge === 1).length;
  return Math.ceil((weights + layout.neurons - layout.sizes[0]) / PAGE_SIZE);
}

export function lastLayer(reach: Reach): number {
  return isComplete(reach) ? reach.layout.L : COUNTS.merge[1];
}

/** What the gradient of a weight of layer 2 unfolds to; that of a later one has fewer lines. */
export function lastLine(reach: Reach): number {
  return isComplete(reach) ? 2 * reach.layout.L + 1 : COUNTS.lines[1];
}

/** The last neuron of the largest layer. */
export function lastNeuron(reach: Reach): number {
  return isComplete(reach) ? Math.max(...reach.layout.sizes) : COUNTS.through[1];
}

/** How many multiplications there are of the 2 (L − 1) factors of ∂y/∂x. */
export function lastProduct(reach: Reach): number {
  return isComplete(reach) ? 2 * reach.layout.L - 3 : COUNTS.product[1];
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
