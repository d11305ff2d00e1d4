import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import { createLayout } from "../../src/engine/layout.ts";
import type { Network } from "../../src/engine/network.ts";
import { ref } from "../../src/engine/ref.ts";
import { computeTangent } from "../../src/engine/tangent.ts";
import { edgeExists, valueOf } from "../../src/engine/trace.ts";
import { matrixBudget } from "../../src/formula/elision.ts";
import { evaluate } from "../../src/formula/evaluate.ts";
import { SHOW_ALL } from "../../src/formula/fill.ts";
import { sizeOf } from "../../src/formula/refs.ts";
import { layoutFormula, type FormulaSpec } from "../../src/formula/rows.ts";
import { speakFormula } from "../../src/formula/speech.ts";
import { KATEX_OPTIONS } from "../../src/formula/trust.ts";
import { instantiateItem, sizeAt, type LiveEquation } from "../../src/homework/live.ts";
import { targetOf, type Target } from "../../src/homework/place.ts";
import { itemOf, SHEET } from "../../src/homework/sheet.ts";
import { speech as en } from "../../src/i18n/en/speech.ts";
import { speech as zh } from "../../src/i18n/zh/speech.ts";
import { formatNumber } from "../../src/numbers/format.ts";
import { readLink } from "../../src/share/link.ts";
import { renderToString } from "katex";
import { MAZUR, networkOf, networks } from "../formula/networks.ts";
import { differences, numbersOf } from "./check.ts";

const ITEMS = SHEET.flatMap(({ items }) => items);

/** A network and any weight's place in it, existing or not. */
const cases: fc.Arbitrary<readonly [Network, Target]> = fc
  .tuple(networks, fc.nat(), fc.nat(), fc.nat())
  .map(([network, l, i, j]) => {
    const { L, sizes } = network.layout;
    const layer = 2 + (l % (L - 1));
    const target = { l: layer, i: 1 + (i % sizes[layer - 1]), j: 1 + (j % sizes[layer - 2]) };
    return [network, target] as const;
  });

const all = (network: Network, target: Target): readonly (readonly [string, LiveEquation])[] =>
  ITEMS.flatMap(({ id }) =>
    instantiateItem(id, network, target).equations.map((live) => [id, live] as const),
  );

describe("every corrected equation", () => {
  property.prop([cases], { numRuns: 50 })("says what the engine computed", ([network, target]) => {
    const trace = computeTrace(network, 1);
    const wrong = all(network, target).flatMap(([id, { equation, form }]) => {
      const result = evaluate(equation.instance.lhs, trace);
      return [equation.instance.rhs, ...equation.reduced].flatMap((side) =>
        differences(side, result, trace, `${id} ${form}`),
      );
    });
    expect(wrong).toEqual([]);
  });

  property.prop([cases], { numRuns: 4 })(
    "can be set, read and spoken",
    ([network, target]) => {
      const trace = computeTrace(network, 1);
      const options = { shape: network, elide: true, budget: matrixBudget(400, 4, 20) };
      const reading = { trace, format: { digits: 4 }, hidden: SHOW_ALL };
      const said = all(network, target).flatMap(([, { rows }]) =>
        (Object.values(rows) as FormulaSpec[]).flatMap((spec) => {
          const { lhs, lines } = layoutFormula(spec, options);
          for (const chunk of [...lhs, ...lines.flatMap((line) => line.chunks)]) {
            if (chunk.tex !== "") renderToString(chunk.tex, KATEX_OPTIONS);
          }
          return [en, zh].map((vocabulary) => speakFormula(spec, vocabulary, reading));
        }),
      );
      expect(said.filter((text) => /undefined|NaN|\\/.test(text))).toEqual([]);
    },
    30_000,
  );
});

