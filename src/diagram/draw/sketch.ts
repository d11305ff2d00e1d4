/**
 * The gesture in progress while the network is drawn on: from what a pointer does to what is shown
 * and what is asked for. Pure; points are in stage px.
 */
import type { Ref } from "../../engine/ref.ts";
import { edgeExists } from "../../engine/trace.ts";
import type { Point } from "../curve.ts";
import { sameItem, sameNeuron, type Edit, type Item, type NeuronAt } from "../edits.ts";
import type { Button } from "./buttons.ts";
import {
  areConnected,
  boxBetween,
  destination,
  itemsIn,
  placeAt,
  type Drawn,
  type Place,
} from "./places.ts";

/** What stands at a point. */
export type Target =
  | { readonly kind: "item"; readonly item: Item }
  | { readonly kind: "button"; readonly button: Button }
  | { readonly kind: "number"; readonly ref: Ref }
  | { readonly kind: "place"; readonly place: Place };

/** The drawing as a gesture finds it. `reach`: how far from a thing it is still meant. */
export interface Ground extends Drawn {
  readonly picked: readonly Item[];
  targetAt(at: Point, reach: number): Target;
  neuronAt(at: Point, reach: number): NeuronAt | null;
}

/** What releasing the line that was drawn from a neuron would do. */
export type Outcome =
  | { readonly kind: "connect"; readonly to: NeuronAt }
  | { readonly kind: "refused"; readonly to: NeuronAt }
  | { readonly kind: "move"; readonly place: Place; readonly edit: Edit }
  | { readonly kind: "nothing" };

export type Sketch =
  | { readonly kind: "resting"; readonly over: Target | null }
  | { readonly kind: "pressed"; readonly press: Press }
  | {
      readonly kind: "linking";
      readonly from: NeuronAt;
      readonly to: Point;
      readonly outcome: Outcome;
    }
  | {
      readonly kind: "framing";
      readonly from: Point;
      readonly to: Point;
      readonly adding: boolean;
      readonly inside: readonly Item[];
    };

interface Press {
  readonly target: Target;
  /** The neuron a line would begin at: its circle was met, and not a text beside it. */
  readonly grabbed: NeuronAt | null;
  readonly at: Point;
  /** So far the pointer may stray and still clicks. */
  readonly slack: number;
  /** To what is picked already (Shift). */
  readonly adding: boolean;
}

export type PointerDeed =
  | { readonly type: "move" | "release"; readonly at: Point; readonly reach: number }
  | {
      readonly type: "press";
      readonly at: Point;
      readonly reach: number;
      readonly slack: number;
      readonly adding: boolean;
    }
  /** A long press, or the other button. */
  | { readonly type: "menu"; readonly at: Point; readonly reach: number }
  | { readonly type: "cancel" };

export type Said =
  | { readonly type: "edit"; readonly edit: Edit }
  | { readonly type: "pick"; readonly items: readonly Item[] }
  | { readonly type: "menu"; readonly item: Item | null }
  | { readonly type: "number"; readonly ref: Ref }
  | { readonly type: "refused"; readonly from: NeuronAt; readonly to: NeuronAt };

export interface Turn {
  readonly sketch: Sketch;
  readonly said: readonly Said[];
}

export const RESTING: Sketch = { kind: "resting", over: null };

/** What a deed makes of the gesture. */
export function turn(sketch: Sketch, deed: PointerDeed, ground: Ground): Turn {
  switch (deed.type) {
    case "cancel":
      return { sketch: RESTING, said: [] };
    case "press": {
      const { at, slack, adding } = deed;
      const target = ground.targetAt(at, deed.reach);
      const grabbed = grabbedAt(target, at, deed.reach, ground);
      return {
        sketch: { kind: "pressed", press: { target, grabbed, at, slack, adding } },
        said: [],
      };
    }
    case "menu":
      return { sketch: RESTING, said: menuFor(ground.targetAt(deed.at, deed.reach), ground) };
    case "move":
      return { sketch: carriedOn(sketch, deed.at, deed.reach, ground), said: [] };
    case "release": {
      const { at, reach } = deed;
      const said = ended(carriedOn(sketch, at, reach, ground), at, reach, ground);
      return { sketch: { kind: "resting", over: ground.targetAt(at, reach) }, said };
    }
  }
}

/** Whether there is a gesture that can be called off. */
export function isUnderway(sketch: Sketch): boolean {
  return sketch.kind !== "resting";
}

function carriedOn(sketch: Sketch, at: Point, reach: number, ground: Ground): Sketch {
  switch (sketch.kind) {
    case "resting":
      return { kind: "resting", over: ground.targetAt(at, reach) };
    case "pressed": {
      const { press } = sketch;
      if (Math.hypot(at.x - press.at.x, at.y - press.at.y) <= press.slack) return sketch;
      const { target, grabbed, adding } = press;
      if (target.kind === "button") return sketch;
      if (grabbed !== null) return linking(grabbed, at, reach, ground);
      return framing(press.at, at, adding, ground);
    }
    case "linking":
      return linking(sketch.from, at, reach, ground);
    case "framing":
      return framing(sketch.from, at, sketch.adding, ground);
  }
}

