/** The speech reader: a formula as a sentence for assistive technology. */
import { formatNumber } from "../numbers/format.ts";
import type { Activation } from "../engine/network.ts";
import { edgeExists } from "../engine/trace.ts";
import type { Quantity } from "../engine/ref.ts";
import { allTerms, shownEntries, shownTerms } from "./elision.ts";
import type { ArrayExpr, BoundIndex, Expr, Fn, Index, IndexSymbol, RefExpr } from "./expr.ts";
import { createFiller, type Filling, type Reading } from "./fill.ts";
import { ATOM, PRODUCT, precedence, SUM } from "./precedence.ts";
import { arraySize, concreteRef, entryRef, isEdgeQuantity, sizeOf, unitRow } from "./refs.ts";
import type { FormulaSpec } from "./rows.ts";
import type { NumberSlot } from "./template.ts";
import type { Mode } from "./tex.ts";

/** The indices of a quantity as spoken; "" where it has none. */
export interface SpokenIndices {
  readonly l: string;
  readonly i: string;
  readonly j: string;
}

/** How one language reads formulas aloud. Parts arrive spoken. */
export interface SpeechVocabulary {
  readonly index: Readonly<Record<IndexSymbol, string>>;
  /** One quantity: "delta 1 of layer 2". */
  readonly quantity: Readonly<Record<Quantity, (at: SpokenIndices) => string>>;
  /** A quantity of a whole layer: "the vector delta of layer 2". */
  readonly layer: Readonly<Record<Quantity, (l: string) => string>>;
  /** The vector x. */
  readonly input: string;
  readonly fn: (fn: Fn, activation: Activation | null) => string;
  readonly apply: (fn: string, of: string) => string;
  /** A number as it is shown (`−1.2`, `3.4e−5`), spoken. */
  readonly number: (text: string) => string;
  /** A number that may not be shown. */
  readonly hidden: string;
  readonly equals: string;
  readonly approximately: string;
  readonly gets: string;
  readonly differs: string;
  readonly plus: string;
  readonly minus: string;
  readonly times: string;
  readonly matrixTimes: string;
  readonly elementwise: string;
  readonly negative: (of: string) => string;
  readonly half: (of: string) => string;
  readonly squared: (of: string) => string;
  readonly exponential: (of: string) => string;
  readonly over: (over: string, under: string) => string;
  readonly logarithm: (of: string) => string;
  readonly group: (of: string) => string;
  readonly sumOver: (index: string, upTo: number | null, body: string) => string;
  readonly omitted: (count: number) => string;
  readonly transposed: (of: string) => string;
  readonly diagonal: (of: string) => string;
  readonly partial: (of: string, by: string) => string;
  /** `of` where two indices are equal, and 0 elsewhere. */
  readonly when: (of: string, left: string, right: string) => string;
  readonly unitVector: (index: string) => string;
  readonly identity: string;
  readonly matrix: (rows: number, cols: number, content: readonly string[]) => string;
  readonly row: (row: number, entries: readonly string[]) => string;
  readonly column: (entries: readonly string[]) => string;
  /** Rows or columns left out of a matrix. */
  readonly dots: string;
  readonly noEdge: string;
  /** Words and parts one after the other. */
  readonly join: (parts: readonly string[]) => string;
  /** Between the lines of a formula. */
  readonly pause: string;
}

/** The longest side of a matrix that is read out in full. */
const SPOKEN_ENTRIES = 6;

/** Reads a whole formula aloud: one sentence. */
export function speakFormula(
  { lhs, lines, current }: FormulaSpec,
  vocabulary: SpeechVocabulary,
  reading: Reading,
): string {
  const spoken = lines.map(({ relation, expr, mode }) => {
    const speaker = new Speaker(vocabulary, mode, reading, current);
    const text = speaker.say(expr, SUM);
    const is = speaker.rounded ? vocabulary.approximately : vocabulary.equals;
    return vocabulary.join([relation === "equals" ? is : vocabulary[relation], text]);
  });
  const left = new Speaker(vocabulary, "symbols", reading, current).say(lhs, SUM);
  const first = vocabulary.join([left, ...spoken.slice(0, 1)]);
  return [first, ...spoken.slice(1)].map(trimPause).join(vocabulary.pause);
}