property.prop([cases], { numRuns: 60 })("∂z_k/∂w_ij is 0 but for k = i", ([network, target]) => {
  const { l, i, j } = target;
  const trace = computeTrace(network, 1);
  const edge = edgeExists(network, l, i, j);
  const tangent = computeTangent(trace, { q: "w", l, i, j });
  const first = network.layout.neuronOffset[l];
  for (let k = 1; k <= network.layout.sizes[l - 1]; k++) {
    const entry = instantiateItem("dz-dw", network, target, k).equations.find(
      ({ form }) => form === "index",
    );
    expect(entry !== undefined).toBe(edge);
    if (entry === undefined) continue;
    const got = evaluate(entry.equation.instance.rhs, trace);
    expect(got).toBe(tangent.zdot[first + k - 1]);
    expect(got).toBe(k === i ? valueOf(trace, ref("a", l - 1, j)) : 0);
  }
});

property.prop([cases], { numRuns: 60 })("shapes are those of the factors", ([network, target]) => {
  for (const { id, shapes } of ITEMS) {
    const matrix = instantiateItem(id, network, target).equations.find(
      ({ form }) => form === "matrix",
    );
    if (matrix === undefined || shapes.length === 0) continue;
    const { lhs } = matrix.equation.instance;
    const l = matrix.equation.binding.l ?? network.layout.L;
    const size = [shapes[0].rows, shapes[0].cols].map((n) => sizeAt(n, network.layout, l));
    expect([id, sizeOf(lhs, network.layout) ?? [1, 1]]).toEqual([id, size]);
  }
});

test("the Jacobian of a 2-2-2 network is the product, entry by entry", () => {
  const trace = computeTrace(MAZUR, 1);
  const { equations } = instantiateItem("product", MAZUR, { l: 3, i: 2, j: 1 });
  const [index, matrix] = equations.map(({ equation }) => evaluate(equation.instance.rhs, trace));
  const s = (l: number, i: number): number => valueOf(trace, ref("s", l, i));
  const w = (l: number, i: number, j: number): number => valueOf(trace, ref("w", l, i, j));
  const byHand = [1, 2].reduce((sum, k) => sum + s(3, 2) * w(3, 2, k) * s(2, k) * w(2, k, 1), 0);
  expect(index).toBeCloseTo(byHand, 14);
  expect(numbersOf(matrix)[2]).toBeCloseTo(byHand, 14);
});

test("what has no numbers here says why", () => {
  const target = { l: 2, i: 1, j: 1 };
  const shallow = networkOf({
    sizes: [2, 2],
    activations: ["softmax"],
    loss: "ce",
    seed: 5,
    scale: 1,
    masked: false,
  });
  expect(instantiateItem("recursion", shallow, target).absence).toBe("noHiddenLayer");
  expect(instantiateItem("delta-out-chain", shallow, target).absence).toBe("otherLoss");
  expect(instantiateItem("difference", shallow, target).absence).toBe("otherPoint");
  expect(instantiateItem("symbol-t", shallow, target).absence).toBe("noNumber");
  expect(instantiateItem("forward-needed", shallow, target).absence).toBe("ifInvertible");
  const unconnected = { ...shallow, mask: new Uint8Array(4) };
  expect(instantiateItem("3a", unconnected, target).absence).toBe("noEdge");
  expect(instantiateItem("3a", shallow, target).absence).toBeNull();
});

test("a drawing that has only been begun has no equations yet", () => {
  const begun = { ...MAZUR, layout: createLayout([2]), activations: [] };
  const target = targetOf(ref("a", 1, 2), begun);
  expect(target).toEqual({ l: 2, i: 1, j: 1 });
  for (const { id } of ITEMS.filter(({ live }) => live.length > 0)) {
    expect(instantiateItem(id, begun, target)).toEqual({ equations: [], absence: "incomplete" });
  }
});

