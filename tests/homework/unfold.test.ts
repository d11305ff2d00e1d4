import { fc, test as property } from "@fast-check/vitest";
import { renderToString } from "katex";
import { expect, test } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import { createLayout } from "../../src/engine/layout.ts";
import { ref, refKey } from "../../src/engine/ref.ts";
import { edgeExists, valueOf, type Shape } from "../../src/engine/trace.ts";
import { matrixBudget } from "../../src/formula/elision.ts";
import { refs } from "../../src/formula/refs.ts";
import { layoutFormula } from "../../src/formula/rows.ts";
import type { Chunk } from "../../src/formula/template.ts";
import { KATEX_OPTIONS } from "../../src/formula/trust.ts";
import { formulaOf, unfold, type Parameter } from "../../src/homework/unfold.ts";
import { MAZUR, networkOf, networks } from "../formula/networks.ts";
import { differences } from "./check.ts";

const weight = (l: number, i: number, j: number): Parameter => ({ ...ref("w", l, i, j), q: "w" });
const bias = (l: number, i: number): Parameter => ({ ...ref("b", l, i), q: "b" });

/** Every parameter of a network, missing weights among them. */
function parametersOf({ layout }: Shape): readonly Parameter[] {
  const found: Parameter[] = [];
  for (let l = 2; l <= layout.L; l++) {
    for (let i = 1; i <= layout.sizes[l - 1]; i++) {
      found.push(bias(l, i));
      for (let j = 1; j <= layout.sizes[l - 2]; j++) found.push(weight(l, i, j));
    }
  }
  return found;
}

property.prop([networks, fc.nat()], { numRuns: 40 })("every line is the gradient", (network, n) => {
  const trace = computeTrace(network, 1);
  const parameters = parametersOf(network);
  const parameter = parameters[n % parameters.length];
  const { q, l, i, j } = parameter;
  const unfolding = unfold(network, parameter);
  expect(unfolding === null).toBe(q === "w" && !edgeExists(network, l, i, j));
  const gradient = valueOf(trace, ref(q === "w" ? "gw" : "gb", l, i, j));
  const wrong = (unfolding?.lines ?? []).flatMap(({ expr, item }) =>
    differences(expr, gradient, trace, `${refKey(parameter)}, ${item}`),
  );
  expect(wrong).toEqual([]);
});

test("a weight of Mazur's network, line by line", () => {
  const unfolding = unfold(MAZUR, weight(2, 1, 1))!;
  expect(unfolding.lines.map(({ item }) => item)).toEqual([
    "1a",
    "2a",
    "3a",
    "recursion",
    "delta-hidden",
    "delta-out-chain",
    "delta-out",
  ]);
  expect(unfolding.complete).toBe(true);
  const last = unfolding.lines[unfolding.lines.length - 1];
  expect(new Set(refs(last.expr).map(({ q }) => q))).toEqual(new Set(["z", "w", "a", "t"]));
  expect(last.replaced).toEqual([ref("d", 3, 1), ref("d", 3, 2)]);
  const options = { shape: MAZUR, elide: true, budget: matrixBudget(400, 4, 20) };
  for (const line of unfolding.lines) {
    for (const mode of ["symbols", "numbers"] as const) {
      const { lines } = layoutFormula(formulaOf(unfolding, line, mode), options);
      for (const { tex } of lines[0].chunks)
        expect(renderToString(tex, KATEX_OPTIONS)).toBeTruthy();
    }
  }
});

/** TeX of each unit that breaks only where it is wider than a line, without slot numbers. */
function units(chunks: readonly Chunk[]): string[] {
  const found: string[] = [];
  for (const { tex, soft } of chunks) {
    const text = tex.replaceAll(/slot=\d+/g, "slot");
    if (soft) found.push(`${found.pop()}${text.replace(/^\{\}(?=\\cdot)/, "")}`);
    else found.push(text);
  }
  return found;
}

property.prop([networks, fc.nat()], { numRuns: 40 })(
  "in a narrow column it is the same formula, and every factor may start a line",
  (network, n) => {
    const parameters = parametersOf(network);
    const unfolding = unfold(network, parameters[n % parameters.length]);
    const options = { shape: network, elide: true, budget: matrixBudget(150, 4, 20) };
    for (const line of unfolding?.lines ?? []) {
      for (const mode of ["symbols", "numbers"] as const) {
        const spec = formulaOf(unfolding!, line, mode);
        const [{ chunks: wide }] = layoutFormula(spec, options).lines;
        const [{ chunks }] = layoutFormula(spec, { ...options, narrow: true }).lines;
        if (mode === "numbers") expect(units(chunks)).toEqual(units(wide));
        else expect(units(chunks).join("")).toBe(units(wide).join(""));
        // A parenthesis stays on the line of the symbol it is multiplied by.
        const texts = chunks.map(({ tex }) => tex);
        expect(
          texts.filter(
            (tex, k) =>
              mode === "symbols" &&
              /^\\,\\?\w*\(/.test(tex) &&
              /\{w_\{\d+\}\^\{\(\d\)\}\}\}$/.test(texts[k - 1]),
          ),
        ).toEqual([]);
        expect(chunks.flatMap(({ slots }) => slots)).toEqual(wide.flatMap(({ slots }) => slots));
        expect(wide.some(({ soft }) => soft)).toBe(false);
        for (const { tex, slots } of chunks) {
          expect(renderToString(tex, KATEX_OPTIONS)).toBeTruthy();
          // No chunk has two weights: each is a factor of its own.
          expect(slots.filter(({ ref: r }) => r?.q === "w").length).toBeLessThanOrEqual(1);
        }
      }
    }
  },
);

test("at the limits of the product it follows one δ, and stays small", () => {
  const sizes = [4, ...Array.from({ length: 22 }, () => 14), 4];
  const large = networkOf({
    sizes,
    activations: sizes.slice(1).map(() => "tanh" as const),
    loss: "l2",
    seed: 11,
    scale: 0.5,
    masked: false,
  });
  expect(large.layout).toEqual(createLayout(sizes));
  const trace = computeTrace(large, 1);
  const unfolding = unfold(large, weight(2, 3, 1))!;
  expect(unfolding.complete).toBe(false);
  const last = unfolding.lines[unfolding.lines.length - 1];
  expect(last.item).toBe("delta-out");
  expect(refs(last.expr).length).toBeLessThan(2000);
  const gradient = valueOf(trace, ref("gw", 2, 3, 1));
  expect(differences(last.expr, gradient, trace, "last line")).toEqual([]);
});

test("a neuron that leads nowhere ends it: its δ is 0", () => {
  const mask = Uint8Array.of(1, 1, 1, 1, 0, 1, 0, 1);
  const dead = { ...MAZUR, mask, w: MAZUR.w.map((value, k) => value * mask[k]) };
  const { lines, complete } = unfold(dead, weight(2, 1, 1))!;
  expect(lines.map(({ item }) => item)).toEqual(["1a", "2a", "3a", "recursion", "delta-hidden"]);
  expect(complete).toBe(true);
  expect(differences(lines[4].expr, 0, computeTrace(dead, 1), "last line")).toEqual([]);
});
