import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { buttonAt, buttonsOf } from "../../src/diagram/draw/buttons.ts";
import {
  boxBetween,
  captionAt,
  destination,
  itemsIn,
  lacksEdges,
  neuronAt,
  placeAt,
  spotOf,
  type Drawn,
} from "../../src/diagram/draw/places.ts";
import { overlaps } from "../../src/diagram/box.ts";
import { detailBox, neuronBox, neuronPoint } from "../../src/diagram/layout.ts";
import { createLayout, LIMITS } from "../../src/engine/layout.ts";
import { sceneOf } from "./networks.ts";

const drawnOf = (sizes: readonly number[], mask: Uint8Array | null = null): Drawn => ({
  stage: sceneOf(sizes, 850, 640).stage,
  shape: { layout: createLayout(sizes), mask },
});
const network = drawnOf([2, 3, 1]);
const { stage } = network;
const anySizes = fc.array(fc.integer({ min: 1, max: 32 }), { minLength: 1, maxLength: 24 });

describe("the place for a neuron", () => {
  test("is in the column within 0.3 gaps of its x, and a new layer beyond", () => {
    const [first, second] = stage.columns;
    const y = stage.middle - 1;
    expect(placeAt(stage, { x: first + stage.gap * 0.29, y })).toMatchObject({ l: 1, at: 2 });
    expect(placeAt(stage, { x: first + stage.gap * 0.31, y })).toEqual({ kind: "newLayer", l: 2 });
    expect(placeAt(stage, { x: second - stage.gap * 0.31, y })).toEqual({ kind: "newLayer", l: 2 });
    expect(placeAt(stage, { x: second, y })).toEqual({ kind: "column", l: 2, at: 2 });
    expect(placeAt(stage, { x: 0, y })).toEqual({ kind: "newLayer", l: 1 });
    expect(placeAt(stage, { x: 849, y })).toEqual({ kind: "newLayer", l: 4 });
  });

  test("is the number between the neurons around it", () => {
    const x = stage.columns[1];
    const rows = [-1, 1, 2, 3].map((i) => neuronPoint(stage, 2, i).y + stage.pitch / 2);
    expect(rows.map((y) => placeAt(stage, { x, y }))).toEqual(
      [1, 2, 3, 4].map((at) => ({ kind: "column", l: 2, at })),
    );
  });

  test("is the first layer on the empty stage", () => {
    const empty = drawnOf([]).stage;
    expect(placeAt(empty, { x: 10, y: 600 })).toEqual({ kind: "newLayer", l: 1 });
    expect(spotOf(empty, { kind: "newLayer", l: 1 }).x).toBe(425);
  });

  test.prop([anySizes, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(640)], { numRuns: 60 })(
    "exists everywhere, and is shown on the stage where it would be found again",
    (sizes, share, y) => {
      const { stage } = drawnOf(sizes);
      const place = placeAt(stage, { x: share * 850, y });
      expect(place.l).toBeGreaterThanOrEqual(1);
      expect(place.l).toBeLessThanOrEqual(sizes.length + (place.kind === "newLayer" ? 1 : 0));
      const spot = spotOf(stage, place);
      expect(spot.x).toBeGreaterThan(0);
      expect(spot.x).toBeLessThan(850);
      expect(spot.y).toBeGreaterThan(0);
      expect(spot.y).toBeLessThan(640);
      if (place.kind === "column") expect(placeAt(stage, spot)).toEqual(place);
    },
  );
});

describe("where a dropped neuron comes to stand", () => {
  test("is counted after it has left its place", () => {
    const from = { l: 2, i: 2 };
    const ways = [1, 2, 3, 4].map((at) => destination(stage, from, { kind: "column", l: 2, at }));
    expect(ways).toEqual([{ l: 2, at: 1 }, null, null, { l: 2, at: 3 }]);
  });

  test("is any number of another column, or a new layer", () => {
    const from = { l: 3, i: 1 };
    expect(destination(stage, from, { kind: "column", l: 2, at: 4 })).toEqual({ l: 2, at: 4 });
    expect(destination(stage, from, { kind: "newLayer", l: 2 })).toEqual({ newLayer: 2 });
  });

  test("is not beside its own column where it is alone", () => {
    for (const l of [3, 4]) {
      expect(destination(stage, { l: 3, i: 1 }, { kind: "newLayer", l })).toBeNull();
    }
    expect(destination(stage, { l: 1, i: 1 }, { kind: "newLayer", l: 1 })).toEqual({ newLayer: 1 });
  });
});

