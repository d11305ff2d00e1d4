import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { scrolledTo } from "../../src/ui/reveal.ts";

test("what is in sight stays where it is", () => {
  expect(scrolledTo({ scrolled: 40, room: 100, head: 30 }, 80, 20)).toBe(40);
});

test("what is before, or under the head, comes to stand right after it", () => {
  expect(scrolledTo({ scrolled: 40, room: 100, head: 30 }, 60, 20)).toBe(30);
});

test("what is after comes to the end", () => {
  expect(scrolledTo({ scrolled: 40, room: 100, head: 30 }, 300, 20)).toBe(220);
});

test("of what is larger than the room the start is in sight", () => {
  expect(scrolledTo({ scrolled: 0, room: 100, head: 30 }, 300, 90)).toBe(270);
});

const px = fc.integer({ min: 0, max: 2000 });

property.prop([px, px, px, px, px])(
  "what has been brought in sight is in sight, whole if there is room for it",
  (scrolled, room, head, start, size) => {
    const to = scrolledTo({ scrolled, room, head }, start, size);
    expect(start).toBeGreaterThanOrEqual(to + head);
    const fits = size <= room - head;
    expect(!fits || start + size <= to + room).toBe(true);
    expect(scrolledTo({ scrolled: to, room, head }, start, size)).toBe(to);
  },
);
