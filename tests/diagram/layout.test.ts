import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { overlaps } from "../../src/diagram/box.ts";
import { layoutStage, neuronBox } from "../../src/diagram/layout.ts";
import { stylesOf } from "../../src/diagram/styles.ts";
import { numberRoom } from "../../src/diagram/text.ts";
import { sceneOf, stageInput, standing, type NamedBox } from "./networks.ts";

const anySizes = fc.array(fc.integer({ min: 1, max: 32 }), { minLength: 2, maxLength: 24 });
const anyStage = fc.record({
  width: fc.integer({ min: 360, max: 2000 }),
  height: fc.integer({ min: 340, max: 1400 }),
  digits: fc.integer({ min: 2, max: 10 }),
});

/** Pairs of boxes that overlap by more than rounding. */
function clashes(boxes: readonly NamedBox[]): string[] {
  const found: string[] = [];
  boxes.forEach((p, index) => {
    for (const q of boxes.slice(index + 1)) {
      if (overlaps(p.box, q.box, -0.01)) found.push(`${p.name} / ${q.name}`);
    }
  });
  return found;
}

describe("the layout", () => {
  test.prop([anySizes, anyStage], { numRuns: 60 })(
    "keeps everything on the stage and apart, at every size of network and page",
    (sizes, { width, height, digits }) => {
      const { stage } = sceneOf(sizes, width, height, digits);
      const boxes = standing({ stage, places: null });
      const outside = boxes.filter(
        ({ box }) =>
          !(box.x >= -0.01 && box.x + box.width <= width + 0.01) ||
          !(box.y >= -0.01 && box.y + box.height <= height + 0.01),
      );
      expect(outside).toEqual([]);
      expect(clashes(boxes)).toEqual([]);
    },
  );

  test("shows values in the neurons, z and b beside them, where there is room", () => {
    const { stage } = sceneOf([2, 2, 2]);
    expect(stage.radius).toBe(38);
    expect(stage.values?.turned).toBe(false);
    expect(stage.detail?.size).toBe(16);
    expect(stage.caption.second).not.toBeNull();
  });

  test("puts no text into neurons that are too small for it", () => {
    const { stage } = sceneOf(Array<number>(24).fill(32));
    expect(stage.values).toBeNull();
    expect(stage.detail).toBeNull();
    expect(stage.caption.full).toBe(false);
  });

  test("turns the values of a long chain, which has height but no width", () => {
    const { stage, places } = sceneOf(Array<number>(20).fill(1));
    expect(stage.values?.turned).toBe(true);
    expect(stage.label.turned).toBe(true);
    expect(places?.size).toBe(19);
  });

  test("widens neurons for long numbers, without touching the labels' room", () => {
    const short = sceneOf([2, 2]).stage;
    const long = sceneOf([2, 2], 880, 690, 10).stage;
    expect(short.halfWidth).toBe(short.radius);
    expect(long.halfWidth).toBeGreaterThan(long.radius);
    expect(long.gap - 2 * long.halfWidth).toBeGreaterThan(long.label.width);
  });

  test("spaces the columns evenly and centres each on the same height", () => {
    const { stage } = sceneOf([2, 3, 1]);
    const gaps = stage.columns.slice(1).map((x, index) => x - stage.columns[index]);
    for (const gap of gaps) expect(gap).toBeCloseTo(stage.gap, 9);
    const middleOf = (l: number, i: number): number => {
      const box = neuronBox(stage, l, i);
      return box.y + box.height / 2;
    };
    expect(middleOf(3, 1)).toBeCloseTo(middleOf(2, 2), 9);
    expect((middleOf(1, 1) + middleOf(1, 2)) / 2).toBeCloseTo(stage.middle, 9);
  });

  test("always has a layout in the plainest style", () => {
    const styles = stylesOf([numberRoom(4)]);
    const last = styles[styles.length - 1];
    expect(layoutStage(stageInput([32, 32, 32], 120, 120), last)).not.toBeNull();
  });
});
