import { fc } from "@fast-check/vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import { createLayout } from "../../src/engine/layout.ts";
import type { Activation, Loss, Network } from "../../src/engine/network.ts";
import type { Trace } from "../../src/engine/trace.ts";
import { createPlan, stepAt, type Granularity, type Plan } from "../../src/steps/plan.ts";
import type { Address } from "../../src/steps/address.ts";

export interface Case {
  readonly sizes: readonly number[];
  readonly activations: readonly Activation[];
  readonly loss: Loss;
  /** Numbers in [−1, 1] that are dealt out to weights, biases, x and t. */
  readonly seed: number;
  readonly scale: number;
  readonly masked: boolean;
}

/** A network with numbers that follow from `seed`: small enough to read, different everywhere. */
export function networkOf({ sizes, activations, loss, seed, scale, masked }: Case): Network {
  const layout = createLayout(sizes);
  let state = seed % 2147483647 || 1;
  const next = (): number => {
    state = (state * 48271) % 2147483647;
    return (2 * state) / 2147483647 - 1;
  };
  const deal = (n: number, size: number): Float64Array =>
    Float64Array.from({ length: n }, () => size * next());
  const mask = masked
    ? Uint8Array.from({ length: layout.weights }, () => Number(next() > -0.4))
    : null;
  const b = deal(layout.neurons, scale);
  b.fill(0, 0, sizes[0]);
  const t = deal(sizes[layout.L - 1], 1);
  return {
    layout,
    activations,
    loss,
    mask,
    w: deal(layout.weights, scale).map((w, k) => (mask === null || mask[k] === 1 ? w : 0)),
    b,
    x: deal(sizes[0], 1),
    t: loss === "l2" ? t : t.map(Math.abs),
    eta: 0.5,
  };
}

/** Mazur's 2-2-2 example. */
export const MAZUR: Network = {
  layout: createLayout([2, 2, 2]),
  activations: ["sigmoid", "sigmoid"],
  loss: "l2",
  mask: null,
  w: Float64Array.of(0.15, 0.2, 0.25, 0.3, 0.4, 0.45, 0.5, 0.55),
  b: Float64Array.of(0, 0, 0.35, 0.35, 0.6, 0.6),
  x: Float64Array.of(0.05, 0.1),
  t: Float64Array.of(0.01, 0.99),
  eta: 0.5,
};

const HIDDEN: readonly Activation[] = ["identity", "sigmoid", "tanh", "relu", "leaky", "softplus"];
const OUTPUTS: Record<Loss, readonly Activation[]> = {
  l2: [...HIDDEN, "softmax"],
  ce: ["softmax"],
  bce: ["sigmoid"],
};

/** 2 to 4 layers of up to 5 neurons; every activation, loss and mask; saturated ones among them. */
export const networks: fc.Arbitrary<Network> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 4 }),
    loss: fc.constantFrom<Loss>("l2", "ce", "bce"),
    seed: fc.integer({ min: 1, max: 1e6 }),
    scale: fc.constantFrom(0.5, 2, 40, 800),
    masked: fc.boolean(),
    hidden: fc.array(fc.constantFrom(...HIDDEN), { minLength: 4, maxLength: 4 }),
    output: fc.nat(),
  })
  .map(({ hidden, output, ...rest }) => {
    const last = OUTPUTS[rest.loss][output % OUTPUTS[rest.loss].length];
    return networkOf({ ...rest, activations: [...hidden.slice(0, rest.sizes.length - 2), last] });
  });

export interface StepCase {
  readonly trace: Trace;
  readonly plan: Plan;
  readonly at: Address;
}

/** Every step of a network at a granularity. */
export function stepsOf(network: Network, by: Granularity): readonly StepCase[] {
  const trace = computeTrace(network, 1);
  const plan = createPlan(network, by);
  return Array.from({ length: plan.length + 1 }, (_, n) => ({ trace, plan, at: stepAt(plan, n) }));
}