describe("what is met", () => {
  test.prop([anySizes], { numRuns: 40 })("every neuron at its centre", (sizes) => {
    const { stage } = drawnOf(sizes);
    sizes.forEach((n, index) => {
      for (let i = 1; i <= n; i++) {
        const centre = neuronPoint(stage, index + 1, i);
        expect(neuronAt(stage, centre, 22)).toEqual({ l: index + 1, i });
      }
    });
  });

  test("a small neuron within the reach of a finger, no further than half way to the next", () => {
    const { stage } = drawnOf(Array<number>(12).fill(3));
    expect(stage.radius).toBeLessThan(20);
    const { x, y } = neuronPoint(stage, 4, 2);
    expect(neuronAt(stage, { x, y: y + 21 }, 22)).toEqual({ l: 4, i: 2 });
    expect(neuronAt(stage, { x, y: y + 21 }, 6)).toBeNull();
    expect(neuronAt(stage, { x: x + stage.gap * 0.52, y }, 100)).toEqual({ l: 5, i: 2 });
  });

  test("a layer at its caption", () => {
    const { caption, columns } = stage;
    expect(captionAt(stage, { x: columns[1], y: caption.y - 5 }, 6)).toBe(2);
    expect(captionAt(stage, { x: columns[1], y: caption.second!.y }, 6)).toBe(2);
    expect(captionAt(stage, { x: columns[1], y: stage.middle }, 6)).toBeNull();
    expect(captionAt(stage, { x: columns[1] + stage.gap / 2, y: caption.y }, 6)).toBeNull();
  });

  test("in a frame: its neurons, or without any the edges that pass through it", () => {
    const [p, q] = [neuronPoint(stage, 1, 1), neuronPoint(stage, 2, 2)];
    const around = boxBetween({ x: q.x + 5, y: q.y + 5 }, { x: p.x - 5, y: p.y - 5 });
    expect(itemsIn(network, around)).toEqual([
      { kind: "neuron", l: 1, i: 1 },
      { kind: "neuron", l: 2, i: 2 },
    ]);
    const beside = boxBetween({ x: p.x + 45, y: p.y - 4 }, { x: p.x + 52, y: p.y + 4 });
    expect(itemsIn(network, beside)).toEqual(
      [1, 2, 3].map((i) => ({ kind: "edge", l: 2, i, j: 1 })),
    );
    const mask = Uint8Array.of(1, 1, 0, 1, 1, 1, 1, 1, 1);
    expect(itemsIn(drawnOf([2, 3, 1], mask), beside)).toHaveLength(2);
    expect(itemsIn(network, { x: 0, y: 0, width: 20, height: 20 })).toEqual([]);
  });

  test("a missing edge, on either side", () => {
    const mask = Uint8Array.of(1, 1, 0, 1, 1, 1, 1, 1, 1);
    const masked = drawnOf([2, 3, 1], mask);
    expect(lacksEdges(masked, { l: 2, i: 2 })).toBe(true);
    expect(lacksEdges(masked, { l: 1, i: 1 })).toBe(true);
    expect(lacksEdges(masked, { l: 1, i: 2 })).toBe(false);
    expect(lacksEdges(masked, { l: 3, i: 1 })).toBe(false);
  });
});

