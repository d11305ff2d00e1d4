import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { namePlaces } from "../../src/ui/timelineNames.ts";

const SPANS = [
  { left: 0, width: 0.4 },
  { left: 0.4, width: 0.02 },
  { left: 0.42, width: 0.16 },
  { left: 0.58, width: 0.38 },
  { left: 0.96, width: 0.04 },
];
const WIDTHS = [55, 34, 76, 69, 48];

test("a name stands over its phase where there is room", () => {
  expect(namePlaces(SPANS, WIDTHS, -1, 1000)).toEqual([0, null, 420, 580, null]);
  expect(namePlaces(SPANS, WIDTHS, 0, 300)).toEqual([0, null, null, 174, null]);
  expect(namePlaces(SPANS, WIDTHS, 0, 0)).toEqual([null, null, null, null, null]);
});

test("that of the current phase always stands, and others give way to it", () => {
  expect(namePlaces(SPANS, WIDTHS, 2, 300)).toEqual([0, null, 126, null, null]);
  expect(namePlaces(SPANS, WIDTHS, 4, 1000)).toEqual([0, null, 420, 580, 952]);
});

test.prop([
  fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 5, max: 90 })), {
    minLength: 1,
    maxLength: 5,
  }),
  fc.nat(4),
  fc.integer({ min: 100, max: 1200 }),
])("no two names meet, none is cut, and the current one is there", (phases, at, width) => {
  const total = phases.reduce((sum, [count]) => sum + count, 0);
  let left = 0;
  const spans = phases.map(([count]) => {
    const span = { left, width: count / total };
    left += span.width;
    return span;
  });
  const widths = phases.map(([, name]) => name);
  const current = at % phases.length;
  const places = namePlaces(spans, widths, current, width);
  expect(places[current]).not.toBeNull();
  const ends = places.flatMap((from, p) => (from === null ? [] : [[from, from + widths[p]]]));
  for (const [k, [from, to]] of ends.entries()) {
    expect(from).toBeGreaterThanOrEqual(k === 0 ? 0 : ends[k - 1][1]);
    expect(to).toBeLessThanOrEqual(width + 1e-9);
  }
});
