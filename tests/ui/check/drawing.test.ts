/** Where things stand on the two small drawings of the tab. */
import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { growthInDepth, growthInWidth, METHODS } from "../../../src/engine/cost.ts";
import { LIMITS } from "../../../src/engine/layout.ts";
import { growthPath, growthScale, indexAtX, MARGIN } from "../../../src/ui/check/growthPlot.ts";
import { networkMap } from "../../../src/ui/check/networkMap.ts";

const sizes = fc.array(fc.integer({ min: 1, max: LIMITS.neurons }), {
  minLength: 2,
  maxLength: LIMITS.layers,
});
const boxes = fc.record({
  width: fc.integer({ min: 200, max: 600 }),
  height: fc.integer({ min: 80, max: 240 }),
});
const growths = fc.oneof(
  fc.integer({ min: 2, max: LIMITS.layers }).map((L) => growthInWidth(L, LIMITS.neurons)),
  fc.integer({ min: 1, max: LIMITS.neurons }).map((n) => growthInDepth(n, LIMITS.layers)),
);

property.prop([sizes, boxes])("no neuron leaves the box or touches another", (sizes, box) => {
  const { place, radius } = networkMap(sizes, box);
  const centres = sizes.flatMap((size, k) =>
    Array.from({ length: size }, (_, n) => place(k + 1, n + 1)),
  );
  for (const { x, y } of centres) {
    expect(x - radius).toBeGreaterThanOrEqual(0);
    expect(x + radius).toBeLessThanOrEqual(box.width);
    expect(y - radius).toBeGreaterThanOrEqual(0);
    expect(y + radius).toBeLessThanOrEqual(box.height);
  }
  const column = sizes.indexOf(Math.max(...sizes)) + 1;
  if (sizes[column - 1] > 1) {
    expect(place(column, 2).y - place(column, 1).y).toBeGreaterThan(2 * radius);
  }
});

property.prop([growths, boxes])("every curve stays within the axes", (growth, box) => {
  const scale = growthScale(growth, box);
  for (const method of METHODS) {
    const places = growthPath(growth, method, scale)
      .split(/[ML]/)
      .slice(1)
      .map((pair) => pair.split(" ").map(Number));
    expect(places).toHaveLength(growth.at.length);
    for (const [x, y] of places) {
      expect(x).toBeGreaterThanOrEqual(MARGIN.left);
      expect(x).toBeLessThanOrEqual(box.width - MARGIN.right);
      expect(y).toBeGreaterThanOrEqual(MARGIN.top - 0.1);
      expect(y).toBeLessThanOrEqual(box.height - MARGIN.bottom + 0.1);
    }
  }
});

property.prop([growths, boxes, fc.nat()])("a size is found at its own place", (growth, box, n) => {
  const scale = growthScale(growth, box);
  const index = n % growth.at.length;
  expect(indexAtX(growth, scale, scale.x(growth.at[index]))).toBe(index);
});

test("places beside the axis mean its ends", () => {
  const growth = growthInDepth(2, 24);
  const scale = growthScale(growth, { width: 400, height: 200 });
  expect(indexAtX(growth, scale, -50)).toBe(0);
  expect(indexAtX(growth, scale, 900)).toBe(growth.at.length - 1);
});
