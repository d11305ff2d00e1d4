import { renderToString } from "katex";
import { test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { parseRefKey, ref, refKey } from "../../src/engine/ref.ts";
import { edgeExists } from "../../src/engine/trace.ts";
import { computeTrace } from "../../src/engine/compute.ts";
import { matrixBudget } from "../../src/formula/elision.ts";
import { equationFor } from "../../src/formula/equation.ts";
import { createFiller, relationText, SHOW_ALL, type Hidden } from "../../src/formula/fill.ts";
import {
  layoutFormula,
  rowsOfStep,
  termKeys,
  type FormulaLayout,
  type FormulaSpec,
} from "../../src/formula/rows.ts";
import type { Chunk } from "../../src/formula/template.ts";
import { KATEX_OPTIONS } from "../../src/formula/trust.ts";
import type { Network } from "../../src/engine/network.ts";
import { parseAddress, writeAddress } from "../../src/steps/address.ts";
import { createPlan, GRANULARITIES, type Granularity } from "../../src/steps/plan.ts";
import { MAZUR, networkOf, networks, stepsOf } from "./networks.ts";

const BUDGET = matrixBudget(400, 4, 20);

function layout(spec: FormulaSpec, shape: Network, elide = true): FormulaLayout {
  return layoutFormula(spec, { shape, elide, budget: BUDGET });
}

const chunksOf = ({ lhs, lines }: FormulaLayout): readonly Chunk[] => [
  ...lhs,
  ...lines.flatMap((line) => line.chunks),
];

/** The formula as text: a bar where a line may break, numbers in place. */
function written(
  spec: FormulaSpec,
  network: Network,
  hidden: Hidden = SHOW_ALL,
  elide = true,
): string {
  const { lhs, lines } = layout(spec, network, elide);
  const fill = createFiller({ trace: computeTrace(network, 1), format: { digits: 4 }, hidden });
  const text = (chunks: readonly Chunk[]): string =>
    chunks
      .map((chunk, n) => {
        const tex = chunk.tex
          .replace(
            /\{\\htmlData\{slot=(\d+)\}\{0\}\}/g,
            (_, k) => fill(chunk.slots[Number(k)]).text,
          )
          .replace(/\{\\htmlData\{ref=[^}]*\}\{(.*?)\}\}(?!\})/g, "$1");
        const body = chunk.omitted > 0 ? `⋯${chunk.omitted}⋯` : tex;
        const before = n === 0 ? "" : chunk.glue ? "~" : " | ";
        return before + (chunk.current ? `«${body}»` : body);
      })
      .join("");
  return [
    text(lhs),
    ...lines.map(({ relation, chunks }) => {
      const fillings = chunks.flatMap((chunk) => chunk.slots.map(fill));
      return `  ${relationText(relation, fillings)} ${text(chunks)}`;
    }),
  ].join("\n");
}

function step(network: Network, by: Granularity, at: string): string {
  const equation = equationFor(createPlan(network, by), parseAddress(at)!);
  return rowsOfStep(equation)
    .slice(0, 2)
    .flatMap((rows) =>
      (["rule", "indices", "numbers", "result"] as const).map((row) => written(rows[row], network)),
    )
    .join("\n");
}

describe("what the board says, in Mazur's example", () => {
  test.each([
    ["neuron", "x"],
    ["neuron", "z2.1"],
    ["neuron", "a2.1"],
    ["neuron", "E"],
    ["neuron", "d3.2"],
    ["neuron", "d2.1"],
    ["neuron", "gw2.1.2"],
    ["neuron", "gb2.1"],
    ["neuron", "u"],
    ["term", "z2.1.2"],
    ["term", "d2.1.2"],
    ["term", "E.1"],
    ["layer", "z2"],
    ["layer", "a2"],
    ["layer", "d3"],
    ["layer", "d2"],
    ["layer", "gw2"],
  ] as const)("by %s: %s", (by, at) => {
    expect(step(MAZUR, by, at)).toMatchSnapshot();
  });
});

/** What the loss and the output's activation decide. */
function outputSteps(network: Network): string {
  return [
    step(network, "neuron", "a2.1"),
    step(network, "neuron", "E"),
    step(network, "neuron", "d2.1"),
    step(network, "layer", "d2"),
  ].join("\n");
}

test("the other losses and softmax", () => {
  const shape = { sizes: [2, 3], seed: 5, scale: 1, masked: false };
  const softmaxL2 = networkOf({ ...shape, activations: ["softmax"], loss: "l2" });
  const crossEntropy = networkOf({ ...shape, activations: ["softmax"], loss: "ce" });
  const binary = networkOf({ ...shape, activations: ["sigmoid"], loss: "bce" });
  expect([softmaxL2, crossEntropy, binary].map(outputSteps).join("\n\n")).toMatchSnapshot();
});

