import { backwardPass } from "../../src/engine/backward.ts";
import { createBuffers, type Buffers } from "../../src/engine/buffers.ts";
import { forwardPass } from "../../src/engine/forward.ts";
import { createLayout } from "../../src/engine/layout.ts";
import { evaluateLoss } from "../../src/engine/losses.ts";
import type { Network } from "../../src/engine/network.ts";
import { mulberry32, seededWeights } from "../../src/engine/random.ts";
import { compare } from "./interleave.ts";
import { plainPass } from "./plain-pass.ts";
import { inNanoseconds, type Row } from "./row.ts";

const CASES: readonly { readonly sizes: readonly number[]; readonly limit: number }[] = [
  { sizes: [2, 2, 2], limit: 0.85 },
  { sizes: [4, 8, 8, 3], limit: 0.8 },
  { sizes: [7, 8, 8, 8, 8, 8, 8, 1], limit: 0.75 },
  { sizes: [16, 64, 64, 8], limit: 0.65 },
];

/** Forward and backward pass, again and again into the same buffers, against the plain loops. */
export async function benchEngine(): Promise<Row[]> {
  exerciseActivations();
  return CASES.map(({ sizes, limit }) => {
    const network = sigmoidNetwork(sizes);
    const tuned = createBuffers(network.layout);
    const plain = createBuffers(network.layout);
    requireAgreement(enginePass(network, tuned), plainPass(network, plain), tuned, plain);
    const { subject, reference, ratio } = compare(
      () => enginePass(network, tuned),
      () => plainPass(network, plain),
    );
    return {
      what: `engine pass ${sizes.join("-")}`,
      ours: inNanoseconds(subject),
      reference: inNanoseconds(reference),
      ratio,
      limit,
    };
  });
}

function enginePass(network: Network, buffers: Buffers): number {
  forwardPass(network, buffers);
  const E = evaluateLoss(network, buffers);
  backwardPass(network, buffers);
  return E;
}

function sigmoidNetwork(sizes: readonly number[]): Network {
  const layout = createLayout(sizes);
  const random = mulberry32(7);
  const L = layout.L;
  return {
    layout,
    activations: Array.from({ length: L - 1 }, () => "sigmoid" as const),
    loss: "l2",
    w: seededWeights(layout, 1),
    b: new Float64Array(layout.neurons).fill(0.1),
    mask: null,
    x: Float64Array.from({ length: sizes[0] }, random),
    t: Float64Array.from({ length: sizes[L - 1] }, random),
    eta: 0.5,
  };
}

/**
 * The page's engine meets every activation, so the bench's must have as well: a compiler that has
 * seen the sigmoid alone would specialise on it and flatter the result.
 */
function exerciseActivations(): void {
  const network = sigmoidNetwork([3, 4, 4, 4, 4, 4, 3]);
  const buffers = createBuffers(network.layout);
  for (let k = 0; k < 2000; k++) {
    enginePass(
      {
        ...network,
        activations: ["identity", "tanh", "relu", "leaky", "softplus", "softmax"],
        loss: k % 2 === 0 ? "l2" : "ce",
      },
      buffers,
    );
    enginePass({ ...network, loss: "bce" }, buffers);
  }
}

function close(p: number, q: number): boolean {
  return Math.abs(p - q) <= 1e-13 * Math.max(1, Math.abs(q));
}

/** A ratio means something only between two ways to the same numbers. */
function requireAgreement(E: number, plainE: number, tuned: Buffers, plain: Buffers): void {
  const same = (name: keyof Buffers): boolean =>
    tuned[name].every((value, k) => close(value, plain[name][k]));
  const names = Object.keys(tuned) as (keyof Buffers)[];
  if (!close(E, plainE) || !names.every(same)) {
    throw new Error("the engine and its reference disagree");
  }
}
