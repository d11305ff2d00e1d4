import { describe, expect, it } from "vitest";
import { fc, test } from "@fast-check/vitest";
import { createLayout } from "../../src/engine/layout.ts";
import type { Network } from "../../src/engine/network.ts";
import type { Command } from "../../src/session/command.ts";
import { INIT_METHODS, initLimit, type InitMethod } from "../../src/session/initialize.ts";
import { reduce } from "../../src/session/reduce.ts";
import type { Session } from "../../src/session/session.ts";

const layout = createLayout([2, 3, 3, 2]);
const network: Network = {
  layout,
  activations: ["tanh", "tanh", "sigmoid"],
  loss: "l2",
  w: Float64Array.from({ length: layout.weights }, (_, k) => k + 1),
  b: Float64Array.of(0, 0, 1, 2, 3, 4, 5, 6, 7, 8),
  mask: null,
  x: Float64Array.of(1, 2),
  t: Float64Array.of(3, 4),
  eta: 0.5,
};
const session: Session = { rev: 7, network, parked: null };
const W2 = Float64Array.of(10, 20, 30, 40, 50, 60);

function setW2(values: Float64Array, mask?: Uint8Array | null): Command {
  const command = { type: "setValues", table: "w", l: 2, values } as const;
  return mask === undefined ? command : { ...command, mask };
}

function initialize(method: InitMethod, l: number | "all", seed = 1, start = session): Network {
  return reduce(start, { type: "initialize", l, method, seed }).network;
}

describe("a whole table", () => {
  it("is set at its place", () => {
    const { network: next } = reduce(session, setW2(W2));
    expect(next.w.subarray(0, 6)).toEqual(W2);
    expect(next.w.subarray(6)).toEqual(network.w.subarray(6));
    const values = Float64Array.of(-0, 0.5, 1);
    const b = reduce(session, { type: "setValues", table: "b", l: 3, values }).network.b;
    expect(b).toEqual(Float64Array.of(0, 0, 1, 2, 3, -0, 0.5, 1, 7, 8));
    const pair = Float64Array.of(8, 9);
    expect(
      reduce(session, { type: "setValues", table: "x", l: 0, values: pair }).network.x,
    ).toEqual(pair);
    expect(
      reduce(session, { type: "setValues", table: "t", l: 0, values: pair }).network.t,
    ).toEqual(pair);
  });

  it("with the numbers it has changes nothing", () => {
    expect(reduce(session, setW2(network.w.slice(0, 6)))).toBe(session);
    expect(reduce(session, setW2(network.w.slice(0, 6), null))).toBe(session);
  });

  it("brings its edges along, and parks the weights of those it has not", () => {
    const mask = Uint8Array.of(1, 0, 1, 1, 1, 0);
    const values = Float64Array.of(10, NaN, 30, 40, 50, Infinity);
    const less = reduce(session, setW2(values, mask));
    expect(less.network.w.subarray(0, 6)).toEqual(Float64Array.of(10, 0, 30, 40, 50, 0));
    expect(less.network.mask?.subarray(0, 7)).toEqual(Uint8Array.of(1, 0, 1, 1, 1, 0, 1));
    expect(less.parked?.subarray(0, 7)).toEqual(Float64Array.of(NaN, 2, NaN, NaN, NaN, 6, NaN));

    const same = reduce(less, setW2(W2));
    expect(same.network.w.subarray(0, 6)).toEqual(Float64Array.of(10, 0, 30, 40, 50, 0));
    expect(same).toBe(less);

    // Whatever is not 0 is an edge, and is kept as 1.
    const other = reduce(less, setW2(W2, Uint8Array.of(0, 1, 1, 2, 1, 0)));
    expect(other.network.mask?.subarray(0, 6)).toEqual(Uint8Array.of(0, 1, 1, 1, 1, 0));
    expect(other.network.w.subarray(0, 6)).toEqual(Float64Array.of(0, 20, 30, 40, 50, 0));
    expect(other.parked?.subarray(0, 6)).toEqual(Float64Array.of(10, NaN, NaN, NaN, NaN, 6));

    const full = reduce(other, setW2(W2, null));
    expect(full).toMatchObject({ parked: null, network: { mask: null } });
    expect(full.network.w.subarray(0, 6)).toEqual(W2);
  });
});

describe("new weights", () => {
  it("are within the method’s limit, on two decimals, and biases 0", () => {
    for (const method of INIT_METHODS) {
      const { w, b } = initialize(method, "all");
      expect(b).toEqual(new Float64Array(layout.neurons));
      for (let l = 2; l <= layout.L; l++) {
        const limit = initLimit(method, layout.sizes[l - 2], layout.sizes[l - 1]);
        for (const weight of w.subarray(layout.weightOffset[l], layout.weightOffset[l + 1])) {
          expect(Math.abs(weight)).toBeLessThanOrEqual(limit + 0.005);
          expect(Object.is(Number(weight.toFixed(2)), weight)).toBe(true);
        }
      }
    }
    expect(new Set(initialize("zeros", "all").w)).toEqual(new Set([0]));
    expect(new Set(initialize("equal", "all").w)).toEqual(new Set([0.5]));
  });

  it("have the limits of their formulas", () => {
    const limits = INIT_METHODS.map((method) => initLimit(method, 2, 4));
    expect(limits).toEqual([1, 1, Math.sqrt(3), 0, 0.5]);
  });

  it("fill the range of a wide layer", () => {
    const wide = createLayout([32, 32]);
    const w = new Float64Array(wide.weights);
    const b = new Float64Array(wide.neurons);
    const start = { ...session, network: { ...network, layout: wide, w, b } };
    for (const method of ["uniform", "xavier", "he"] as const) {
      const limit = initLimit(method, 32, 32);
      const drawn = initialize(method, 2, 1, start).w.map((weight) => weight / limit);
      expect(Math.min(...drawn)).toBeLessThan(-0.95);
      expect(Math.max(...drawn)).toBeGreaterThan(0.95);
      expect(drawn.some((weight) => Object.is(weight, -0))).toBe(false);
      const square = drawn.reduce((sum, v) => sum + v * v, 0) / drawn.length;
      expect(square).toBeCloseTo(1 / 3, 1);
    }
  });

  it("go to one layer alone, and are then the same as for all", () => {
    const one = initialize("xavier", 3);
    const [from, to] = [layout.weightOffset[3], layout.weightOffset[4]];
    expect(one.w.subarray(0, from)).toEqual(network.w.subarray(0, from));
    expect(one.w.subarray(to)).toEqual(network.w.subarray(to));
    expect(one.b).toEqual(Float64Array.of(0, 0, 1, 2, 3, 0, 0, 0, 7, 8));
    expect(initialize("xavier", "all").w.subarray(from, to)).toEqual(one.w.subarray(from, to));
  });

  it("differ from layer to layer and from seed to seed", () => {
    const { w } = initialize("uniform", "all");
    expect(w.subarray(0, 6)).not.toEqual(w.subarray(6, 12));
    expect(initialize("uniform", "all", 2).w).not.toEqual(w);
  });

  test.prop([fc.constantFrom(...INIT_METHODS), fc.integer()])(
    "leave missing edges missing",
    (method, seed) => {
      const items = [{ kind: "edge", l: 2, i: 1, j: 2 }] as const;
      const start = reduce(session, { type: "remove", items });
      const next = initialize(method, "all", seed, start);
      expect(next.mask).toEqual(start.network.mask);
      expect(next.w[1]).toBe(0);
    },
  );
});