describe.each(GRANULARITIES)("by %s", (by) => {
  property.prop([networks], { numRuns: 6 })("KaTeX renders every template", (network) => {
    const refused: string[] = [];
    for (const { plan, at } of stepsOf(network, by)) {
      for (const rows of rowsOfStep(equationFor(plan, at))) {
        const specs = Object.values(rows) as FormulaSpec[];
        for (const { tex, slots, omitted } of specs.flatMap((s) => chunksOf(layout(s, network)))) {
          if (omitted > 0) continue;
          const html = renderToString(tex, KATEX_OPTIONS);
          const places = [...html.matchAll(/data-slot="/g)].length;
          // What KaTeX does not trust it writes as text, in its error colour.
          if (html.includes("htmlData") || places !== slots.length) refused.push(tex);
        }
      }
    }
    expect(refused).toEqual([]);
  });

  property.prop([networks], { numRuns: 20 })("terms are tied to what exists", (network) => {
    const astray: string[] = [];
    for (const { plan, at } of stepsOf(network, by)) {
      for (const rows of rowsOfStep(equationFor(plan, at))) {
        for (const key of termKeys(layout(rows.indices, network))) {
          const r = parseRefKey(key);
          if (r === null ? !key.includes("*") : r.j > 0 && !edgeExists(network, r.l, r.i, r.j)) {
            astray.push(`${writeAddress(at)}: ${key}`);
          }
        }
      }
    }
    expect(astray).toEqual([]);
  });
});

test("a term of the rule is tied to all it stands for at this step", () => {
  const rows = rowsOfStep(equationFor(createPlan(MAZUR, "neuron"), parseAddress("d2.1")!))[0];
  expect(termKeys(layout(rows.rule, MAZUR))).toEqual([
    "d.2.1",
    "s.2.1",
    "z.2.1",
    "w.3.*.1",
    "d.3.*",
  ]);
  expect(termKeys(layout(rows.indices, MAZUR))).toEqual([
    "d.2.1",
    "s.2.1",
    "z.2.1",
    "w.3.1.1",
    "d.3.1",
    "w.3.2.1",
    "d.3.2",
  ]);
});

function weights(chunks: readonly Chunk[]): string[] {
  return chunks.flatMap(({ slots }) =>
    slots.flatMap(({ ref: r }) => (r?.q === "w" ? [refKey(r)] : [])),
  );
}

describe("a sum of 32 terms", () => {
  const wide = networkOf({
    sizes: [32, 12],
    activations: ["tanh"],
    loss: "l2",
    seed: 3,
    scale: 1,
    masked: false,
  });
  const numbers = (at: string, elide: boolean): readonly Chunk[] => {
    const equation = equationFor(createPlan(wide, "term"), parseAddress(at)!);
    return layout(rowsOfStep(equation)[0].numbers, wide, elide).lines[0].chunks;
  };
  test("shows the first three and the last", () => {
    const chunks = numbers("z2.1", true);
    expect(weights(chunks)).toEqual([1, 2, 3, 32].map((j) => refKey(ref("w", 2, 1, j))));
    expect(chunks.filter(({ omitted }) => omitted > 0).map(({ omitted }) => omitted)).toEqual([28]);
  });

  test("always shows the current term", () => {
    for (let j = 1; j <= 32; j++) {
      const chunks = numbers(`z2.1.${j}`, true);
      const current = chunks.filter((chunk) => chunk.current);
      expect(weights(current)).toEqual([`w.2.1.${j}`]);
      const omitted = chunks.reduce((total, chunk) => total + chunk.omitted, 0);
      expect(omitted + weights(chunks).length).toBe(32);
      expect(chunks.some((chunk) => chunk.omitted === 1)).toBe(false);
    }
  });

  test("shows all of it when asked", () => {
    expect(weights(numbers("z2.1.7", false))).toHaveLength(32);
  });

  test("a matrix keeps to the width", () => {
    const equation = equationFor(createPlan(wide, "layer"), parseAddress("z2")!);
    const [chunk] = layout(rowsOfStep(equation)[0].numbers, wide).lines[0].chunks;
    expect(chunk.tex).toContain("\\cdots");
    expect(chunk.tex).toContain("\\ddots");
    expect(chunk.slots.length).toBeLessThanOrEqual(BUDGET.rows * BUDGET.cols);
  });
});

const WITHOUT_D32: Hidden = (r) => (refKey(r) === "d.3.2" ? "?" : null);

test("hidden numbers are hidden, and what is made of them too", () => {
  const rows = rowsOfStep(equationFor(createPlan(MAZUR, "neuron"), parseAddress("d2.1")!))[0];
  expect(written(rows.numbers, MAZUR, WITHOUT_D32)).toMatchSnapshot();
});

test("a missing edge is a dot in its matrix", () => {
  const mask = Uint8Array.of(1, 0, 1, 1, 1, 1, 1, 1);
  const network = { ...MAZUR, mask, w: MAZUR.w.map((w, k) => w * mask[k]) };
  const equation = equationFor(createPlan(network, "layer"), parseAddress("z2")!);
  const [rows] = rowsOfStep(equation);
  expect(written(rows.numbers, network)).toContain("0.15&\\cdot\\\\0.25&0.3");
});
