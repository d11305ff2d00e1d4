import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import {
  moved,
  moveOf,
  moveOfField,
  notchesOf,
  startsNumber,
  type Caret,
  type Move,
  type Stroke,
} from "../../../src/ui/numbers/grid.ts";

const extent = fc.record({
  rows: fc.integer({ min: 1, max: 32 }),
  columns: fc.integer({ min: 1, max: 32 }),
});
const situation = extent.chain(({ rows, columns }) =>
  fc.record({
    extent: fc.constant({ rows, columns }),
    from: fc.record({
      i: fc.integer({ min: 1, max: rows }),
      j: fc.integer({ min: 1, max: columns }),
    }),
  }),
);
const MOVES: readonly Move[] = [
  "left",
  "right",
  "up",
  "down",
  "rowStart",
  "rowEnd",
  "first",
  "last",
  "next",
  "previous",
];

function stroke(key: string, held: Partial<Stroke> = {}): Stroke {
  return { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held };
}

function caret(selectionStart: number, selectionEnd = selectionStart): Caret {
  return { value: "0.5", selectionStart, selectionEnd };
}

describe("moved", () => {
  const table = { rows: 2, columns: 3 };

  it.each([
    ["left", { i: 1, j: 1 }],
    ["right", { i: 1, j: 3 }],
    ["up", { i: 1, j: 2 }],
    ["down", { i: 2, j: 2 }],
    ["rowStart", { i: 1, j: 1 }],
    ["rowEnd", { i: 1, j: 3 }],
    ["first", { i: 1, j: 1 }],
    ["last", { i: 2, j: 3 }],
    ["next", { i: 1, j: 3 }],
    ["previous", { i: 1, j: 1 }],
  ] as const)("%s of row 1, column 2", (move, place) => {
    expect(moved({ i: 1, j: 2 }, move, table)).toEqual(place);
  });

  it("goes on in the next row, and out of the table at its ends", () => {
    expect(moved({ i: 1, j: 3 }, "next", table)).toEqual({ i: 2, j: 1 });
    expect(moved({ i: 2, j: 1 }, "previous", table)).toEqual({ i: 1, j: 3 });
    expect(moved({ i: 2, j: 3 }, "next", table)).toBeNull();
    expect(moved({ i: 1, j: 1 }, "previous", table)).toBeNull();
  });

  test.prop([situation, fc.constantFrom(...MOVES)])("stays in the table", (place, move) => {
    const to = moved(place.from, move, place.extent);
    if (to === null) return;
    expect(to.i).toBeGreaterThanOrEqual(1);
    expect(to.i).toBeLessThanOrEqual(place.extent.rows);
    expect(to.j).toBeGreaterThanOrEqual(1);
    expect(to.j).toBeLessThanOrEqual(place.extent.columns);
  });

  test.prop([extent])("Tab goes through every cell, and Shift+Tab back", (table) => {
    let place = moved({ i: 1, j: 1 }, "first", table)!;
    for (let n = 1; n < table.rows * table.columns; n++) {
      const next = moved(place, "next", table)!;
      expect(moved(next, "previous", table)).toEqual(place);
      place = next;
    }
    expect(place).toEqual({ i: table.rows, j: table.columns });
  });
});

describe("keys", () => {
  it("are moves", () => {
    expect(moveOf(stroke("ArrowLeft"))).toBe("left");
    expect(moveOf(stroke("Tab"))).toBe("next");
    expect(moveOf(stroke("Tab", { shiftKey: true }))).toBe("previous");
    expect(moveOf(stroke("Home"))).toBe("rowStart");
    expect(moveOf(stroke("End", { ctrlKey: true }))).toBe("last");
    expect(moveOf(stroke("Home", { metaKey: true }))).toBe("first");
  });

  it("of the browser and of the steps are none", () => {
    expect(moveOf(stroke("ArrowLeft", { altKey: true }))).toBeNull();
    expect(moveOf(stroke("ArrowRight", { shiftKey: true }))).toBeNull();
    expect(moveOf(stroke("Tab", { ctrlKey: true }))).toBeNull();
    expect(moveOf(stroke("PageDown"))).toBeNull();
    expect(moveOf(stroke("z", { ctrlKey: true }))).toBeNull();
  });

  it("nudge with Alt", () => {
    expect(notchesOf(stroke("ArrowUp", { altKey: true }))).toBe(1);
    expect(notchesOf(stroke("ArrowDown", { altKey: true, shiftKey: true }))).toBe(-10);
    expect(notchesOf(stroke("ArrowUp"))).toBeNull();
  });

  it("begin a number", () => {
    for (const key of ["0", "7", ".", ",", "-", "−", "+"]) {
      expect(startsNumber(stroke(key)), key).toBe(true);
    }
    for (const key of ["e", " ", "[", "/", "F2", "Enter"]) {
      expect(startsNumber(stroke(key)), key).toBe(false);
    }
    expect(startsNumber(stroke("0", { ctrlKey: true }))).toBe(false);
  });

  it("leave a field at the ends of its text alone", () => {
    expect(moveOfField(stroke("Enter"), caret(1))).toBe("down");
    expect(moveOfField(stroke("Tab"), caret(1))).toBe("next");
    expect(moveOfField(stroke("ArrowRight"), caret(3))).toBe("right");
    expect(moveOfField(stroke("ArrowLeft"), caret(0))).toBe("left");
    expect(moveOfField(stroke("ArrowRight"), caret(2))).toBeNull();
    expect(moveOfField(stroke("ArrowLeft"), caret(1))).toBeNull();
    expect(moveOfField(stroke("ArrowLeft"), caret(0, 3))).toBeNull();
    expect(moveOfField(stroke("ArrowUp"), caret(0))).toBeNull();
    expect(moveOfField(stroke("Home"), caret(0))).toBeNull();
  });
});
