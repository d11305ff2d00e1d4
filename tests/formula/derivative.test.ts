import { renderToString } from "katex";
import { describe, expect, test } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import type { Network } from "../../src/engine/network.ts";
import { ref, refKey } from "../../src/engine/ref.ts";
import { valueOf } from "../../src/engine/trace.ts";
import { evaluate } from "../../src/formula/evaluate.ts";
import { array, literal, partial, scalar, transpose, unit, when } from "../../src/formula/expr.ts";
import type { Expr } from "../../src/formula/expr.ts";
import { SHOW_ALL } from "../../src/formula/fill.ts";
import { bindFree, instantiate } from "../../src/formula/instantiate.ts";
import { quantityOf, sizeOf } from "../../src/formula/refs.ts";
import { layoutFormula, type FormulaSpec } from "../../src/formula/rows.ts";
import { speakFormula } from "../../src/formula/speech.ts";
import type { Mode } from "../../src/formula/tex.ts";
import { KATEX_OPTIONS } from "../../src/formula/trust.ts";
import { speech as en } from "../../src/i18n/en/speech.ts";
import { MAZUR, networkOf } from "./networks.ts";

const trace = computeTrace(MAZUR, 1);
const specOf = (expr: Expr, mode: Mode): FormulaSpec => ({
  lhs: scalar("E"),
  lines: [{ relation: "equals", expr, mode }],
  binding: {},
  current: null,
});
const texOf = (expr: Expr, mode: Mode = "symbols"): string =>
  layoutFormula(specOf(expr, mode), { shape: MAZUR, elide: true, budget: { rows: 5, cols: 5 } })
    .lines[0].chunks.map(({ tex }) => tex)
    .join("");
const spoken = (expr: Expr, mode: Mode): string =>
  speakFormula(specOf(expr, mode), en, { trace, format: { digits: 4 }, hidden: SHOW_ALL });

describe("a derivative", () => {
  test.each<[string, Network]>([
    ["sigmoid", MAZUR],
    [
      "softmax",
      networkOf({
        sizes: [2, 3, 3],
        activations: ["tanh", "softmax"],
        loss: "ce",
        seed: 9,
        scale: 1,
        masked: false,
      }),
    ],
  ])("is what a small change makes of it (%s)", (_, network) => {
    const h = 1e-6;
    const L = network.layout.L;
    const moved = (sign: number): number => {
      const w = network.w.map((value, k) => (k === 1 ? value + sign * h : value));
      return valueOf(computeTrace({ ...network, w }, 1), ref("a", L, 2));
    };
    const wanted = (moved(1) - moved(-1)) / (2 * h);
    const expr = partial(scalar("a", L, 2), scalar("w", 2, 1, 2));
    expect(evaluate(expr, computeTrace(network, 1))).toBeCloseTo(wanted, 8);
  });

  test("is 0 by what comes later, and by z of the same layer the identity", () => {
    expect(evaluate(partial(scalar("z", 2, 1), scalar("z", 3, 1)), trace)).toBe(0);
    expect(evaluate(partial(array("z", 2), array("z", 2)), trace)).toEqual(
      evaluate(unit(2, null), trace),
    );
  });

  test("of E is a row, by a single number a number", () => {
    expect(sizeOf(partial(scalar("E"), array("z", 3)), MAZUR.layout)).toEqual([1, 2]);
    expect(sizeOf(partial(array("z", 3), scalar("w", 2, 1, 1)), MAZUR.layout)).toEqual([2, 1]);
    expect(sizeOf(partial(scalar("E"), scalar("z", 3, 1)), MAZUR.layout)).toBeNull();
  });

  test("of E is a quantity with a name, any other is none", () => {
    const named = quantityOf(partial(scalar("E"), scalar("z", 3, 2)))!;
    expect(refKey(ref(named.q, 3, 2))).toBe("d.3.2");
    expect(quantityOf(partial(scalar("z", 3, 1), scalar("z", 2, 1)))).toBeNull();
    expect(texOf(partial(scalar("E"), scalar("z", 3, 2)), "numbers")).toContain("ref=d.3.2");
  });

  test("there is none of a weight, nor by a hidden output", () => {
    const byOutput = partial(scalar("z", 3, 1), scalar("a", 2, 1));
    expect(() => evaluate(byOutput, trace)).toThrow(RangeError);
    const ofWeight = partial(scalar("w", 2, 1, 1), scalar("b", 2, 1));
    expect(() => evaluate(ofWeight, trace)).toThrow(RangeError);
  });
});

test("a case is decided as soon as its indices are numbers", () => {
  const rule = when("k", "i", scalar("a", "l", "i"));
  expect(instantiate(rule, { l: 2, i: 1, k: 1 }, MAZUR)).toEqual(scalar("a", 2, 1));
  expect(instantiate(rule, { l: 2, i: 1, k: 2 }, MAZUR)).toEqual(literal(0));
  expect(bindFree(rule, { l: 2, i: 1 })).toEqual(when("k", 1, scalar("a", 2, 1)));
  expect(() => evaluate(when(1, 1, literal(2)), trace)).toThrow(RangeError);
});

test("unit vectors and I have the size of their layer", () => {
  expect(evaluate(unit(2, 2), trace)).toEqual({ rows: 2, cols: 1, data: [0, 1] });
  expect(evaluate(unit(3, null), trace)).toEqual({ rows: 2, cols: 2, data: [1, 0, 0, 1] });
  expect(instantiate(unit("l", "i"), { l: 3, i: 1 }, MAZUR)).toEqual(unit(3, 1));
  expect(texOf(unit(2, 2), "numbers")).toContain("0\\\\1");
});

test("they are set and spoken in symbols and in numbers", () => {
  const jacobian = partial(array("z", 3), array("z", 2));
  for (const expr of [jacobian, transpose(jacobian), unit(2, 1), unit(2, null)]) {
    for (const mode of ["symbols", "numbers"] as const) {
      expect(renderToString(texOf(expr, mode), KATEX_OPTIONS)).toContain("katex");
    }
  }
  expect(renderToString(texOf(when("k", "i", literal(1))), KATEX_OPTIONS)).toContain("katex");
  // Without parentheses the T would belong to the denominator.
  expect(texOf(transpose(jacobian))).toMatch(
    /^\\bigl\(\\frac.*\\bigr\)\^\{T\}$|^\(\\frac.*\)\^\{T\}$/,
  );
  expect(spoken(partial(scalar("z", 3, 1), scalar("w", 2, 1, 2)), "symbols")).toBe(
    "E equals the partial derivative of z 1 of layer 3 by w 1 2 of layer 2, end derivative",
  );
  expect(spoken(when("k", "i", literal(1)), "symbols")).toBe(
    "E equals 1 if k equals i, otherwise 0",
  );
  expect(spoken(unit(2, 2), "symbols")).toBe("E equals the unit vector e 2");
  expect(spoken(unit(2, 2), "numbers")).toBe("E equals the column of 2: 0, 1; end column");
});
