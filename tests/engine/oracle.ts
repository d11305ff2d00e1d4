/** Reader of the expected values in tests/fixtures/oracle, in the engine's own words. */
import { readdirSync, readFileSync } from "node:fs";
import { createLayout, neuronIndex, weightIndex, type Layout } from "../../src/engine/layout.ts";
import type { Activation, Loss, Network } from "../../src/engine/network.ts";

/** JSON has no infinities: they are strings. */
type Num = number | "Infinity" | "-Infinity" | "NaN";
type Vector = readonly Num[];
type Matrix = readonly Vector[];

export interface OracleFile {
  readonly id: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly network: {
    readonly sizes: readonly number[];
    readonly activations: readonly string[];
    readonly loss: string;
  };
  readonly mask: readonly Matrix[] | null;
  readonly W: readonly Matrix[];
  readonly b: readonly Vector[];
  readonly x: Vector;
  readonly t: Vector;
  readonly expected: {
    readonly z: readonly Vector[];
    readonly a: readonly Vector[];
    readonly E: Num;
    readonly delta: readonly Vector[];
    readonly dE_dx: Vector;
    readonly dW: readonly Matrix[];
    readonly db: readonly Vector[];
    readonly dy_dx: Matrix;
    readonly tangents: readonly {
      readonly param: {
        readonly kind: "w" | "b" | "x";
        readonly layer: number;
        readonly i: number | null;
        readonly j: number | null;
      };
      readonly zdot: readonly Vector[];
      readonly adot: readonly Vector[];
      readonly Edot: Num;
    }[];
    readonly central_difference: { readonly h: number; readonly exact: Matrix };
  };
  readonly homework_b?: {
    readonly literal_delta: readonly Vector[];
    readonly repaired: {
      readonly delta1: Vector;
      readonly steps: readonly {
        readonly layer: number;
        readonly rows: number;
        readonly cols: number;
        readonly rank: number;
        readonly full_row_rank: boolean;
        readonly condition: number | null;
        readonly delta: Vector;
      }[];
      readonly valid: boolean;
    };
  };
  readonly cost_multiply_adds: Readonly<Record<string, number>>;
  readonly tolerance: {
    readonly rel: number;
    readonly abs: number;
    readonly strict_achievable: boolean;
  };
  readonly sgd_step?: {
    readonly lr: number;
    readonly update_bias: boolean;
    readonly W: readonly Matrix[];
    readonly b: readonly Vector[];
    readonly E_after: Num;
  };
  readonly published?: readonly {
    readonly path: readonly (string | number)[];
    readonly factor: number;
    readonly published: number;
    readonly decimals: number;
  }[];
}

const FOLDER = new URL("../fixtures/oracle/", import.meta.url);

export const ORACLE: readonly OracleFile[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .toSorted()
  .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as OracleFile);

const ACTIVATION: Record<string, Activation> = {
  identity: "identity",
  sigmoid: "sigmoid",
  tanh: "tanh",
  relu: "relu",
  leaky_relu: "leaky",
  softplus: "softplus",
  softmax: "softmax",
};

const LOSS: Record<string, Loss> = { half_sse: "l2", softmax_ce: "ce", bce: "bce" };

/** The network of a file. Where it makes no update, η is arbitrary. */
export function networkOf(file: OracleFile): Network {
  const layout = createLayout(file.network.sizes);
  return {
    layout,
    activations: file.network.activations.map((name) => ACTIVATION[name]),
    loss: LOSS[file.network.loss],
    w: Float64Array.from(file.W.flat(2), Number),
    b: Float64Array.from([...file.x.map(() => 0), ...file.b.flat()], Number),
    mask: file.mask === null ? null : Uint8Array.from(file.mask.flat(2), Number),
    x: Float64Array.from(file.x, Number),
    t: Float64Array.from(file.t, Number),
    eta: file.sgd_step?.lr ?? 0.5,
  };
}

/** The slots of layer l of a neuron array. */
export function layerOf(layout: Layout, l: number, values: Float64Array): number[] {
  const from = neuronIndex(layout, l, 1);
  return [...values.subarray(from, from + layout.sizes[l - 1])];
}

/** The slots of w^(l) of a weight array, row by row. */
export function matrixOf(layout: Layout, l: number, values: Float64Array): number[] {
  const from = weightIndex(layout, l, 1, 1);
  return [...values.subarray(from, from + layout.sizes[l - 1] * layout.sizes[l - 2])];
}

/**
 * Where `got` misses `expected`: |got − expected| ≤ rel · s + abs with s the largest finite
 * magnitude of the array (one layer's vector or matrix), and non-finite values equal. The sign of
 * zero does not count. Empty if nothing misses.
 */
export function misses(
  what: string,
  got: readonly number[],
  expected: readonly Num[],
  { rel, abs }: { readonly rel: number; readonly abs: number },
): string[] {
  if (got.length !== expected.length) return [`${what}: ${got.length} of ${expected.length}`];
  const wanted = expected.map(Number);
  const s = Math.max(0, ...wanted.filter(Number.isFinite).map(Math.abs));
  return wanted.flatMap((value, k) => {
    const fits = Number.isFinite(value)
      ? Math.abs(got[k] - value) <= rel * s + abs
      : Object.is(got[k], value);
    return fits ? [] : [`${what}[${k}]: ${got[k]} instead of ${value}`];
  });
}
