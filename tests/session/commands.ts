/** Random commands for property tests. */
import { fc } from "@fast-check/vitest";
import { ACTIVATIONS, LOSSES } from "../../src/engine/network.ts";
import { ref } from "../../src/engine/ref.ts";
import type { Command, Item, Neuron, Table } from "../../src/session/command.ts";
import { INIT_METHODS } from "../../src/session/initialize.ts";
import { anyDouble, anyNetwork } from "./networks.ts";

/** Commands whose indices are drawn from `index`, whether or not a network has such parts. */
function commandsOver(index: fc.Arbitrary<number>): fc.Arbitrary<Command> {
  const is = fc.constant;
  const neuron: fc.Arbitrary<Neuron> = fc.record({ l: index, i: index });
  const item: fc.Arbitrary<Item> = fc.oneof(
    fc.record({ kind: is("neuron" as const), l: index, i: index }),
    fc.record({ kind: is("edge" as const), l: index, i: index, j: index }),
    fc.record({ kind: is("layer" as const), l: index }),
  );
  const values = fc
    .array(fc.oneof({ weight: 9, arbitrary: anyDouble }, is(NaN), is(Infinity)), { maxLength: 9 })
    .map((numbers) => Float64Array.from(numbers));
  const mask = fc.option(
    fc.array(fc.constantFrom(0, 1, 2), { maxLength: 9 }).map((edges) => Uint8Array.from(edges)),
  );
  return fc.oneof(
    fc.record({
      type: is("addNeuron" as const),
      l: index,
      at: index,
      connected: fc.boolean(),
    }),
    fc.record({
      type: is("addLayer" as const),
      l: index,
      size: index,
      connected: fc.boolean(),
    }),
    fc.record({
      type: is("moveNeuron" as const),
      l: index,
      i: index,
      to: fc.oneof(fc.record({ l: index, at: index }), fc.record({ newLayer: index })),
    }),
    fc.record({ type: is("remove" as const), items: fc.array(item, { maxLength: 5 }) }),
    fc.record({ type: is("resizeLayer" as const), l: index, size: index }),
    { weight: 1, arbitrary: fc.record({ type: is("clear" as const) }) },
    { weight: 2, arbitrary: fc.record({ type: is("connect" as const), from: neuron, to: neuron }) },
    fc.record({
      type: is("connectFully" as const),
      neurons: fc.array(neuron, { maxLength: 3 }),
    }),
    fc.record(
      {
        type: is("setValues" as const),
        table: fc.constantFrom<Table>("w", "b", "x", "t"),
        l: index,
        values,
        mask,
      },
      { requiredKeys: ["type", "table", "l", "values"] },
    ),
    fc.record({
      type: is("initialize" as const),
      l: fc.oneof(index, is("all" as const)),
      method: fc.constantFrom(...INIT_METHODS),
      seed: fc.double(),
    }),
    fc.record({
      type: is("setValue" as const),
      ref: fc
        .tuple(fc.constantFrom("w", "b", "a", "t", "eta", "z"), index, index, index)
        .map(([q, l, i, j]) => ref(q as "w", l, i, j)),
      value: fc.double(),
    }),
    fc.record({
      type: is("setActivation" as const),
      l: index,
      activation: fc.constantFrom(...ACTIVATIONS),
    }),
    fc.record({ type: is("setLoss" as const), loss: fc.constantFrom(...LOSSES) }),
    fc.record({
      type: is("takeStep" as const),
      rev: fc.nat({ max: 3 }),
      w: values,
      b: values,
    }),
    { weight: 1, arbitrary: fc.record({ type: is("open" as const), network: anyNetwork() }) },
  );
}

/** Commands that often fit a network of up to five layers of up to four neurons. */
export const anyCommand = commandsOver(fc.integer({ min: 0, max: 6 }));

/** Commands that name anything at all. */
export const wildCommand = commandsOver(
  fc.oneof(fc.integer({ min: 0, max: 40 }), fc.double(), fc.integer()),
);
