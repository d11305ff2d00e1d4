/** Refreshing the numbers of a formula against rendering it with KaTeX, in jsdom. */
import { render } from "katex";
import { JSDOM } from "jsdom";
import { computeTrace } from "../../src/engine/compute.ts";
import { createLayout } from "../../src/engine/layout.ts";
import type { Network } from "../../src/engine/network.ts";
import { matrixBudget } from "../../src/formula/elision.ts";
import { equationFor } from "../../src/formula/equation.ts";
import { SHOW_ALL, type Reading } from "../../src/formula/fill.ts";
import { layoutFormula, rowsOfStep } from "../../src/formula/rows.ts";
import { KATEX_OPTIONS } from "../../src/formula/trust.ts";
import { address } from "../../src/steps/address.ts";
import { createPlan } from "../../src/steps/plan.ts";
import { fillFormula, typesetFormula } from "../../src/ui/typeset.ts";
import { compare } from "./interleave.ts";
import { inMilliseconds, type Row } from "./row.ts";

/** z_1 of eight products. */
function network(): Network {
  const layout = createLayout([8, 1]);
  return {
    layout,
    activations: ["sigmoid"],
    loss: "l2",
    mask: null,
    w: Float64Array.from({ length: 8 }, (_, k) => Math.sin(k + 1)),
    b: new Float64Array(9),
    x: Float64Array.from({ length: 8 }, (_, k) => Math.cos(k + 1)),
    t: Float64Array.of(0.5),
    eta: 0.5,
  };
}

/**
 * KaTeX checks the mode of the document it is loaded into once; jsdom's is in standards mode. A
 * document in jsdom is slower than a browser's, for both sides: the ratio is what is looked at.
 */
export async function benchFormula(): Promise<Row[]> {
  const { window } = new JSDOM("<!doctype html><div></div>");
  Object.assign(globalThis, { document: window.document });
  const container = window.document.querySelector("div")!;
  const first = network();
  const traces = [first, { ...first, w: first.w.map((w) => -w) }].map((n, k) => computeTrace(n, k));
  const [rows] = rowsOfStep(equationFor(createPlan(first, "neuron"), address("z", 2, 1)));
  const layout = layoutFormula(
    { ...rows.numbers, lines: rows.numbers.lines.slice(0, 1) },
    { shape: first, elide: true, budget: matrixBudget(400, 4, 20) },
  );
  const readings = traces.map<Reading>((trace) => ({
    trace,
    format: { digits: 4 },
    hidden: SHOW_ALL,
  }));
  const formula = typesetFormula(container, layout, {
    render: (tex, element) => render(tex, element, KATEX_OPTIONS),
    omittedLabel: String,
  });
  const scratch = window.document.createElement("div");
  const chunks = [...layout.lhs, ...layout.lines.flatMap((line) => line.chunks)];
  let turn = 0;
  const { subject, reference, ratio } = compare(
    () => fillFormula(formula, layout, readings[turn++ % 2]),
    () => {
      for (const { tex } of chunks) render(tex, scratch, KATEX_OPTIONS);
    },
  );
  return [
    {
      what: "formula of 8 terms, refresh over render, in jsdom",
      ours: inMilliseconds(subject / 1e6, 3),
      reference: inMilliseconds(reference / 1e6, 3),
      ratio,
      limit: 0.25,
    },
  ];
}
