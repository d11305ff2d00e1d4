import { describe, expect, test } from "vitest";
import { test as property } from "@fast-check/vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import type { Network } from "../../src/engine/network.ts";
import { refKey } from "../../src/engine/ref.ts";
import { equationFor } from "../../src/formula/equation.ts";
import { SHOW_ALL, type Hidden } from "../../src/formula/fill.ts";
import { rowsOfStep, type EquationRows, type FormulaSpec } from "../../src/formula/rows.ts";
import { speakFormula, speakPattern } from "../../src/formula/speech.ts";
import { speech as en } from "../../src/i18n/en/speech.ts";
import { speech as zh } from "../../src/i18n/zh/speech.ts";
import { parseAddress } from "../../src/steps/address.ts";
import { createPlan, type Granularity } from "../../src/steps/plan.ts";
import { MAZUR, networkOf, networks, stepsOf } from "./networks.ts";

const VOCABULARIES = { en, zh };

function rowsAt(network: Network, by: Granularity, at: string): EquationRows {
  return rowsOfStep(equationFor(createPlan(network, by), parseAddress(at)!))[0];
}

function spoken(
  spec: FormulaSpec,
  network: Network,
  lang: "en" | "zh",
  hidden: Hidden = SHOW_ALL,
): string {
  const trace = computeTrace(network, 1);
  return speakFormula(spec, VOCABULARIES[lang], { trace, format: { digits: 4 }, hidden });
}

describe.each(["en", "zh"] as const)("in %s", (lang) => {
  test.each([
    ["neuron", "z2.1"],
    ["neuron", "E"],
    ["neuron", "d2.1"],
    ["neuron", "gw2.1.2"],
    ["neuron", "u"],
    ["term", "d2.1.2"],
    ["layer", "z2"],
    ["layer", "d2"],
  ] as const)("by %s: %s", (by, at) => {
    const rows = rowsAt(MAZUR, by, at);
    const said = Object.values(rows).map((spec: FormulaSpec) => spoken(spec, MAZUR, lang));
    expect(said.join("\n")).toMatchSnapshot();
  });

  property.prop([networks], { numRuns: 15 })("no step is without words", (network) => {
    const said: string[] = [];
    for (const { plan, at, trace } of stepsOf(network, "neuron")) {
      const reading = { trace, format: { digits: 4 }, hidden: SHOW_ALL };
      for (const rows of rowsOfStep(equationFor(plan, at))) {
        for (const spec of Object.values(rows) as FormulaSpec[]) {
          said.push(speakFormula(spec, VOCABULARIES[lang], reading));
        }
      }
    }
    expect(said.filter((text) => /undefined|NaN|−|\\/.test(text))).toEqual([]);
  });
});

const WITHOUT_D21: Hidden = (r) => (refKey(r) === "d.2.1" ? "?" : null);

test("the mask covers what is spoken", () => {
  const { result } = rowsAt(MAZUR, "neuron", "d2.1");
  expect(spoken(result, MAZUR, "en", WITHOUT_D21)).toBe("delta 1 of layer 2 equals not shown");
});

test("a long sum says how much it leaves out", () => {
  const wide = networkOf({
    sizes: [32, 1],
    activations: ["tanh"],
    loss: "l2",
    seed: 3,
    scale: 1,
    masked: false,
  });
  const { numbers } = rowsAt(wide, "neuron", "z2.1");
  expect(spoken(numbers, wide, "en")).toContain("plus 28 more terms plus");
  expect(spoken(numbers, wide, "zh")).toContain("加另外28项加");
});

test("terms by their reference", () => {
  expect(speakPattern("w.3.2.1", en)).toBe("w 2 1 of layer 3");
  expect(speakPattern("t.2", en)).toBe("t 2");
  expect(speakPattern("w.3.*.1", en)).toBe("the matrix w of layer 3");
  expect(speakPattern("E", zh)).toBe("E");
});
