import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { boxAround, overlaps } from "../../src/diagram/box.ts";
import { pointAt, type Curve } from "../../src/diagram/curve.ts";
import { placeAll, placeSome } from "../../src/diagram/labels.ts";
import { labelBox } from "../../src/diagram/layout.ts";
import { composeScene } from "../../src/diagram/scene.ts";
import { numberRoom, textWidth } from "../../src/diagram/text.ts";
import { createLayout } from "../../src/engine/layout.ts";
import { phoneScene, sceneOf, stageInput, standing } from "./networks.ts";

/** Labels that touch another label, a neuron or a line beside one; the room is for any number. */
function clashes(scene: ReturnType<typeof sceneOf>): string[] {
  const boxes = standing(scene);
  return boxes.flatMap((p, index) =>
    boxes
      .slice(index + 1)
      .filter((q) => (p.name + q.name).includes("label") && overlaps(p.box, q.box))
      .map((q) => `${p.name} / ${q.name}`),
  );
}

describe("the places of the labels", () => {
  const shapes: number[][] = [];
  for (let n1 = 1; n1 <= 4; n1++) {
    for (let n2 = 1; n2 <= 5; n2++) {
      shapes.push([n1, n2]);
      for (let n3 = 1; n3 <= 4; n3++) shapes.push([n1, n2, n3]);
    }
  }

  test.each([
    [880, 690],
    [840, 640],
  ])("are free of overlaps in all networks up to 4-5-4 on %i × %i", (width, height) => {
    for (const sizes of shapes) {
      const scene = sceneOf(sizes, width, height);
      expect(scene.places, sizes.join("-")).not.toBeNull();
      expect(clashes(scene), sizes.join("-")).toEqual([]);
    }
  });

  test.each([
    [[2, 2, 2], 390, 380],
    [[2, 3, 1], 620, 560],
    [[3, 4, 4, 2], 880, 690],
    [[1, 1, 1, 1], 880, 690],
    [Array<number>(20).fill(1), 880, 690],
  ])("are free of overlaps in %j on %i × %i", (sizes, width, height) => {
    const scene = sceneOf(sizes, width, height);
    expect(scene.places).not.toBeNull();
    expect(clashes(scene)).toEqual([]);
  });

  test.each([[[2, 3, 1]], [[1, 1, 1, 1]], [[2, 2, 1]], [[2, 2, 2]]])(
    "are found for all of %j on a phone",
    (sizes) => {
      const scene = phoneScene(sizes);
      expect(scene.places?.size).toBe(createLayout(sizes).weights);
      expect(scene.stage.label.size).toBeGreaterThanOrEqual(10);
      expect(clashes(scene)).toEqual([]);
    },
  );

  test("leave the biases of XOR their lines on a phone", () => {
    expect(phoneScene([2, 3, 1]).stage.detail).not.toBeNull();
  });

  test("are found gap by gap, all or none of each", () => {
    const scene = sceneOf([1, 1, 24, 24]);
    expect([...scene.places!.keys()]).toEqual(Array.from({ length: 1 + 24 }, (_, slot) => slot));
    expect(clashes(scene)).toEqual([]);
  });

  test.prop(
    [
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 6 }),
      fc.integer({ min: 340, max: 860 }),
      fc.integer({ min: 240, max: 459 }),
      fc.double({ min: 1, max: 5, noNaN: true }),
    ],
    { numRuns: 40 },
  )("are free of overlaps on any small stage", (sizes, width, height, shortest) => {
    const shape = { layout: createLayout(sizes), mask: null };
    const scene = composeScene(stageInput(sizes, width, height), shape, shortest + 1, shortest);
    expect(clashes(scene)).toEqual([]);
  });

  test("may cut numbers to two digits on a small stage, and only there", () => {
    const shape = { layout: createLayout([1, 1, 1, 1]), mask: null };
    const input = stageInput([1, 1, 1, 1], 390, 360);
    expect(composeScene(input, shape, textWidth("−0.2345")).places).toBeNull();
    const cut = composeScene(input, shape, textWidth("−0.2345"), textWidth("−0.23"));
    expect(cut.places?.size).toBe(3);
    expect(sceneOf([1, 1, 1, 1]).stage.label.size).toBe(13);
  });

  test("are free of overlaps with ten digits, where they all fit", () => {
    let fitting = 0;
    for (const sizes of shapes) {
      const scene = sceneOf(sizes, 880, 690, 10);
      if (scene.places !== null) fitting++;
      expect(clashes(scene), sizes.join("-")).toEqual([]);
    }
    expect(fitting).toBeGreaterThan(shapes.length * 0.85);
    expect(sceneOf([2, 2, 2], 880, 690, 10).places).not.toBeNull();
  });

  test("stay on their curves", () => {
    const { stage, places } = sceneOf([3, 4, 4, 2]);
    expect(places!.size).toBe(12 + 16 + 8);
    for (const { x, y } of places!.values()) {
      expect(labelBox(stage, x, y).y).toBeGreaterThan(0);
    }
  });

  test("are the same every time", () => {
    expect([...sceneOf([4, 5, 4]).places!]).toEqual([...sceneOf([4, 5, 4]).places!]);
  });

  test("fall back to the room of the numbers there are, where any number would not fit", () => {
    const shape = { layout: createLayout([4, 5, 4]), mask: null };
    const input = stageInput([4, 5, 4], 880, 690, 10);
    expect(composeScene(input, shape, numberRoom(10)).places).toBeNull();
    const scene = composeScene(input, shape, textWidth("−0.25"));
    expect(scene.places).not.toBeNull();
    expect(clashes(scene)).toEqual([]);
  });
});

