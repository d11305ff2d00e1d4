/** What stands at a point of the drawing while it is drawn on, the most particular first. Pure. */
import type { Ref } from "../../engine/ref.ts";
import type { Point } from "../curve.ts";
import type { Item } from "../edits.ts";
import { buttonAt, type Button } from "./buttons.ts";
import { captionAt, neuronAt, placeAt, type Drawn } from "./places.ts";
import type { Ground, Target } from "./sketch.ts";

/** The ground of a gesture; `hitAt` says what the drawing shows at a point. */
export function groundOf(
  drawn: Drawn,
  picked: readonly Item[],
  buttons: readonly Button[],
  hitAt: (at: Point, slop: number) => Ref | null,
): Ground {
  const { stage } = drawn;
  const targetAt = (at: Point, reach: number): Target => {
    const held = buttonAt(buttons, at, 0);
    if (held !== null) return { kind: "button", button: held };
    const neuron = neuronAt(stage, at, reach);
    if (neuron !== null) return { kind: "item", item: { kind: "neuron", ...neuron } };
    const near = buttonAt(buttons, at, reach);
    if (near !== null) return { kind: "button", button: near };
    const hit = hitAt(at, reach);
    if (hit !== null) {
      const item = itemOf(hit);
      return item === null ? { kind: "number", ref: hit } : { kind: "item", item };
    }
    const layer = captionAt(stage, at, reach);
    if (layer !== null) return { kind: "item", item: { kind: "layer", l: layer } };
    return { kind: "place", place: placeAt(stage, at) };
  };
  return {
    ...drawn,
    picked,
    targetAt,
    neuronAt: (at, reach) => neuronAt(stage, at, reach),
  };
}

/** The item a number on the stage belongs to; targets and E are no part of the network. */
function itemOf(r: Ref): Item | null {
  if (r.q === "t" || r.q === "E") return null;
  if (r.q === "w") return { kind: "edge", l: r.l, i: r.i, j: r.j };
  return { kind: "neuron", l: r.l, i: r.i };
}
