import { ref, type Ref } from "../engine/ref.ts";
import type { Trace } from "../engine/trace.ts";
import type { Point } from "./curve.ts";
import type { HitBox } from "./hit.ts";
import type { Shown } from "./knownSteps.ts";
import { detailBox, labelBox, targetBox, type StageLayout } from "./layout.ts";
import type { Edge } from "./scene.ts";

/** What of the network is shown at this moment. */
interface Visible {
  readonly edges: readonly Edge[];
  /** The middle of the label of a weight slot; null where it has none now. */
  readonly labelAt: (slot: number) => Point | null;
  /** The quantity above the neurons. */
  readonly above: Shown["above"];
  /** Whether what stands above the neuron in a slot, or E, is established. */
  readonly isKnown: (place: "above" | "E", slot: number) => boolean;
}

/** Boxes of the texts that stand for a thing, the topmost first. Pure. */
export function hitBoxes(
  stage: StageLayout,
  { layout }: Trace,
  { edges, labelAt, above, isKnown }: Visible,
): HitBox[] {
  const boxes: HitBox[] = [];
  const add = (r: Ref, box: HitBox["box"] | null): void => {
    if (box !== null) boxes.push({ ref: r, box });
  };
  for (const { slot, l, i, j } of edges) {
    const at = labelAt(slot);
    if (at !== null) add(ref("w", l, i, j), labelBox(stage, at.x, at.y));
  }
  const L = stage.sizes.length;
  stage.sizes.forEach((count, index) => {
    const l = index + 1;
    for (let i = 1; i <= count; i++) {
      if (l === 1 || isKnown("above", layout.neuronOffset[l] + i - 1)) {
        add(ref(l === 1 ? "a" : above, l, i), detailBox(stage, l, i, "above"));
      }
      add(ref("b", l, i), detailBox(stage, l, i, "below"));
      if (l > 1 && l === L) add(ref("t", 0, i), targetBox(stage, i));
    }
  });
  if (isKnown("E", 0)) add(ref("E"), stage.E.box);
  return boxes;
}