/** The neuron whose circle is within reach of a point at which the neuron is meant. */
function grabbedAt(target: Target, at: Point, reach: number, ground: Ground): NeuronAt | null {
  if (target.kind !== "item" || target.item.kind !== "neuron") return null;
  const found = ground.neuronAt(at, ground.stage.radius + reach);
  return found !== null && sameNeuron(found, target.item) ? found : null;
}

function linking(from: NeuronAt, to: Point, reach: number, ground: Ground): Sketch {
  return { kind: "linking", from, to, outcome: outcomeAt(from, to, reach, ground) };
}

function framing(from: Point, to: Point, adding: boolean, ground: Ground): Sketch {
  return { kind: "framing", from, to, adding, inside: itemsIn(ground, boxBetween(from, to)) };
}

function outcomeAt(from: NeuronAt, at: Point, reach: number, ground: Ground): Outcome {
  const to = ground.neuronAt(at, reach);
  if (to !== null) return linkOutcome(from, to, ground);
  const place = placeAt(ground.stage, at);
  const way = destination(ground.stage, from, place);
  if (way === null) return { kind: "nothing" };
  return { kind: "move", place, edit: { type: "moveNeuron", l: from.l, i: from.i, to: way } };
}

/**
 * What a line between two neurons does: connections run between neighbouring layers only, one between
 * two neurons.
 */
export function linkOutcome(from: NeuronAt, to: NeuronAt, { shape }: Drawn): Outcome {
  if (sameNeuron(from, to)) return { kind: "nothing" };
  if (Math.abs(from.l - to.l) !== 1) return { kind: "refused", to };
  const [lower, upper] = inOrder(from, to);
  const exists = edgeExists(shape, upper.l, upper.i, lower.i);
  return exists ? { kind: "refused", to } : { kind: "connect", to };
}

function ended(sketch: Sketch, at: Point, reach: number, ground: Ground): Said[] {
  switch (sketch.kind) {
    case "resting":
      return [];
    case "pressed":
      return clicked(sketch.press, at, reach, ground);
    case "linking":
      return linked(sketch.from, sketch.outcome);
    case "framing": {
      const { adding, inside } = sketch;
      const kept = adding ? ground.picked : [];
      const more = inside.filter((item) => !kept.some((other) => sameItem(item, other)));
      return [{ type: "pick", items: [...kept, ...more] }];
    }
  }
}

function linked(from: NeuronAt, outcome: Outcome): Said[] {
  switch (outcome.kind) {
    case "connect": {
      const [lower, upper] = inOrder(from, outcome.to);
      return [{ type: "edit", edit: { type: "connect", from: lower, to: upper } }];
    }
    case "refused":
      return [{ type: "refused", from, to: outcome.to }];
    case "move":
      return [{ type: "edit", edit: outcome.edit }];
    case "nothing":
      return [];
  }
}

/** Two neurons of neighbouring layers, that of the lower layer first. */
function inOrder(p: NeuronAt, q: NeuronAt): readonly [NeuronAt, NeuronAt] {
  return p.l < q.l ? [p, q] : [q, p];
}

function clicked({ target, adding }: Press, at: Point, reach: number, ground: Ground): Said[] {
  switch (target.kind) {
    case "item":
      return [
        { type: "pick", items: adding ? toggled(ground.picked, target.item) : [target.item] },
      ];
    case "button": {
      const still = ground.targetAt(at, reach);
      const isStill = still.kind === "button" && still.button === target.button;
      return isStill ? [{ type: "edit", edit: target.button.edit }] : [];
    }
    case "number":
      return [{ type: "number", ref: target.ref }];
    case "place":
      return adding ? [] : [{ type: "edit", edit: additionAt(target.place, ground) }];
  }
}

function toggled(picked: readonly Item[], item: Item): readonly Item[] {
  const rest = picked.filter((other) => !sameItem(item, other));
  return rest.length < picked.length ? rest : [...picked, item];
}

/**
 * A click puts down one neuron without connections; between two layers that are connected it is
 * connected to both, or the way through the network would be cut.
 */
function additionAt(place: Place, drawn: Drawn): Edit {
  return place.kind === "column"
    ? { type: "addNeuron", l: place.l, at: place.at, connected: false }
    : { type: "addLayer", l: place.l, size: 1, connected: areConnected(drawn, place.l) };
}

/** The menu is about what is picked: something else that is pointed at gets picked first. */
function menuFor(target: Target, { picked }: Ground): Said[] {
  if (target.kind !== "item") return [{ type: "menu", item: null }];
  const { item } = target;
  const isPicked = picked.some((other) => sameItem(item, other));
  return [...(isPicked ? [] : [{ type: "pick", items: [item] } as const]), { type: "menu", item }];
}
