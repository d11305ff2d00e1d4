import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Point } from "../../src/diagram/curve.ts";
import { buttonsOf } from "../../src/diagram/draw/buttons.ts";
import { groundOf } from "../../src/diagram/draw/ground.ts";
import { spotOf } from "../../src/diagram/draw/places.ts";
import {
  isUnderway,
  RESTING,
  turn,
  type Ground,
  type PointerDeed,
  type Said,
  type Sketch,
} from "../../src/diagram/draw/sketch.ts";
import type { Item } from "../../src/diagram/edits.ts";
import { hitTest } from "../../src/diagram/hit.ts";
import { detailBox, neuronPoint, targetBox } from "../../src/diagram/layout.ts";
import { createLayout } from "../../src/engine/layout.ts";
import { ref } from "../../src/engine/ref.ts";
import { sceneOf } from "./networks.ts";

/** 2-3-1 without the connection from input 1 to neuron 2 of the second layer. */
const sizes = [2, 3, 1];
const mask = Uint8Array.of(1, 1, 0, 1, 1, 1, 1, 1, 1);
const { stage } = sceneOf(sizes, 850, 640);
const drawn = { stage, shape: { layout: createLayout(sizes), mask } };

const target = targetBox(stage, 1);

const boxes = [
  { ref: ref("t", 0, 1), box: target },
  { ref: ref("z", 2, 2), box: detailBox(stage, 2, 2, "above")! },
];

function groundWith(picked: readonly Item[] = []): Ground {
  const hitAt = ({ x, y }: Point, slop: number) =>
    hitTest({ ...drawn, boxes }, x, y, slop)?.ref ?? null;
  return groundOf(drawn, picked, buttonsOf(drawn, picked, "connect"), hitAt);
}

const neuron = (l: number, i: number): Point => neuronPoint(stage, l, i);
const newLayer = (l: number): Point => spotOf(stage, { kind: "newLayer", l });
const between = (l: number, at: number): Point => spotOf(stage, { kind: "column", l, at });
/** A point between the columns that no edge comes near. */
const empty: Point = { x: stage.columns[0] + stage.gap / 2, y: 560 };

/** A pointer that presses at the first point, passes the others and is let go at the last. */
function drag(points: readonly Point[], adding = false, picked: readonly Item[] = []) {
  const ground = groundWith(picked);
  let sketch: Sketch = RESTING;
  const said: Said[] = [];
  const shown: Sketch[] = [];
  const act = (deed: PointerDeed): void => {
    const next = turn(sketch, deed, ground);
    sketch = next.sketch;
    shown.push(sketch);
    said.push(...next.said);
  };
  act({ type: "press", at: points[0], reach: 6, slack: 4, adding });
  for (const at of points.slice(1)) act({ type: "move", at, reach: 6 });
  act({ type: "release", at: points.at(-1)!, reach: 6 });
  return { said, shown: shown.at(-2)! };
}