describe("the search", () => {
  const cross: Curve[] = [
    { x0: 0, y0: 0, x1: 200, y1: 200 },
    { x0: 0, y0: 200, x1: 200, y1: 0 },
  ];

  test("keeps labels away from the crossing of two edges", () => {
    const points = placeAll(cross, { width: 40, height: 20 }, [])!;
    for (const { y } of points) expect(Math.abs(y - 100)).toBeGreaterThan(20);
  });

  test("gives up where there is no room", () => {
    expect(
      placeAll(cross, { width: 40, height: 20 }, [{ x: 0, y: 0, width: 200, height: 200 }]),
    ).toBe(null);
    const twins = Array.from({ length: 30 }, () => cross[0]);
    expect(placeAll(twins, { width: 120, height: 20 }, [])).toBeNull();
  });

  test("solves a crowd in which every first choice collides", () => {
    const crowd = Array.from({ length: 8 }, (_, k) => ({
      x0: 0,
      y0: 0,
      x1: 500,
      y1: 40 * (k - 4),
    }));
    const size = { width: 50, height: 16 };
    const points = placeAll(crowd, size, [])!;
    const boxes = points.map(({ x, y }) => boxAround(x, y, size.width, size.height));
    boxes.forEach((p, index) => {
      for (const q of boxes.slice(index + 1)) expect(overlaps(p, q)).toBe(false);
    });
  });

  test("places the first ones when not all fit, and the very first if insisted on", () => {
    const twins = Array.from({ length: 9 }, () => ({ x0: 0, y0: 0, x1: 200, y1: 0 }));
    const sizes = twins.map(() => ({ width: 60, height: 20 }));
    const places = placeSome(twins, sizes, [], 0);
    expect(places[0]).not.toBeNull();
    expect(places.filter((place) => place !== null).length).toBeLessThan(5);
    const walls = [{ x: -10, y: -50, width: 300, height: 100 }];
    expect(placeSome(twins, sizes, walls, 0)).toEqual(twins.map(() => null));
    expect(placeSome(twins, sizes, walls, 3)[0]).toMatchObject(pointAt(twins[0], 0.5));
    const insisted = placeSome(twins, sizes, walls, 2);
    expect(insisted.map((place) => place !== null)).toEqual(twins.map((_, e) => e < 2));
  });
});
