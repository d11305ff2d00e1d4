import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { pointAt } from "../../src/diagram/curve.ts";
import { hitTest, SLOP, type HitMap } from "../../src/diagram/hit.ts";
import { edgeCurve, labelBox, neuronPoint } from "../../src/diagram/layout.ts";
import { createLayout } from "../../src/engine/layout.ts";
import { ref } from "../../src/engine/ref.ts";
import { sceneOf } from "./networks.ts";

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

  test("an edge that does not exist is not there", () => {
    const mask = new Uint8Array(shape.layout.weights);
    const { x, y } = pointAt(edgeCurve(stage, 2, 1, 1), 0.5);
    expect(hitTest({ ...bare, shape: { ...shape, mask } }, x, y, SLOP.touch)).toBeNull();
  });
});
