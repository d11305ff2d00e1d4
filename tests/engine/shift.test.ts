import { fc, test } from "@fast-check/vitest";
import { describe, expect, test as example } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import { differenceColumn } from "../../src/engine/differences.ts";
import { computeShifted, shifted } from "../../src/engine/shift.ts";
import { STEPS } from "../../src/engine/stepSize.ts";
import { networks } from "./arbitrary.ts";

example("one component moves, and no sign of a 0 is lost in the others", () => {
  const x = Float64Array.of(-0, 0.5, -0);
  expect(shifted(x, { j: 2, h: -0.125 })).toEqual(Float64Array.of(-0, 0.375, -0));
  expect(x).toEqual(Float64Array.of(-0, 0.5, -0));
});

describe("the pass of a moved input", () => {
  test.prop([networks, fc.nat(), fc.nat(STEPS.length - 1)])(
    "is, to the last bit, the run that central differences compare",
    (network, input, step) => {
      const trace = computeTrace(network, 7);
      const j = 1 + (input % network.layout.sizes[0]);
      const h = STEPS[step];
      const { plus, minus } = differenceColumn(trace, j, h);
      for (const [run, by] of [
        [plus, h],
        [minus, -h],
      ] as const) {
        const moved = computeShifted(trace, { j, h: by });
        expect({ z: moved.z, a: moved.a }).toEqual({ z: run.z, a: run.a });
        expect(moved).toMatchObject({ rev: 7, shift: { j, h: by } });
        expect(moved.w).toEqual(trace.w);
      }
    },
  );

  test.prop([networks])("leaves the trace it starts from as it is", (network) => {
    const trace = computeTrace(network, 1);
    computeShifted(trace, { j: 1, h: 0.1 });
    expect(trace).toEqual(computeTrace(network, 1));
  });
});