describe("a click", () => {
  test("on the empty stage puts a neuron down, in a column or in a layer of its own", () => {
    expect(drag([empty]).said).toEqual([
      { type: "edit", edit: { type: "addLayer", l: 2, size: 1, connected: true } },
    ]);
    expect(drag([{ x: newLayer(4).x, y: empty.y }]).said).toEqual([
      { type: "edit", edit: { type: "addLayer", l: 4, size: 1, connected: false } },
    ]);
    expect(drag([{ x: stage.columns[0], y: empty.y }]).said).toEqual([
      { type: "edit", edit: { type: "addNeuron", l: 1, at: 3, connected: false } },
    ]);
  });

  test("on a target asks for its number, and puts nothing down", () => {
    const at = { x: target.x + target.width / 2, y: target.y + target.height / 2 };
    expect(drag([at]).said).toEqual([{ type: "number", ref: ref("t", 0, 1) }]);
  });

  test("may stray a little", () => {
    const strayed = { x: empty.x + 3, y: empty.y };
    expect(drag([empty, strayed]).said).toHaveLength(1);
    expect(drag([empty, strayed]).shown.kind).toBe("pressed");
  });

  test("picks a neuron, a connection, a layer", () => {
    expect(drag([neuron(2, 1)]).said).toEqual([
      { type: "pick", items: [{ kind: "neuron", l: 2, i: 1 }] },
    ]);
    const edge = { x: stage.columns[2] - stage.halfWidth - 3, y: stage.middle };
    expect(drag([edge]).said).toMatchObject([{ type: "pick", items: [{ kind: "edge", l: 3 }] }]);
    const caption = { x: stage.columns[1], y: stage.caption.y };
    expect(drag([caption]).said).toEqual([{ type: "pick", items: [{ kind: "layer", l: 2 }] }]);
  });

  test("with Shift adds to what is picked, or takes away", () => {
    const [p, q] = [1, 2].map((i): Item => ({ kind: "neuron", l: 1, i }));
    expect(drag([neuron(1, 2)], true, [p]).said).toEqual([{ type: "pick", items: [p, q] }]);
    expect(drag([neuron(1, 2)], true, [p, q]).said).toEqual([{ type: "pick", items: [p] }]);
    expect(drag([empty], true, [p]).said).toEqual([]);
  });

  test("on a button does what it says, unless the pointer has left it", () => {
    const button = buttonsOf(drawn, [], "")[1];
    const at = { x: button.box.x + 5, y: button.box.y + 5 };
    expect(drag([at]).said).toEqual([{ type: "edit", edit: button.edit }]);
    expect(drag([at, empty]).said).toEqual([]);
  });
});

describe("a line from a neuron", () => {
  test("to one of a neighbouring layer connects them, the lower layer first", () => {
    const edit = { type: "connect", from: { l: 1, i: 1 }, to: { l: 2, i: 2 } };
    const forth = drag([neuron(1, 1), empty, neuron(2, 2)]);
    expect(forth.said).toEqual([{ type: "edit", edit }]);
    expect(forth.shown).toMatchObject({ kind: "linking", outcome: { kind: "connect" } });
    expect(drag([neuron(2, 2), neuron(1, 1)]).said).toEqual([{ type: "edit", edit }]);
  });

  test("does nothing back at its beginning", () => {
    expect(drag([neuron(1, 1), empty, neuron(1, 1)]).said).toEqual([]);
  });

  test.each([
    [1, 2],
    [3, 1],
    // There is a connection already.
    [2, 1],
  ])("is refused from neuron 1 of layer 1 to neuron (%i, %i), and shown so before", (l, i) => {
    const { said, shown } = drag([neuron(1, 1), neuron(l, i)]);
    expect(said).toEqual([{ type: "refused", from: { l: 1, i: 1 }, to: { l, i } }]);
    expect(shown).toMatchObject({ outcome: { kind: "refused", to: { l, i } } });
  });

  test("to an empty place moves the neuron there, and shows the place before", () => {
    const { said, shown } = drag([neuron(1, 1), between(2, 3)]);
    const edit = { type: "moveNeuron", l: 1, i: 1, to: { l: 2, at: 3 } };
    expect(said).toEqual([{ type: "edit", edit }]);
    expect(shown).toMatchObject({ outcome: { kind: "move", place: { l: 2, at: 3 } } });
    expect(drag([neuron(2, 3), between(2, 2)]).said).toEqual([
      { type: "edit", edit: { type: "moveNeuron", l: 2, i: 3, to: { l: 2, at: 2 } } },
    ]);
    expect(drag([neuron(2, 3), newLayer(4)]).said).toEqual([
      { type: "edit", edit: { type: "moveNeuron", l: 2, i: 3, to: { newLayer: 4 } } },
    ]);
    expect(drag([neuron(2, 3), between(2, 3)]).said).toEqual([]);
  });
});

