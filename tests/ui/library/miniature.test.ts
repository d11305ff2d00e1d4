import { expect, it } from "vitest";
import { fc, test } from "@fast-check/vitest";
import { readLink } from "../../../src/share/link.ts";
import { miniature, type Miniature } from "../../../src/ui/library/miniature.ts";

const BOX = { width: 84, height: 48 };

function pictureOf(link: string): Miniature {
  return miniature(readLink(link).network!, BOX);
}

function edges(path: string): number {
  return path.split("M").length - 1;
}

it("draws columns from left to right, each in the middle of the height", () => {
  const { neurons } = pictureOf("#net=2-1&w2=1,1");
  expect(neurons).toEqual([
    { x: 21, y: 12 },
    { x: 21, y: 36 },
    { x: 63, y: 24 },
  ]);
});

it("tells the sign of an edge, and leaves out what is not connected", () => {
  const { positive, negative } = pictureOf("#net=3-1&w2=1,-2,_");
  expect(positive).toBe("M21 8L63 24");
  expect(negative).toBe("M21 24L63 24");
});

it("draws nothing of an empty stage", () => {
  expect(pictureOf("#net=")).toMatchObject({ positive: "", negative: "", neurons: [] });
});

test.prop([fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 24 })])(
  "keeps every neuron in the box and clear of its neighbours",
  (sizes) => {
    const { positive, negative, neurons, radius } = pictureOf(`#net=${sizes.join("-")}`);
    expect(edges(positive) + edges(negative)).toBe(
      sizes.slice(1).reduce((sum, size, k) => sum + size * sizes[k], 0),
    );
    expect(radius).toBeGreaterThan(0);
    for (const { x, y } of neurons) {
      expect(x).toBeGreaterThanOrEqual(radius);
      expect(x).toBeLessThanOrEqual(BOX.width - radius);
      expect(y).toBeGreaterThanOrEqual(radius);
      expect(y).toBeLessThanOrEqual(BOX.height - radius);
    }
    neurons.forEach((a, k) => {
      const next = neurons[k + 1];
      if (next === undefined) return;
      expect(Math.hypot(a.x - next.x, a.y - next.y)).toBeGreaterThan(2 * radius);
    });
  },
);
