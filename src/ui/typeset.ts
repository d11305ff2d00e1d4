/**
 * A laid-out formula in the document: KaTeX renders the chunks once, and the numbers are written
 * into their places by `fillFormula`, the first time and whenever a value changes. So refreshing
 * costs a few text nodes, and cannot differ from the first rendering.
 */
import { createFiller, relationText, type Filling, type Reading } from "../formula/fill.ts";
import type { FormulaLayout } from "../formula/rows.ts";
import type { Chunk } from "../formula/template.ts";
import { adoptChildren } from "./adopt.ts";

/**
 * Renders TeX into an element: `katex.render` with the product's options. `htmlAndMathml` where no
 * sentence of its own says what it shows.
 */
export type RenderTex = (
  tex: string,
  element: HTMLElement,
  output?: "html" | "htmlAndMathml",
) => void;

/** The elements of a formula that change. */
export interface TypesetFormula {
  /** Elements of the slots of the left side. */
  readonly lhs: readonly HTMLElement[];
  readonly lines: readonly TypesetLine[];
}

interface TypesetLine {
  readonly relation: HTMLElement;
  /** Elements of the slots, chunk after chunk. */
  readonly slots: readonly HTMLElement[];
}

export interface TypesetOptions {
  readonly render: RenderTex;
  /** What the button in place of omitted terms says. */
  readonly omittedLabel: (count: number) => string;
}

/** Rendered chunks by TeX; a formula that comes back is cloned and not rendered. */
const rendered = new Map<string, HTMLElement>();
const CACHE_LIMIT = 2000;

/**
 * Makes `container` show the formula, keeping the elements of the one before that fit. Numbers are
 * left at their placeholders, or at what stood in their place before.
 */
export function typesetFormula(
  container: HTMLElement,
  layout: FormulaLayout,
  options: TypesetOptions,
): TypesetFormula {
  const fresh = document.createElement("span");
  const lhs = box("formula-lhs");
  appendChunks(lhs, layout.lhs, options);
  fresh.append(lhs);
  for (const line of layout.lines) {
    const relation = box("formula-relation");
    relation.ariaHidden = "true";
    const rhs = box("formula-rhs");
    appendChunks(rhs, line.chunks, options);
    fresh.append(relation, rhs);
  }
  adoptChildren(container, fresh, (element) => element.hasAttribute("data-slot"));
  return {
    lhs: slotsOf(container.children[0]),
    lines: layout.lines.map((_, n) => ({
      relation: container.children[1 + 2 * n] as HTMLElement,
      slots: slotsOf(container.children[2 + 2 * n]),
    })),
  };
}

/** Elements of the slots of a side, chunk after chunk. */
function slotsOf(side: Element): HTMLElement[] {
  return [...side.querySelectorAll(".formula-chunk")].flatMap((chunk) =>
    [...chunk.querySelectorAll<HTMLElement>("[data-slot]")].toSorted(
      (a, b) => Number(a.dataset.slot) - Number(b.dataset.slot),
    ),
  );
}

/** Writes the numbers of `layout`, whose key is that of the typeset formula, into their places. */
export function fillFormula(
  formula: TypesetFormula,
  layout: FormulaLayout,
  reading: Reading,
): void {
  const fillingOf = createFiller(reading);
  const left = layout.lhs.flatMap((chunk) => chunk.slots.map(fillingOf));
  left.forEach((filling, k) => fillSlot(formula.lhs[k], filling));
  formula.lines.forEach((line, n) => {
    const { relation, chunks } = layout.lines[n];
    const fillings = chunks.flatMap((chunk) => chunk.slots.map(fillingOf));
    fillings.forEach((filling, k) => fillSlot(line.slots[k], filling));
    setText(line.relation, relationText(relation, fillings));
  });
}

function fillSlot(element: HTMLElement, { text, exact }: Filling): void {
  setText(element, text);
  if (exact === null) element.removeAttribute("title");
  else if (element.title !== exact) element.title = exact;
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Appends chunks, those glued together in one box, which breaks before a soft one at most. */
function appendChunks(
  parent: HTMLElement,
  chunks: readonly Chunk[],
  options: TypesetOptions,
): void {
  let unit = parent;
  for (const chunk of chunks) {
    if ((!chunk.glue && !chunk.soft) || unit === parent) {
      unit = box("formula-unit");
      parent.append(unit);
    }
    if (chunk.soft) unit.dataset.soft = "";
    if (chunk.omitted > 0) {
      unit.append(gapButton(chunk.omitted, options));
      continue;
    }
    const element = renderChunk(chunk.tex, options.render);
    if (chunk.current) element.dataset.current = "";
    unit.append(element);
  }
}

function renderChunk(tex: string, render: RenderTex): HTMLElement {
  return modelOf(tex, render).cloneNode(true) as HTMLElement;
}

function modelOf(tex: string, render: RenderTex): HTMLElement {
  let model = rendered.get(tex);
  if (model === undefined) {
    model = box("formula-chunk");
    render(`\\displaystyle ${tex}`, model);
    if (rendered.size >= CACHE_LIMIT) rendered.clear();
    rendered.set(tex, model);
  }
  return model;
}

function gapButton(count: number, { omittedLabel }: TypesetOptions): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "formula-gap";
  button.textContent = `⋯ ${omittedLabel(count)} ⋯`;
  return button;
}

function box(className: string): HTMLElement {
  const element = document.createElement("span");
  element.className = className;
  return element;
}
