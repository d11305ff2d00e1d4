// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { computeTrace } from "../../src/engine/compute.ts";
import type { Network } from "../../src/engine/network.ts";
import { equationFor } from "../../src/formula/equation.ts";
import { rowsOfStep, type EquationRows } from "../../src/formula/rows.ts";
import { instantiateItem } from "../../src/homework/live.ts";
import { speech as en } from "../../src/i18n/en/speech.ts";
import { parseAddress } from "../../src/steps/address.ts";
import { createPlan, type Granularity } from "../../src/steps/plan.ts";
import { Formula, type FormulaProps } from "../../src/ui/Formula.tsx";
import { loadKatex } from "../../src/ui/katex.ts";
import { MAZUR, networkOf } from "./networks.ts";

let root: Root;
let page: HTMLElement;

beforeAll(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  // jsdom lays nothing out.
  Element.prototype.scrollIntoView = () => {};
  await loadKatex();
});
beforeEach(() => {
  page = document.createElement("div");
  document.body.append(page);
  root = createRoot(page);
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
});

function rowsAt(network: Network, by: Granularity, at: string): EquationRows {
  return rowsOfStep(equationFor(createPlan(network, by), parseAddress(at)!))[0];
}

const FORMAT = { digits: 4 };

function show(props: Pick<FormulaProps, "spec"> & Partial<FormulaProps>): void {
  act(() =>
    root.render(
      <Formula trace={computeTrace(MAZUR, 1)} format={FORMAT} vocabulary={en} {...props} />,
    ),
  );
}

const formula = (): HTMLElement => page.querySelector<HTMLElement>(".formula")!;
const term = (key: string): HTMLElement => page.querySelector<HTMLElement>(`[data-ref="${key}"]`)!;

test("numbers stand in their places, with every digit in the title", () => {
  show({ spec: rowsAt(MAZUR, "neuron", "d2.1").numbers });
  expect(term("d.3.2").textContent).toBe("(−0.0381)");
  expect(term("d.3.2").querySelector("[title]")!.getAttribute("title")).toMatch(/^−0\.0380982/);
  const relations = [...page.querySelectorAll(".formula-relation")].map((r) => r.textContent);
  expect(relations).toEqual(["≈", "≈"]);
});

test("numbers of a left side stand in their places too", () => {
  const { equations } = instantiateItem("forward-inverse", MAZUR, { l: 3, i: 1, j: 1 });
  show({ spec: equations[0].rows.numbers });
  const left = [...page.querySelectorAll(".formula-lhs [data-slot]")].map((n) => n.textContent);
  expect(left).toEqual(["1.106", "0.6"]);
});

test("new values are written into the same elements, and read out", () => {
  const { spec, changed } = {
    spec: rowsAt(MAZUR, "neuron", "z2.1").numbers,
    changed: { ...MAZUR, w: MAZUR.w.with(0, -3) },
  };
  show({ spec });
  const before = term("w.2.1.1");
  expect(before.textContent).toBe("0.15");
  show({ spec, trace: computeTrace(changed, 2) });
  expect(term("w.2.1.1")).toBe(before);
  expect(before.textContent).toBe("−3");
  expect(page.textContent).toContain("z 1 of layer 2 equals minus 3 times 0.05");
});

test("refreshing writes what a first rendering would", () => {
  const { numbers } = rowsAt(MAZUR, "neuron", "d2.1");
  const trace = computeTrace({ ...MAZUR, w: MAZUR.w.map((w) => -w) }, 2);
  show({ spec: numbers });
  show({ spec: numbers, trace });
  const refreshed = formula().innerHTML;
  act(() => root.unmount());
  root = createRoot(page);
  show({ spec: numbers, trace });
  expect(formula().innerHTML).toBe(refreshed);
});

test("a hidden number is not in the page, not even in a title", () => {
  const { result } = rowsAt(MAZUR, "neuron", "d2.1");
  show({ spec: result, hidden: () => "?" });
  expect(formula().textContent).toContain("?");
  expect(page.innerHTML).not.toContain("0.0087");
});

test("what is pointed at lights its terms, keys and patterns alike", () => {
  const { rule } = rowsAt(MAZUR, "neuron", "d2.1");
  show({ spec: rule, lit: ["w.3.2.1"] });
  const lit = [...page.querySelectorAll<HTMLElement>("[data-lit]")].map((e) => e.dataset["ref"]);
  expect(lit).toEqual(["w.3.*.1"]);
  show({ spec: rule, lit: [] });
  expect(page.querySelector("[data-lit]")).toBeNull();
});

