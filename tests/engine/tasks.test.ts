import { describe, expect, test } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import { createLayout } from "../../src/engine/layout.ts";
import { literalDelta } from "../../src/engine/literalDelta.ts";
import { literalJacobian } from "../../src/engine/literalJacobian.ts";
import { TASKS } from "../../src/engine/tasks.ts";
import type { Trace } from "../../src/engine/trace.ts";
import { finish } from "../../src/engine/finish.ts";
import { networkOf, ORACLE } from "./oracle.ts";

/** Every task's result for one trace. */
function resultsOf(trace: Trace): unknown[] {
  const start = { q: "x", i: 1 } as const;
  return [
    finish(TASKS.check({ trace, h: 1e-5 })),
    finish(TASKS.differences({ trace })),
    finish(TASKS.forwardDelta({ trace })),
    finish(TASKS.jacobian({ trace })),
    finish(TASKS.paths({ trace, start, end: { q: "E" } })),
    finish(TASKS.paths({ trace, start, end: { q: "y", i: 1 } })),
    literalDelta(trace),
    literalJacobian(trace),
  ];
}

describe("no numbers make a task throw, and every result can be sent to the page", () => {
  const extreme = ORACLE.filter(({ tags }) => tags.includes("extreme") || tags.includes("zero"));

  test.each(extreme)("$id", (file) => {
    const results = resultsOf(computeTrace(networkOf(file), 1));
    expect(structuredClone(results)).toEqual(results);
  });

  test.each([NaN, Infinity])("an input of %d", (value) => {
    const network = networkOf(ORACLE.find(({ id }) => id === "net-3-4-4-2-relu-softmax")!);
    const results = resultsOf(computeTrace({ ...network, x: network.x.with(0, value) }, 1));
    expect(structuredClone(results)).toEqual(results);
  });

  test("a drawing of one layer", () => {
    const layout = createLayout([2]);
    const trace = computeTrace(
      {
        layout,
        activations: [],
        loss: "l2",
        w: new Float64Array(0),
        b: new Float64Array(2),
        mask: null,
        x: Float64Array.of(1, 2),
        t: new Float64Array(2),
        eta: 0.5,
      },
      1,
    );
    expect(resultsOf(trace)).toHaveLength(8);
  });
});
