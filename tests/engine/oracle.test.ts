import { describe, expect, test } from "vitest";
import { createBuffers } from "../../src/engine/buffers.ts";
import { computeTrace } from "../../src/engine/compute.ts";
import { forwardPass } from "../../src/engine/forward.ts";
import { evaluateLoss } from "../../src/engine/losses.ts";
import type { Network } from "../../src/engine/network.ts";
import { refKey } from "../../src/engine/ref.ts";
import { layerOf, matrixOf, misses, networkOf, ORACLE, type OracleFile } from "./oracle.ts";

/** E of a network, on its own. */
function errorOf(network: Network): number {
  const buffers = createBuffers(network.layout);
  forwardPass(network, buffers);
  return evaluateLoss(network, buffers);
}

function fileOf(id: string): OracleFile {
  return ORACLE.find((file) => file.id === id)!;
}

/** The key of the first quantity of a file's network that leaves the range. */
function overflowOf(file: OracleFile): string | null {
  const { overflow } = computeTrace(networkOf(file), 1);
  return overflow && refKey(overflow);
}

const achievable = ORACLE.filter((file) => file.tolerance.strict_achievable);
const unachievable = ORACLE.filter((file) => !file.tolerance.strict_achievable);

test("all sixty networks are read, and doubles cannot reach one of them", () => {
  expect(ORACLE).toHaveLength(60);
  expect(unachievable.map((file) => file.id)).toEqual(["huge-overflow-inside"]);
});

describe("strict tolerance", () => {
  test.each(achievable)("$id", (file) => {
    const network = networkOf(file);
    const { layout } = network;
    const trace = computeTrace(network, 1);
    const { expected, tolerance } = file;
    const missed = misses("E", [trace.E], [expected.E], tolerance);
    const check = (what: string, got: number[], wanted: Parameters<typeof misses>[2]): void => {
      missed.push(...misses(what, got, wanted, tolerance));
    };
    for (let l = 1; l <= layout.L; l++) {
      check(`a${l}`, layerOf(layout, l, trace.a), expected.a[l - 1]);
    }
    check("z1", layerOf(layout, 1, trace.z), file.x);
    check("dE/dx", layerOf(layout, 1, trace.delta), expected.dE_dx);
    for (let l = 2; l <= layout.L; l++) {
      check(`z${l}`, layerOf(layout, l, trace.z), expected.z[l - 2]);
      check(`d${l}`, layerOf(layout, l, trace.delta), expected.delta[l - 2]);
      check(`gb${l}`, layerOf(layout, l, trace.delta), expected.db[l - 2]);
      check(`gw${l}`, matrixOf(layout, l, trace.gw), expected.dW[l - 2].flat());
    }
    expect(missed).toEqual([]);
  });
});

describe("one gradient-descent step", () => {
  test.each(achievable.filter((file) => file.sgd_step))("$id", (file) => {
    const step = file.sgd_step!;
    const network = networkOf(file);
    const { layout } = network;
    const trace = computeTrace(network, 1);
    const missed: string[] = [];
    for (let l = 2; l <= layout.L; l++) {
      const got = matrixOf(layout, l, trace.wNext);
      missed.push(...misses(`w${l}`, got, step.W[l - 2].flat(), file.tolerance));
    }
    if (step.update_bias) {
      for (let l = 2; l <= layout.L; l++) {
        const got = layerOf(layout, l, trace.bNext);
        missed.push(...misses(`b${l}`, got, step.b[l - 2], file.tolerance));
      }
      missed.push(...misses("E after", [trace.ENext], [step.E_after], file.tolerance));
    } else {
      // The source leaves the biases alone: the engine's new weights with the old biases.
      const after = errorOf({ ...network, w: trace.wNext });
      missed.push(...misses("E after", [after], [step.E_after], file.tolerance));
    }
    expect(missed).toEqual([]);
  });
});

describe("published numbers", () => {
  const mazur = fileOf("mazur-2-2-2");
  const trace = computeTrace(networkOf(mazur), 1);
  const { layout } = trace;
  const layers = [2, 3];
  const rows = (l: number, values: Float64Array): number[][] => {
    const flat = matrixOf(layout, l, values);
    return [flat.slice(0, 2), flat.slice(2)];
  };
  /** The engine's numbers in the shape of the file, so that the file's paths lead into them. */
  const computed: unknown = {
    expected: {
      z: layers.map((l) => layerOf(layout, l, trace.z)),
      a: [1, 2, 3].map((l) => layerOf(layout, l, trace.a)),
      E: trace.E,
      delta: layers.map((l) => layerOf(layout, l, trace.delta)),
      dW: layers.map((l) => rows(l, trace.gw)),
    },
    sgd_step: {
      W: layers.map((l) => rows(l, trace.wNext)),
      E_after: errorOf({ ...networkOf(mazur), w: trace.wNext }),
    },
  };
  const at = (path: readonly (string | number)[]): number =>
    path.reduce((node, key) => (node as Record<string | number, unknown>)[key], computed) as number;

  test.each(mazur.published!)("$path is $published", ({ path, factor, published, decimals }) => {
    expect(Math.abs(at(path) * factor - published)).toBeLessThanOrEqual(10 ** -decimals);
  });
});

describe("overflow", () => {
  test("an inner z beyond the doubles is named, though the exact output is finite", () => {
    expect(overflowOf(fileOf("huge-overflow-inside"))).toBe("z.3.1");
  });

  test("E beyond the doubles is named before the gradients that are too", () => {
    expect(overflowOf(fileOf("huge-overflow-1e200"))).toBe("E");
  });

  test("no other network of the oracle leaves the range before its update", () => {
    const others = achievable
      .filter((file) => file.id !== "huge-overflow-1e200")
      .map(overflowOf)
      .filter((key) => key !== null && !key.startsWith("n"));
    expect(others).toEqual([]);
  });
});
