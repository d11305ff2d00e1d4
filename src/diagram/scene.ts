/** The places of a whole network's labels, and the boxes they must keep clear of. */
import { weightIndex } from "../engine/layout.ts";
import { edgeExists, type Shape } from "../engine/trace.ts";
import { boxAround, type Box } from "./box.ts";
import type { Curve, Point } from "./curve.ts";
import { MOST_LABELS, placeAll } from "./labels.ts";
import {
  detailBox,
  edgeCurve,
  labelBox,
  layoutStage,
  neuronBox,
  neuronPoint,
  type StageInput,
  type StageLayout,
} from "./layout.ts";
import { pageOf } from "./measures.ts";
import { stylesOf } from "./styles.ts";
import { numberRoom } from "./text.ts";

/** An edge of the drawing: its weight slot, indices and curve. */
export interface Edge {
  readonly slot: number;
  readonly l: number;
  readonly i: number;
  readonly j: number;
  readonly curve: Curve;
}

/** The existing edges into layer l, in the order of their slots; those drawn before stay the same. */
export function edgesInto(
  stage: StageLayout,
  shape: Pick<Shape, "layout" | "mask">,
  l: number,
  drawn?: ReadonlyMap<number, Edge>,
): Edge[] {
  const edges: Edge[] = [];
  for (let i = 1; i <= stage.sizes[l - 1]; i++) {
    for (let j = 1; j <= stage.sizes[l - 2]; j++) {
      if (!edgeExists(shape, l, i, j)) continue;
      const slot = weightIndex(shape.layout, l, i, j);
      edges.push(drawn?.get(slot) ?? { slot, l, i, j, curve: edgeCurve(stage, l, i, j) });
    }
  }
  return edges;
}

/** How far a label that comes and goes may cover a neuron's rim, px. */
const RIM = 5;

/** What stands between columns l − 1 and l: neurons with their lines above and below. */
export function obstaclesAround(stage: StageLayout, l: number, passing = false): Box[] {
  const rim = passing ? RIM : 0;
  const boxes: Box[] = [];
  for (const layer of [l - 1, l]) {
    for (let i = 1; i <= stage.sizes[layer - 1]; i++) {
      const { x, y, width, height } = neuronBox(stage, layer, i);
      boxes.push({ x: x + rim, y, width: width - 2 * rim, height });
      for (const side of ["above", "below"] as const) {
        const box = detailBox(stage, layer, i, side);
        if (box !== null) boxes.push(box);
      }
      const { values } = stage;
      if (values?.turned) {
        const centre = neuronPoint(stage, layer, i);
        const { below } = values;
        boxes.push(boxAround(centre.x, centre.y, below.size, 2 * (below.dy + below.width)));
      }
    }
  }
  // Labels stay on their side of a column, so that the gaps can be solved one by one.
  const [left, right] = [stage.columns[l - 2], stage.columns[l - 1]];
  boxes.push({ x: left - 1e4, y: -1e4, width: 1e4, height: 2e4 });
  boxes.push({ x: right, y: -1e4, width: 1e4, height: 2e4 });
  return boxes;
}

/** A stage with its labels: the centre of every weight's label by weight slot. */
export interface Scene {
  readonly stage: StageLayout;
  /**
   * All the labels between two columns, or none of them where they do not all fit: there only what
   * the moment is about is labelled. Null if there is none anywhere.
   */
  readonly places: ReadonlyMap<number, Point> | null;
}

/**
 * The most comfortable layout in which every weight has its label, or, where there is none, the
 * most comfortable layout, with the labels of those gaps between columns that hold them all.
 *
 * @param longest width in em of the longest weight as it is shown now. Room is kept for any
 *   number of so many digits; only where that room does not exist, for the longest there is.
 * @param shortest the same with two digits, to which numbers may be cut on a small stage
 */
export function composeScene(
  input: StageInput,
  shape: Pick<Shape, "layout" | "mask">,
  longest: number,
  shortest = longest,
): Scene {
  const any = numberRoom(input.digits);
  const rooms = [any];
  if (longest < any - 0.5) rooms.push(Math.max(longest, numberRoom(2)));
  const leastRooms = pageOf(input).compact ? [...rooms, Math.max(shortest, numberRoom(2))] : [];
  const hopeless = tooMany(shape);
  for (const style of stylesOf(rooms, leastRooms)) {
    if (hopeless && style.labels !== "passing") continue;
    const stage = layoutStage(input, style);
    if (stage === null) continue;
    if (style.labels === "passing") return { stage, places: placeSomeGaps(stage, shape) };
    const places = placeAllGaps(stage, shape);
    if (places !== null) return { stage, places };
  }
  throw new RangeError("no layout: the plainest style always has one");
}

/** Whether there are more edges between two columns than could ever be labelled. */
function tooMany({ layout, mask }: Pick<Shape, "layout" | "mask">): boolean {
  return layout.sizes.slice(1).some((_, index) => {
    const [from, to] = [layout.weightOffset[index + 2], layout.weightOffset[index + 3]];
    if (mask === null) return to - from > MOST_LABELS;
    return mask.subarray(from, to).reduce((count, exists) => count + exists, 0) > MOST_LABELS;
  });
}

/** The places of all labels, or null. */
function placeAllGaps(
  stage: StageLayout,
  shape: Pick<Shape, "layout" | "mask">,
): Map<number, Point> | null {
  const places = new Map<number, Point>();
  // The fullest gap first: where it cannot be solved, nothing else need be.
  for (const edges of gapsOf(stage, shape).toSorted((p, q) => q.length - p.length)) {
    const points = placeGap(stage, edges);
    if (points === null) return null;
    edges.forEach((edge, index) => places.set(edge.slot, points[index]));
  }
  return places;
}

/** The places of the labels in those gaps that hold all of theirs; null if none does. */
function placeSomeGaps(
  stage: StageLayout,
  shape: Pick<Shape, "layout" | "mask">,
): Map<number, Point> | null {
  const places = new Map<number, Point>();
  for (const edges of gapsOf(stage, shape)) {
    const points = placeGap(stage, edges);
    points?.forEach((point, index) => places.set(edges[index].slot, point));
  }
  return places.size === 0 ? null : places;
}

/** The edges between every two columns that are joined by any. */
function gapsOf(stage: StageLayout, shape: Pick<Shape, "layout" | "mask">): Edge[][] {
  const gaps = stage.sizes.slice(1).map((_, index) => edgesInto(stage, shape, index + 2));
  return gaps.filter((edges) => edges.length > 0);
}

function placeGap(stage: StageLayout, edges: readonly Edge[]): Point[] | null {
  return placeAll(
    edges.map((edge) => edge.curve),
    labelBox(stage, 0, 0),
    obstaclesAround(stage, edges[0].l),
  );
}