describe("a frame drawn from the empty stage", () => {
  const corner = { x: stage.columns[0] - stage.halfWidth - 20, y: 100 };

  test("picks what it holds", () => {
    const { said, shown } = drag([empty, corner]);
    const items = [1, 2].map((i) => ({ kind: "neuron", l: 1, i }));
    expect(said).toEqual([{ type: "pick", items }]);
    expect(shown).toMatchObject({ kind: "framing", inside: items });
  });

  test("may begin at the line beside a neuron: only the circle and little around it is grabbed", () => {
    const line = detailBox(stage, 2, 2, "above")!;
    const beside = { x: line.x + 2, y: line.y + 2 };
    const far = { x: stage.columns[1] + stage.gap * 0.4, y: stage.height - 10 };
    expect(drag([beside, far]).shown.kind).toBe("framing");
    const rim = { x: stage.columns[1], y: neuron(2, 2).y - stage.radius - 3 };
    expect(drag([rim, far]).shown.kind).toBe("linking");
  });

  test("with Shift adds it, each thing once", () => {
    const picked: Item[] = [
      { kind: "layer", l: 3 },
      { kind: "neuron", l: 1, i: 2 },
    ];
    expect(drag([empty, corner], true, picked).said).toEqual([
      { type: "pick", items: [...picked, { kind: "neuron", l: 1, i: 1 }] },
    ]);
  });
});

const menuAt = (at: Point, picked: readonly Item[] = []): readonly Said[] =>
  turn(RESTING, { type: "menu", at, reach: 6 }, groundWith(picked)).said;

describe("the menu", () => {
  const item: Item = { kind: "neuron", l: 2, i: 1 };

  test("is about what is pointed at, which gets picked", () => {
    const menu = { type: "menu", item };
    expect(menuAt(neuron(2, 1))).toEqual([{ type: "pick", items: [item] }, menu]);
    expect(menuAt(neuron(2, 1), [item, { kind: "layer", l: 1 }])).toEqual([menu]);
    expect(menuAt(empty)).toEqual([{ type: "menu", item: null }]);
  });
});

const anyPoint = fc.record({
  x: fc.double({ min: -50, max: 900, noNaN: true }),
  y: fc.double({ min: -50, max: 700, noNaN: true }),
});
const anyDeed: fc.Arbitrary<PointerDeed> = fc.oneof(
  fc.record({
    type: fc.constantFrom("move" as const, "release" as const, "menu" as const),
    at: anyPoint,
    reach: fc.constantFrom(6, 22),
  }),
  fc.record({
    type: fc.constant("press" as const),
    at: anyPoint,
    reach: fc.constantFrom(6, 22),
    slack: fc.constantFrom(4, 10),
    adding: fc.boolean(),
  }),
  fc.constant({ type: "cancel" as const }),
);

describe("any deeds", () => {
  test.prop([fc.array(anyDeed, { maxLength: 30 })])(
    "ask for something only when the pointer is let go or wants a menu",
    (deeds) => {
      const ground = groundWith();
      let sketch: Sketch = RESTING;
      for (const deed of deeds) {
        const next = turn(sketch, deed, ground);
        if (!["release", "menu"].includes(deed.type)) expect(next.said).toEqual([]);
        if (["release", "menu", "cancel"].includes(deed.type)) {
          expect(isUnderway(next.sketch)).toBe(false);
        }
        sketch = next.sketch;
      }
    },
  );

  test.prop([fc.array(anyPoint, { minLength: 1, maxLength: 10 })])(
    "that were called off ask for nothing",
    (points) => {
      const ground = groundWith();
      const press = { type: "press", at: points[0], reach: 6, slack: 4, adding: false } as const;
      let { sketch } = turn(RESTING, press, ground);
      for (const at of points) ({ sketch } = turn(sketch, { type: "move", at, reach: 6 }, ground));
      ({ sketch } = turn(sketch, { type: "cancel" }, ground));
      expect(turn(sketch, { type: "release", at: points[0], reach: 6 }, ground).said).toEqual([]);
    },
  );
});
