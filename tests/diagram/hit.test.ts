import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { pointAt } from "../../src/diagram/curve.ts";
import { hitTest, SLOP, type HitMap } from "../../src/diagram/hit.ts";
import { edgeCurve, labelBox, neuronPoint } from "../../src/diagram/layout.ts";
import { createLayout } from "../../src/engine/layout.ts";
import { parseRefKey, ref, refKey, sameRef } from "../../src/engine/ref.ts";
import { edgesInto } from "../../src/diagram/scene.ts";
import { phoneScene, sceneOf, standing } from "./networks.ts";

const sizes = [3, 4, 4, 2];
const { stage, places } = sceneOf(sizes);
const shape = { layout: createLayout(sizes), mask: null };
const bare: HitMap = { stage, shape, boxes: [] };

describe("what is under a point", () => {
  test("a neuron, anywhere inside its circle", () => {
    const { x, y } = neuronPoint(stage, 2, 3);
    const inside = stage.radius * 0.7;
    for (const [dx, dy] of [
      [0, 0],
      [inside, inside],
      [-inside, 0],
    ]) {
      expect(hitTest(bare, x + dx, y + dy, SLOP.mouse)).toEqual({
        ref: ref("a", 2, 3),
        onValue: true,
      });
    }
  });

  test.prop([
    fc.integer({ min: 2, max: 4 }),
    fc.nat(3),
    fc.nat(3),
    fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  ])("an edge, anywhere on its curve, or another one that passes there", (l, i, j, t) => {
    const row = 1 + (i % sizes[l - 1]);
    const column = 1 + (j % sizes[l - 2]);
    const { x, y } = pointAt(edgeCurve(stage, l, row, column), t);
    const hit = hitTest(bare, x, y, SLOP.mouse)!;
    if (hit.ref.q === "a") return; // A neuron's rim is a little wider than its circle.
    expect(hit.onValue).toBe(false);
    const found = edgeCurve(stage, hit.ref.l, hit.ref.i, hit.ref.j);
    const share = (x - found.x0) / (found.x1 - found.x0);
    let nearest = Infinity;
    for (let k = 0; k <= 400; k++) {
      const point = pointAt(found, Math.max(0, Math.min(1, share + (k - 200) / 1000)));
      nearest = Math.min(nearest, Math.hypot(point.x - x, point.y - y));
    }
    expect(nearest).toBeLessThan(1.5);
  });

  test("a label before the edges that pass behind it", () => {
    const at = places!.get(0)!;
    const boxes = [{ ref: ref("w", 2, 1, 1), box: labelBox(stage, at.x, at.y) }];
    expect(hitTest({ ...bare, boxes }, at.x, at.y, SLOP.mouse)).toEqual({
      ref: ref("w", 2, 1, 1),
      onValue: true,
    });
  });

  test("nothing where there is nothing", () => {
    expect(hitTest(bare, 2, 2, SLOP.mouse)).toBeNull();
    expect(hitTest(bare, stage.columns[0] - stage.halfWidth - 30, 300, SLOP.mouse)).toBeNull();
  });

  test("a finger reaches further than a mouse", () => {
    const { x, y } = pointAt(edgeCurve(stage, 2, 1, 1), 0.5);
    expect(hitTest(bare, x, y - 30, SLOP.mouse)).toBeNull();
    expect(hitTest(bare, x, y - 15, SLOP.touch)?.ref.q).toBe("w");
    const box = { x: 10, y: 10, width: 40, height: 20 };
    const map: HitMap = { ...bare, boxes: [{ ref: ref("t", 0, 1), box }] };
    expect(hitTest(map, 58, 20, SLOP.mouse)).toBeNull();
    expect(hitTest(map, 58, 20, SLOP.touch)?.ref).toEqual(ref("t", 0, 1));
  });

  test("the nearest of several, whatever it is", () => {
    const curve = edgeCurve(stage, 2, 1, 1);
    const { x, y } = pointAt(curve, 0.5);
    const box = { x: x - 20, y: y - 60, width: 40, height: 50 };
    const map: HitMap = { ...bare, boxes: [{ ref: ref("b", 2, 1), box }] };
    expect(hitTest(map, x, y - 3, SLOP.touch)?.ref).toEqual(ref("w", 2, 1, 1));
    expect(hitTest(map, x, y - 8, SLOP.touch)?.ref).toEqual(ref("b", 2, 1));
    expect(hitTest(map, x, y - 10, SLOP.touch)?.ref).toEqual(ref("b", 2, 1));
    const neuron = neuronPoint(stage, 2, 1);
    const rim = neuron.x - stage.halfWidth;
    expect(hitTest(bare, rim + 2, neuron.y, SLOP.touch)?.ref).toEqual(ref("a", 2, 1));
    expect(hitTest(bare, rim - 6, neuron.y, SLOP.touch)?.ref.q).toBe("w");
  });

  test("a neuron however small, where all its edges meet", () => {
    const wide = sceneOf([16, 64, 8], 390, 360).stage;
    const map = {
      stage: wide,
      shape: { layout: createLayout([16, 64, 8]), mask: null },
      boxes: [],
    };
    for (const slop of [SLOP.mouse, SLOP.touch]) {
      const { x, y } = neuronPoint(wide, 3, 4);
      expect(hitTest(map, x, y + 1, slop)?.ref).toEqual(ref("a", 3, 4));
    }
  });

  test.each([[[2, 3, 1]], [[3, 4, 4, 2]], [[1, 1, 1, 1]]])(
    "every edge of %j for a finger on a phone",
    (phoneSizes) => {
      const scene = phoneScene(phoneSizes);
      const phone = { layout: createLayout(phoneSizes), mask: null };
      const boxes = standing(scene)
        .filter(({ name }) => !name.endsWith("neuron"))
        .map(({ name, box }) => ({ ref: parseRefKey(name.split(" ")[0])!, box }));
      for (let l = 2; l <= phoneSizes.length; l++) {
        for (const { i, j, curve } of edgesInto(scene.stage, phone, l)) {
          const own = ref("w", l, i, j);
          const bareMap = { stage: scene.stage, shape: phone, boxes };
          let [run, longest] = [0, 0];
          for (let k = 0; k <= 200; k++) {
            const { x, y } = pointAt(curve, k / 200);
            // Its label is a place to tap as well, but not the curve itself.
            const hit = hitTest(bareMap, x, y, SLOP.touch);
            run = hit !== null && !hit.onValue && sameRef(hit.ref, own) ? run + 1 : 0;
            longest = Math.max(longest, run);
          }
          expect(longest, refKey(own)).toBeGreaterThan(10);
        }
      }
    },
  );

  test("an edge that does not exist is not there", () => {
    const mask = new Uint8Array(shape.layout.weights);
    const { x, y } = pointAt(edgeCurve(stage, 2, 1, 1), 0.5);
    expect(hitTest({ ...bare, shape: { ...shape, mask } }, x, y, SLOP.touch)).toBeNull();
  });
});
