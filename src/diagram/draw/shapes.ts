/** The single shapes that drawing on the network puts above it. */
import { select } from "d3-selection";
import { boxAround, type Box } from "../box.ts";
import { curvePath, round, type Point } from "../curve.ts";
import { appendText } from "../dom.ts";
import type { Item, NeuronAt } from "../edits.ts";
import { edgeCurve, neuronBox, neuronPoint, neuronY, type StageLayout } from "../layout.ts";
import { CHIP, type Button } from "./buttons.ts";
import { neuronReach, spotOf, type Place } from "./places.ts";
import type { Outcome } from "./sketch.ts";

/** Distance of a halo from its neuron, px; less where the stage ends, from which it keeps clear. */
const HALO = 6;
const EDGE = 3;
const LARGEST_GHOST = 22;

/** What is around a picked thing, or along it. */
export function appendHalo(parent: SVGElement, item: Item, stage: StageLayout): void {
  switch (item.kind) {
    case "neuron":
      appendRing(parent, "halo", item, stage);
      return;
    case "edge":
      appendPath(parent, "halo", curvePath(edgeCurve(stage, item.l, item.i, item.j)));
      return;
    case "layer": {
      const { halfWidth, radius, columns, sizes } = stage;
      const half = halfWidth + haloAt(stage, item.l, 2 * HALO);
      const top = neuronY(stage, item.l, 1) - radius - 2 * HALO;
      const foot = neuronY(stage, item.l, sizes[item.l - 1]) + neuronReach(stage, item.l);
      const x = columns[item.l - 1] - half;
      appendRect(parent, "halo", { x, y: top, width: 2 * half, height: foot - top + HALO }, half);
    }
  }
}

export function appendRing(
  parent: SVGElement,
  name: string,
  { l, i }: NeuronAt,
  stage: StageLayout,
): void {
  const { width, height } = neuronBox(stage, l, i);
  const { x, y } = neuronPoint(stage, l, i);
  const halo = haloAt(stage, l, HALO);
  const box = boxAround(x, y, width + 2 * halo, height + 2 * halo);
  appendRect(parent, name, box, box.height / 2);
}

/** How far a halo that would be `most` px wide may reach from the neurons of layer l. */
function haloAt({ columns, halfWidth, width }: StageLayout, l: number, most: number): number {
  const column = columns[l - 1];
  return Math.max(1, Math.min(most, Math.min(column, width - column) - halfWidth - EDGE));
}

/** A neuron that is not there yet; between two others, or between columns, with its place's mark. */
export function appendGhost(parent: SVGGElement, place: Place, stage: StageLayout): void {
  const { x, y } = spotOf(stage, place);
  const r = Math.min(LARGEST_GHOST, stage.radius, stage.gap * 0.3);
  if (place.kind === "newLayer" && stage.sizes.length > 0) {
    const half = Math.max(2 * r, stage.height * 0.3);
    appendPath(parent, "insertion", `M${round(x)},${round(y - half)}V${round(y + half)}`);
  } else if (place.kind === "column" && place.at > 1 && place.at <= stage.sizes[place.l - 1]) {
    const half = Math.min(stage.halfWidth + 2 * HALO, stage.gap / 2);
    appendPath(parent, "insertion", `M${round(x - half)},${round(y)}H${round(x + half)}`);
  }
  select(parent)
    .append("circle")
    .attr("class", "ghost")
    .attr("cx", round(x))
    .attr("cy", round(y))
    .attr("r", round(r));
}

/** The line from a neuron to the pointer, or to the neuron it would join, and what it would do. */
export function appendLine(
  parent: SVGGElement,
  from: NeuronAt,
  pointer: Point,
  outcome: Outcome,
  stage: StageLayout,
): void {
  const start = neuronPoint(stage, from.l, from.i);
  appendRing(parent, "begun", from, stage);
  if (outcome.kind === "move") appendGhost(parent, outcome.place, stage);
  if (outcome.kind !== "connect" && outcome.kind !== "refused") {
    appendPath(parent, "line", straight(start, pointer));
    return;
  }
  const { to } = outcome;
  appendRing(parent, `goal ${outcome.kind}`, to, stage);
  const [lower, upper] = from.l < to.l ? [from, to] : [to, from];
  const path =
    outcome.kind === "connect"
      ? curvePath(edgeCurve(stage, upper.l, upper.i, lower.i))
      : straight(start, neuronPoint(stage, to.l, to.i));
  appendPath(parent, `line ${outcome.kind}`, path);
}

export function appendPlus(parent: SVGGElement, { box, kind }: Button): SVGGElement {
  const node = select(parent).append("g").attr("class", `plus ${kind}`).node()!;
  appendRect(node, "ground", box, box.height / 2);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const half = box.height * 0.24;
  const path = `M${round(x - half)},${round(y)}H${round(x + half)}M${round(x)},${round(y - half)}V${round(y + half)}`;
  appendPath(node, "sign", path);
  return node;
}

export function appendChip(parent: SVGGElement, { box }: Button, words: string): SVGGElement {
  const node = select(parent).append("g").attr("class", "chip").node()!;
  appendRect(node, "ground", box, box.height / 2);
  const text = appendText(node, null, box.x + box.width / 2, box.y + box.height / 2, CHIP.size);
  select(text).attr("dy", "0.36em").text(words);
  return node;
}

export function appendRect(parent: SVGElement, name: string, box: Box, corner: number): void {
  select(parent)
    .append("rect")
    .attr("class", name)
    .attr("x", round(box.x))
    .attr("y", round(box.y))
    .attr("width", round(box.width))
    .attr("height", round(box.height))
    .attr("rx", round(corner));
}

function appendPath(parent: SVGElement, name: string, path: string): void {
  select(parent).append("path").attr("class", name).attr("d", path);
}

function straight(p: Point, q: Point): string {
  return `M${round(p.x)},${round(p.y)}L${round(q.x)},${round(q.y)}`;
}