test("what is pointed at is lit in a formula that is typeset later, and the walked term alone", () => {
  const keysLit = (): (string | undefined)[] =>
    [...page.querySelectorAll<HTMLElement>("[data-lit]")].map((e) => e.dataset["ref"]);
  const { rule, indices } = rowsAt(MAZUR, "neuron", "d2.1");
  const lit = ["w.3.2.1"];
  show({ spec: rule, lit });
  show({ spec: indices, lit });
  expect(keysLit()).toEqual(["w.3.2.1"]);
  const unlit: readonly string[] = [];
  show({ spec: indices, lit: unlit });
  const frame = page.querySelector<HTMLElement>(".formula-frame")!;
  const walked = [1, 2].map(() => {
    act(() => {
      frame.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
    });
    return keysLit();
  });
  expect(walked[0]).not.toEqual(walked[1]);
  expect(new Set(walked.map((keys) => keys.length))).toEqual(new Set([1]));
});

test("what was walked to goes with the formula", () => {
  const onTerm = vi.fn<(key: string | null) => void>();
  const { rule, indices } = rowsAt(MAZUR, "neuron", "d2.1");
  const walkOne = (): void =>
    act(() => {
      page
        .querySelector(".formula-frame")!
        .dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
    });
  show({ spec: rule, onTerm });
  walkOne();
  expect(onTerm).toHaveBeenLastCalledWith(expect.any(String));
  show({ spec: indices, onTerm });
  expect(onTerm).toHaveBeenLastCalledWith(null);
  expect(page.querySelector("[data-lit]")).toBeNull();
  walkOne();
  expect(onTerm).toHaveBeenLastCalledWith(expect.any(String));
  act(() => root.render(null));
  expect(onTerm).toHaveBeenLastCalledWith(null);
});

test("the pointer and the arrow keys name terms", () => {
  const onTerm = vi.fn<(key: string | null) => void>();
  show({ spec: rowsAt(MAZUR, "neuron", "gw2.1.2").indices, onTerm });
  act(() => {
    term("d.2.1").dispatchEvent(new Event("pointerover", { bubbles: true }));
  });
  expect(onTerm).toHaveBeenLastCalledWith("d.2.1");
  const frame = page.querySelector<HTMLElement>(".formula-frame")!;
  const press = (key: string): void =>
    act(() => {
      frame.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    });
  press("ArrowDown");
  press("ArrowDown");
  expect(onTerm).toHaveBeenLastCalledWith("d.2.1");
  expect(page.querySelector("[aria-live]")!.textContent).toBe("delta 1 of layer 2");
  press("ArrowUp");
  press("ArrowUp");
  expect(onTerm).toHaveBeenLastCalledWith("a.1.2");
});

const wide = networkOf({
  sizes: [32, 1],
  activations: ["tanh"],
  loss: "l2",
  seed: 3,
  scale: 1,
  masked: false,
});

test("the button for omitted terms is a tab stop where the formula is one", () => {
  const { indices, numbers } = rowsAt(wide, "neuron", "z2.1");
  const tabIndexAt = (spec: FormulaProps["spec"], reachable: boolean): number => {
    show({ spec, trace: computeTrace(wide, 1), reachable });
    return page.querySelector<HTMLButtonElement>(".formula-gap")!.tabIndex;
  };
  expect(tabIndexAt(numbers, false)).toBe(-1);
  expect(tabIndexAt(indices, false)).toBe(-1);
  expect(tabIndexAt(indices, true)).toBe(0);
  expect(tabIndexAt(indices, false)).toBe(-1);
});

test("omitted terms are shown on demand", () => {
  show({ spec: rowsAt(wide, "neuron", "z2.1").numbers, trace: computeTrace(wide, 1) });
  expect(term("w.2.1.9")).toBeNull();
  const button = page.querySelector<HTMLButtonElement>("button")!;
  expect(button.textContent).toBe("⋯ 28 more terms ⋯");
  act(() => button.click());
  expect(term("w.2.1.9")).not.toBeNull();
  expect(page.querySelector("button")).toBeNull();
});