/** Without the comma that ends a sum, where the formula ends with it. */
function trimPause(text: string): string {
  return text.replace(/[,,]$/u, "");
}

class Speaker {
  rounded = false;
  readonly #v: SpeechVocabulary;
  readonly #mode: Mode;
  readonly #reading: Reading;
  readonly #fill: (slot: NumberSlot) => Filling;
  readonly #current: number | null;

  constructor(vocabulary: SpeechVocabulary, mode: Mode, reading: Reading, current: number | null) {
    this.#v = vocabulary;
    this.#mode = mode;
    this.#reading = reading;
    this.#fill = createFiller(reading);
    this.#current = current;
  }

  say(expr: Expr, level: number): string {
    const text = this.#say(expr);
    return precedence(expr) < level ? this.#v.group(text) : text;
  }

  #say(expr: Expr): string {
    const v = this.#v;
    switch (expr.kind) {
      case "ref":
        return this.#scalar(expr);
      case "array":
        return this.#array(expr);
      case "literal":
        return formatNumber(expr.value, this.#reading.format);
      case "value":
        return this.#value(expr.of);
      case "sum":
        return this.#sum(expr.terms, expr.at);
      case "sumOver":
        return v.sumOver(v.index[expr.index], expr.upTo, this.say(expr.body, PRODUCT));
      case "difference":
        return this.#join(this.say(expr.left, SUM), v.minus, this.say(expr.right, PRODUCT));
      case "negative":
        return v.negative(this.say(expr.of, PRODUCT));
      case "product":
        return this.#list(
          expr.factors.map((factor) => this.say(factor, PRODUCT)),
          v.times,
        );
      case "half":
        return v.half(this.say(expr.of, PRODUCT));
      case "square":
        return v.squared(this.say(expr.of, ATOM));
      case "exp":
        return v.exponential(this.say(expr.of, SUM));
      case "fraction":
        return v.over(this.say(expr.over, PRODUCT), this.say(expr.under, PRODUCT));
      case "log": {
        const of = this.say(expr.of, ATOM);
        return v.logarithm(expr.complement ? v.group(this.#join("1", v.minus, of)) : of);
      }
      case "call":
        return v.apply(v.fn(expr.fn, expr.activation), this.say(expr.of, SUM));
      case "group":
        return v.group(this.say(expr.of, SUM));
      case "transpose":
        return v.transposed(this.say(expr.of, ATOM));
      case "matmul":
        return this.#join(
          this.say(expr.left, PRODUCT),
          v.matrixTimes,
          this.say(expr.right, PRODUCT),
        );
      case "hadamard":
        return this.#join(
          this.say(expr.left, PRODUCT),
          v.elementwise,
          this.say(expr.right, PRODUCT),
        );
      case "outer":
        return this.#join(
          this.say(expr.left, PRODUCT),
          v.matrixTimes,
          v.transposed(this.say(expr.right, ATOM)),
        );
      case "diag":
        return v.diagonal(this.say(expr.of, SUM));
      case "partial":
        if (this.#mode === "numbers") return this.#value(expr);
        return v.partial(this.say(expr.of, SUM), this.say(expr.by, SUM));
      case "when":
        return v.when(this.say(expr.of, SUM), speakIndex(expr.left, v), speakIndex(expr.right, v));
      case "unit":
        return this.#unit(expr.index, expr);
    }
  }

  #scalar(expr: RefExpr): string {
    if (this.#mode === "symbols") return speakRef(expr, this.#v);
    return this.#number({ expr, cell: null, ref: concreteRef(expr), parens: false });
  }

  #array(expr: ArrayExpr): string {
    const v = this.#v;
    if (this.#mode === "symbols") {
      return expr.as === "x" ? v.input : v.layer[expr.q](speakIndex(expr.l, v));
    }
    const { trace } = this.#reading;
    const [rows, cols] = arraySize(expr, trace.layout);
    return this.#matrix(rows, cols, (row, col) => {
      const ref = entryRef(expr, row, col);
      if (isEdgeQuantity(ref.q) && !edgeExists(trace, ref.l, ref.i, ref.j)) return v.noEdge;
      return this.#number({ expr, cell: { row, col }, ref, parens: false });
    });
  }

  #value(expr: Expr): string {
    const size = sizeOf(expr, this.#reading.trace.layout);
    if (size === null) return this.#number({ expr, cell: null, ref: null, parens: false });
    return this.#matrix(size[0], size[1], (row, col) =>
      this.#number({ expr, cell: { row, col }, ref: null, parens: false }),
    );
  }

  #unit(index: Index | null, expr: Expr): string {
    const v = this.#v;
    if (this.#mode === "symbols") {
      return index === null ? v.identity : v.unitVector(speakIndex(index, v));
    }
    const [rows, cols] = sizeOf(expr, this.#reading.trace.layout)!;
    return this.#matrix(rows, cols, (row, col) => (row === unitRow(index, col) ? "1" : "0"));
  }

  #matrix(rows: number, cols: number, cell: (row: number, col: number) => string): string {
    const v = this.#v;
    const shownRows = shownEntries(rows, SPOKEN_ENTRIES);
    const shownCols = shownEntries(cols, SPOKEN_ENTRIES);
    if (cols === 1) {
      const entries = shownRows.map((row) => ("show" in row ? cell(row.show, 0) : v.dots));
      return v.matrix(rows, cols, [v.column(entries)]);
    }
    const content = shownRows.map((row) => {
      if (!("show" in row)) return v.dots;
      const entries = shownCols.map((col) => ("show" in col ? cell(row.show, col.show) : v.dots));
      return v.row(row.show + 1, entries);
    });
    return v.matrix(rows, cols, content);
  }

  #sum(terms: readonly Expr[], at: readonly number[] | null): string {
    const current = at === null || this.#current === null ? -1 : at.indexOf(this.#current);
    const parts = at === null ? allTerms(terms.length) : shownTerms(terms.length, current);
    const spoken = parts.map((part) =>
      "omit" in part ? this.#v.omitted(part.omit) : this.say(terms[part.show], SUM),
    );
    return this.#list(spoken, this.#v.plus);
  }

  #number(slot: NumberSlot): string {
    const filling = this.#fill(slot);
    this.rounded ||= filling.rounded;
    if (filling.exact === null) return this.#v.hidden;
    return this.#v.number(filling.text);
  }

  #join(...parts: string[]): string {
    return this.#v.join(parts);
  }

  #list(parts: readonly string[], between: string): string {
    return this.#v.join(parts.flatMap((part, n) => (n === 0 ? [part] : [between, part])));
  }
}

/** The name of a quantity, spoken; indices may be symbols. */
export function speakRef({ q, l, i, j }: Omit<RefExpr, "kind">, v: SpeechVocabulary): string {
  return v.quantity[q]({ l: speakIndex(l, v), i: speakIndex(i, v), j: speakIndex(j, v) });
}

function speakIndex(index: Index | BoundIndex, v: SpeechVocabulary): string {
  return typeof index === "number" ? String(index) : v.index[index];
}

/** The name of a term by its `data-ref`: a quantity, or all a pattern stands for. */
export function speakPattern(pattern: string, v: SpeechVocabulary): string {
  const [q, ...indices] = pattern.split(".") as [Quantity, ...string[]];
  if (indices.includes("*")) {
    const layer = q === "t" || indices[0] === "*" ? "l" : Number(indices[0]);
    return v.layer[q](speakIndex(layer, v));
  }
  const [l = "", i = "", j = ""] = q === "t" ? ["", ...indices] : indices;
  return v.quantity[q]({ l, i, j });
}