test("a number that is pointed at means a place", () => {
  expect(targetOf(ref("w", 3, 2, 1), MAZUR)).toEqual({ l: 3, i: 2, j: 1 });
  expect(targetOf(ref("d", 2, 2), MAZUR)).toEqual({ l: 2, i: 2, j: 1 });
  expect(targetOf(ref("a", 1, 2), MAZUR)).toEqual({ l: 2, i: 1, j: 2 });
  expect(targetOf(ref("t", 0, 2), MAZUR)).toEqual({ l: 3, i: 2, j: 1 });
  expect(targetOf(ref("E"), MAZUR)).toEqual({ l: 2, i: 1, j: 1 });
});

/** Sums without their bounds, nothing that only spaces or groups, no ties. */
function plain(tex: string): string {
  const lines = tex.startsWith("\\begin{aligned}")
    ? tex.replace(/\\(?:begin|end)\{aligned\}/g, "").replaceAll("\\\\", "=")
    : tex;
  return lines
    .replaceAll("\\Rightarrow", "=")
    .replace(/\\htmlData\{ref=[^}]*\}/g, "")
    .replace(/\\sum_\{([ijk])=1\}\^\{n_(?:\w|\{l[-+]1\})\}/g, "\\sum_$1")
    .replace(/\\(?:left|right|[bB]igg?[lr]?)(?=[()])/g, "")
    .replace(/\\(?:,|;|quad)|[{}\s&]/g, "");
}

test("the corrected forms in TeX are the live ones", () => {
  const deep = networkOf({
    sizes: [2, 3, 2, 2],
    activations: ["tanh", "tanh", "sigmoid"],
    loss: "l2",
    seed: 2,
    scale: 1,
    masked: false,
  });
  const options = { shape: deep, elide: true, budget: matrixBudget(400, 4, 20) };
  const unlike: string[] = [];
  for (const { id } of ITEMS.filter((item) => !OTHERWISE_WRITTEN.has(item.id))) {
    for (const { form, rows } of instantiateItem(id, deep, { l: 3, i: 1, j: 2 }).equations) {
      const stated = `=${plain(itemOf(id)[form] ?? "")}=`;
      const { lhs, lines } = layoutFormula(rows.rule, options);
      for (const chunks of [lhs, lines[0].chunks]) {
        const side = plain(chunks.map(({ tex }) => tex).join(""));
        if (!stated.includes(`=${side}=`)) unlike.push(`${id} ${form}: ${side} in ${stated}`);
      }
    }
  }
  expect(unlike).toEqual([]);
});

/** Written for a network of any depth, which no one Expr is; and y for a^(L) beside it. */
const OTHERWISE_WRITTEN = new Set(["composition", "product"]);

test("a left side that is worked out stands in numbers on the left, what it comes to on the right", () => {
  const trace = computeTrace(MAZUR, 1);
  const reading = { trace, format: { digits: 4 }, hidden: SHOW_ALL };
  const z = valueOf(trace, ref("z", 3, 1));
  const b = valueOf(trace, ref("b", 3, 1));
  const { equations } = instantiateItem("forward-inverse", MAZUR, { l: 3, i: 1, j: 1 });
  const [numbers, result] = [equations[0].rows.numbers, equations[0].rows.result].map((spec) =>
    speakFormula(spec, en, reading),
  );
  expect(numbers).toMatch(
    new RegExp(`^${formatNumber(z, reading.format)} minus 0\\.6 is approximately`),
  );
  expect(result.endsWith(` ${formatNumber(z - b, reading.format)}`)).toBe(true);
  const { lines } = layoutFormula(equations[1].rows.result, {
    shape: MAZUR,
    elide: true,
    budget: matrixBudget(400, 4, 20),
  });
  const column = lines[0].chunks.map(({ tex }) => tex).join("");
  expect(column.match(/\\begin\{/g)).toHaveLength(1);
});

test("z is solved for the layer before only where that one has a σ", () => {
  const network = readLink("net=2-3-3-2").network!;
  const layers = instantiateItem("forward-inverse", network, { l: 2, i: 2, j: 1 }).equations.map(
    ({ equation }) => equation.binding.l,
  );
  expect(layers).toEqual([3, 3]);
});
