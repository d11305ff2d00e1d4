/** Random networks for property tests. */
import { fc } from "@fast-check/vitest";
import { createLayout } from "../../src/engine/layout.ts";
import {
  ACTIVATIONS,
  outputActivationOf,
  type Activation,
  type Loss,
  type Network,
} from "../../src/engine/network.ts";
import { seededWeights } from "../../src/engine/random.ts";

const HIDDEN = ACTIVATIONS.filter((activation) => activation !== "softmax");

/** 1 to 5 layers of weights, 1 to 6 neurons wide, every activation, loss and kind of mask. */
export const networks: fc.Arbitrary<Network> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 6 }),
    loss: fc.constantFrom<Loss>("l2", "ce", "bce"),
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    masked: fc.boolean(),
  })
  .chain(({ sizes, loss, seed, masked }) => {
    const layout = createLayout(sizes);
    const n = sizes[layout.L - 1];
    const demanded = outputActivationOf(loss);
    const output: fc.Arbitrary<Activation> =
      demanded === null ? fc.constantFrom(...ACTIVATIONS) : fc.constant(demanded);
    return fc
      .record({
        hidden: fc.array(fc.constantFrom(...HIDDEN), {
          minLength: layout.L - 2,
          maxLength: layout.L - 2,
        }),
        output,
        b: numbers(layout.neurons - sizes[0], -1, 1),
        mask: masked
          ? fc.array(fc.integer({ min: 0, max: 1 }), {
              minLength: layout.weights,
              maxLength: layout.weights,
            })
          : fc.constant(null),
        x: numbers(sizes[0], -2, 2),
        t: loss === "l2" ? numbers(n, -2, 2) : numbers(n, 0, 1),
      })
      .map(({ hidden, output: last, b, mask, x, t }) => ({
        layout,
        activations: [...hidden, last],
        loss,
        w: seededWeights(layout, seed).map((value, k) => (mask?.[k] === 0 ? 0 : value)),
        b: Float64Array.from([...x.map(() => 0), ...b]),
        mask: mask === null ? null : Uint8Array.from(mask),
        x: Float64Array.from(x),
        t: Float64Array.from(t),
        eta: 0.5,
      }));
  });

function numbers(length: number, min: number, max: number): fc.Arbitrary<number[]> {
  return fc.array(fc.double({ min, max, noNaN: true }), { minLength: length, maxLength: length });
}
