// @vitest-environment jsdom
import { fc, test } from "@fast-check/vitest";
import { afterEach, beforeEach, describe, expect, vi } from "vitest";
import { createDiagram, type Diagram } from "../../src/diagram/diagram.ts";
import { computeTrace } from "../../src/engine/compute.ts";
import type { Network } from "../../src/engine/network.ts";
import { createPlan, GRANULARITIES, type Granularity } from "../../src/steps/plan.ts";
import { EXAMPLES } from "../../src/share/examples.ts";
import { readLink } from "../../src/share/link.ts";
import { plainNetwork, WORDS } from "./networks.ts";
import { touching } from "./standing.ts";

/** The stage on a page of 1440 × 900. */
const STAGE = { width: 850, height: 640 };

let host: HTMLElement;
let diagram: Diagram;

beforeEach(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  host = document.createElement("div");
  Object.defineProperty(host, "clientWidth", { value: STAGE.width });
  Object.defineProperty(host, "clientHeight", { value: STAGE.height });
  diagram = createDiagram(host, {
    onHover() {},
    onSelect() {},
    onScrub() {},
    onAnchorsMoved() {},
  });
});

afterEach(() => {
  diagram.destroy();
  vi.unstubAllGlobals();
});

/** What touches at the steps at these shares of the way. */
function touchingAt(network: Network, by: Granularity, shares: readonly number[]): string[] {
  const trace = computeTrace(network, 1);
  const plan = createPlan(trace, by);
  diagram.setWords(WORDS);
  diagram.setTrace(trace);
  return shares.flatMap((share) => {
    const n = Math.round(share * plan.length);
    diagram.setStep(plan, n, null);
    return touching(host).map((pair) => `step ${n}: ${pair}`);
  });
}

const anyNetwork = fc
  .tuple(
    fc.integer({ min: 1, max: 5 }),
    fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 2 }),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 5, max: 10 }),
    fc.integer({ min: -3, max: 4 }),
    fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
  )
  .map(([first, hidden, last, tenths, magnitude, dice]) => {
    const sizes = [first, ...hidden, last];
    const { length } = plainNetwork(sizes).w;
    const mask = Uint8Array.from({ length }, () => (dice.next().value! < tenths ? 1 : 0));
    const network = plainNetwork(sizes, tenths === 10 ? {} : { mask });
    return { ...network, w: network.w.map((weight) => (weight * 10 ** magnitude) / 3) };
  });

describe("nothing that is read lies on anything else", () => {
  test.each(EXAMPLES)("in the example $id, at any step", ({ link }) => {
    const network = readLink(link).network!;
    const shares = Array.from({ length: 9 }, (_, k) => k / 8);
    expect(touchingAt(network, "neuron", shares)).toEqual([]);
  });

  test.each([[[8, 12, 8]], [[10, 10, 2]], [[3, 20, 3]], [Array<number>(9).fill(5)]])(
    "in %j, where labels come and go with the steps",
    (sizes) => {
      const shares = Array.from({ length: 9 }, (_, k) => k / 11);
      for (const by of ["neuron", "term"] as const) {
        expect(touchingAt(plainNetwork(sizes), by, shares)).toEqual([]);
      }
    },
    60_000,
  );

  test.prop(
    [
      anyNetwork,
      fc.constantFrom(...GRANULARITIES),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
    ],
    { numRuns: 200 },
  )(
    "in any network up to 5-6-6-4",
    (network, by, shares) => {
      expect(touchingAt(network, by, shares)).toEqual([]);
    },
    60_000,
  );
});
