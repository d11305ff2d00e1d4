import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import { createLayout } from "../../src/engine/layout.ts";
import type { Network } from "../../src/engine/network.ts";
import { refKey } from "../../src/engine/ref.ts";
import { networks } from "./arbitrary.ts";

/** A chain of identities 1-1-…-1 with the given weights, no biases, x = 1. */
function chain(weights: readonly number[], more: Partial<Network> = {}): Network {
  const layout = createLayout([1, ...weights.map(() => 1)]);
  return {
    layout,
    activations: weights.map(() => "identity"),
    loss: "l2",
    w: Float64Array.from(weights),
    b: new Float64Array(layout.neurons),
    mask: null,
    x: Float64Array.of(1),
    t: Float64Array.of(0),
    eta: 0.5,
    ...more,
  };
}

function overflowOf(network: Network): string | null {
  const { overflow } = computeTrace(network, 1);
  return overflow && refKey(overflow);
}

describe("computeTrace", () => {
  test.prop([networks, fc.nat()])("owns its arrays, which may be transferred", (network, rev) => {
    const before = structuredClone(network);
    const trace = computeTrace(network, rev);
    expect(trace.rev).toBe(rev);
    const buffers = Object.values(trace)
      .filter((value): value is Float64Array | Uint8Array => ArrayBuffer.isView(value))
      .map((array) => array.buffer as ArrayBuffer);
    expect(new Set(buffers).size).toBe(buffers.length);
    structuredClone(trace, { transfer: buffers });
    expect(network).toEqual(before);
  });

  test.prop([networks])(
    "the step changes parameters alone, by −η times their gradient",
    (network) => {
      const trace = computeTrace(network, 1);
      trace.wNext.forEach((value, k) => expect(value).toBe(trace.w[k] - 0.5 * trace.gw[k]));
      trace.bNext.forEach((value, k) => {
        const gradient = k < network.layout.sizes[0] ? 0 : trace.delta[k];
        expect(value).toBe(trace.b[k] - 0.5 * gradient);
      });
      network.mask?.forEach((exists, k) => {
        if (exists === 0) expect(trace.wNext[k]).toBe(0);
      });
      expect(trace.ENext).toBe(computeTrace({ ...network, w: trace.wNext, b: trace.bNext }, 2).E);
    },
  );
});

describe("the first quantity that leaves the range", () => {
  test("is none where all are finite", () => {
    expect(overflowOf(chain([0.5, 0.5]))).toBeNull();
  });

  test("z before its a", () => {
    expect(overflowOf(chain([1e200, 1e200, 1e-300]))).toBe("z.3.1");
    expect(
      overflowOf(chain([1e200, -1e200, 1], { activations: ["identity", "relu", "relu"] })),
    ).toBe("z.3.1");
  });

  test("E, with every z and a finite", () => {
    expect(overflowOf(chain([1e160]))).toBe("E");
  });

  test("δ, with E finite", () => {
    expect(overflowOf(chain([1e-300, 1e200, 1e200]))).toBe("d.2.1");
  });

  test("∂E/∂x, as the δ of layer 1", () => {
    expect(
      overflowOf(chain([1e200, 1e100], { x: Float64Array.of(1e-300), t: Float64Array.of(1e150) })),
    ).toBe("d.1.1");
  });

  test("∂E/∂w, by its row and column", () => {
    const layout = createLayout([2, 2]);
    const network: Network = {
      ...chain([1]),
      layout,
      w: new Float64Array(4),
      b: new Float64Array(4),
      x: Float64Array.of(1, 1e200),
      t: Float64Array.of(0, 1e150),
    };
    expect(overflowOf(network)).toBe("gw.2.2.2");
  });

  test("the updated w, the updated b, and E after them", () => {
    const t = Float64Array.of(-1e100);
    expect(overflowOf(chain([1], { t, eta: 1e300 }))).toBe("nw.2.1.1");
    expect(overflowOf(chain([1], { t, eta: 1e300, x: Float64Array.of(1e-300) }))).toBe("nb.2.1");
    expect(overflowOf(chain([1], { t, eta: 1e100 }))).toBe("nE");
  });
});