describe("the buttons", () => {
  test("add a neuron at the foot of every column, a layer between columns and at both ends", () => {
    const edits = buttonsOf(network, [], "").map(({ edit }) => edit);
    expect(edits).toEqual([
      { type: "addNeuron", l: 1, at: 3, connected: true },
      { type: "addNeuron", l: 2, at: 4, connected: true },
      { type: "addNeuron", l: 3, at: 2, connected: true },
      { type: "addLayer", l: 1, size: 2, connected: true },
      { type: "addLayer", l: 2, size: 2, connected: true },
      { type: "addLayer", l: 3, size: 3, connected: true },
      { type: "addLayer", l: 4, size: 1, connected: true },
    ]);
  });

  test("are not there where the limits are reached, or on the empty stage", () => {
    const full = buttonsOf(drawnOf(Array<number>(LIMITS.layers).fill(LIMITS.neurons)), [], "");
    expect(full).toEqual([]);
    expect(buttonsOf(drawnOf([]), [], "")).toEqual([]);
  });

  test("connect those picked neurons that lack an edge", () => {
    const masked = drawnOf([2, 3, 1], Uint8Array.of(1, 1, 0, 1, 1, 1, 1, 1, 1));
    const picked = [
      { kind: "neuron", l: 2, i: 2 },
      { kind: "neuron", l: 2, i: 3 },
      { kind: "layer", l: 1 },
    ] as const;
    const chips = (items: typeof picked | readonly []) =>
      buttonsOf(masked, items, "connect").filter(({ kind }) => kind === "connectFully");
    expect(chips(picked).map(({ edit }) => edit)).toEqual([
      { type: "connectFully", neurons: [{ l: 2, i: 2 }] },
    ]);
    expect(chips([])).toEqual([]);
  });

  test.prop([anySizes, fc.integer({ min: 340, max: 1000 })], { numRuns: 40 })(
    "stand on the stage, each to be met at its centre",
    (sizes, width) => {
      const stage = sceneOf(sizes, width, 640).stage;
      const drawn = { stage, shape: { layout: createLayout(sizes), mask: null } };
      const buttons = buttonsOf(drawn, [], "");
      for (const { box } of buttons) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(640);
      }
      for (const button of buttons) {
        const { x, y, width, height } = button.box;
        expect(buttonAt(buttons, { x: x + width / 2, y: y + height / 2 }, 0)).toBe(button);
      }
    },
  );

  test("for a layer keep clear of the edges of a wide stage", () => {
    for (const width of [560, 920]) {
      const { stage } = sceneOf([2, 2, 2], width, 640);
      const drawn = { stage, shape: { layout: createLayout([2, 2, 2]), mask: null } };
      for (const { box } of buttonsOf(drawn, [], "")) {
        expect(box.x).toBeGreaterThanOrEqual(16);
        expect(box.x + box.width).toBeLessThanOrEqual(width - 16);
      }
    }
  });

  test.prop([
    fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 }),
    fc.constantFrom(320, 390, 560, 844),
  ])("for a layer lie on no neuron and on no neuron's name", (sizes, width) => {
    const { stage } = sceneOf(sizes, width, 356);
    const drawn = { stage, shape: { layout: createLayout(sizes), mask: null } };
    const added = buttonsOf(drawn, [], "").filter(({ kind }) => kind === "addLayer");
    sizes.forEach((_, index) => {
      const l = index + 1;
      for (const box of [neuronBox(stage, l, 1), detailBox(stage, l, 1, "above")]) {
        const under = added.filter((button) => box !== null && overlaps(box, button.box));
        expect(under).toEqual([]);
      }
    });
  });

  test("for a neuron keep clear of the ring of a picked one, inputs included", () => {
    for (const { box, edit } of buttonsOf(network, [], "").slice(0, 3)) {
      const { l, at } = edit as { l: number; at: number };
      const foot = neuronPoint(stage, l, at - 1).y + stage.radius;
      expect(box.y - foot).toBeGreaterThanOrEqual(10);
    }
  });

  test("are met within the reach of a finger", () => {
    const buttons = buttonsOf(network, [], "");
    const { box } = buttons[0];
    const beside = { x: box.x + box.width / 2 + 20, y: box.y + box.height / 2 };
    expect(buttonAt(buttons, beside, 22)).toBe(buttons[0]);
    expect(buttonAt(buttons, beside, 6)).toBeNull();
  });
});
