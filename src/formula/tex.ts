/** The TeX reader: an Expr as chunks of TeX with places for its numbers. */
import { edgeExists, type Shape } from "../engine/trace.ts";
import { refKey } from "../engine/ref.ts";
import { allTerms, shownEntries, shownTerms, type MatrixBudget } from "./elision.ts";
import type { ArrayExpr, Expr, Index, PartialExpr, RefExpr, SumExpr } from "./expr.ts";
import type { Binding } from "./instantiate.ts";
import {
  arraySize,
  concreteRef,
  entryRef,
  isEdgeQuantity,
  quantityOf,
  sizeOf,
  unitRow,
} from "./refs.ts";
import {
  ATOM,
  hasArray,
  isParenthesised,
  isTall,
  isWrittenOut,
  PRODUCT,
  precedence,
  SUM,
} from "./precedence.ts";
import { activationTex, arrayPattern, arrayTex, refPattern, symbolTex } from "./symbols.ts";
import { ChunkBuilder, type Chunk } from "./template.ts";

/** `symbols` writes names, `numbers` leaves a place for the number of every quantity. */
export type Mode = "symbols" | "numbers";

export interface TexOptions {
  readonly mode: Mode;
  readonly shape: Shape;
  /** What symbols stand for, so that a term of a rule is tied to what it means at this step. */
  readonly binding: Binding;
  /** Value of the bound index at a term step, or null. */
  readonly current: number | null;
  /** Whether long sums are shortened. */
  readonly elide: boolean;
  /** Whether lines may break between factors too, and not only between terms. */
  readonly narrow?: boolean;
  readonly budget: MatrixBudget;
}

/** Denominators of more terms than this are written on the line, where they can be broken. */
const LONG_DENOMINATOR = 3;

interface Place {
  /** Precedence the place asks for. */
  readonly level: number;
  /** Whether a minus sign at the very left of the part would meet an operator. */
  readonly signed: boolean;
  /** Whether the part may be cut into chunks: not inside braces of TeX. */
  readonly open: boolean;
}

const TOP: Place = { level: SUM, signed: false, open: true };

/** The chunks of an expression. In `numbers` mode it has to be an instance. */
export function toTex(expr: Expr, options: TexOptions): readonly Chunk[] {
  const writer = new TexWriter(options);
  writer.write(expr, TOP);
  return writer.out.finish();
}

class TexWriter {
  readonly out = new ChunkBuilder();
  readonly #o: TexOptions;

  constructor(options: TexOptions) {
    this.#o = options;
  }

  write(expr: Expr, place: Place): void {
    if (precedence(expr) < place.level) {
      this.#parenthesised(expr, place);
      return;
    }
    const { out } = this;
    const inside: Place = { ...TOP, open: place.open };
    const operand: Place = { ...inside, level: PRODUCT, signed: true };
    switch (expr.kind) {
      case "ref":
        return this.#scalar(expr, place);
      case "array":
        return this.#array(expr);
      case "literal":
        return out.tex(String(expr.value));
      case "value":
        return this.#value(expr.of, place);
      case "sum":
        return this.#sum(expr, place);
      case "sumOver": {
        const upTo = expr.upTo === null ? "" : `\\le ${expr.upTo}`;
        out.tex(`\\sum_{${expr.index}${upTo}}`);
        return this.write(expr.body, { ...operand, signed: false });
      }
      case "difference":
        this.write(expr.left, { ...place, level: SUM });
        if (place.open && (hasArray(expr.right) || isParenthesised(expr.right))) out.cut();
        out.tex("{}-");
        return this.write(expr.right, operand);
      case "negative":
        out.tex("-");
        return this.write(expr.of, operand);
      case "product":
        return this.#product(expr.factors, place);
      case "half":
        out.tex("\\tfrac{1}{2}");
        return this.write(expr.of, operand);
      case "square":
        this.write(expr.of, { level: ATOM, signed: true, open: false });
        return out.tex("^{2}");
      case "exp":
        out.tex("e^{");
        this.write(expr.of, { ...inside, open: false });
        return out.tex("}");
      case "fraction":
        return this.#fraction(expr.over, expr.under, place);
      case "log":
        out.tex(expr.complement ? "\\ln(1-" : "\\ln ");
        this.write(expr.of, { level: ATOM, signed: true, open: false });
        return out.tex(expr.complement ? ")" : "");
      case "call":
        return this.#call(expr);
      case "group":
        return this.#parenthesised(expr.of, place);
      case "transpose":
        return this.#transposed(expr.of);
      case "matmul":
        this.write(expr.left, operand);
        if (place.open && this.#o.mode === "numbers") out.cut();
        else out.tex("\\,");
        return this.write(expr.right, operand);
      case "hadamard":
        this.write(expr.left, operand);
        if (place.open && this.#o.mode === "numbers") out.cut();
        out.tex("{}\\odot ");
        return this.write(expr.right, operand);
      case "outer":
        this.write(expr.left, operand);
        if (place.open && this.#o.mode === "numbers") out.cut();
        else out.tex("\\,");
        return this.#transposed(expr.right);
      case "diag":
        out.tex("\\operatorname{diag}");
        return this.#parenthesised(expr.of, { ...inside, open: false });
      case "partial":
        return this.#partial(expr, place);
      case "when":
        out.tex("\\begin{cases}");
        this.write(expr.of, { ...inside, open: false });
        return out.tex(
          `&${expr.left}=${expr.right}\\\\0&${expr.left}\\neq ${expr.right}\\end{cases}`,
        );
      case "unit":
        return this.#unit(expr.index, expr);
    }
  }

  #partial(expr: PartialExpr, place: Place): void {
    if (this.#o.mode === "numbers") return this.#value(expr, place);
    this.out.tex("\\frac{\\partial ");
    this.write(expr.of, { ...TOP, open: false });
    this.out.tex("}{\\partial ");
    this.write(expr.by, { ...TOP, open: false });
    this.out.tex("}");
  }

  #unit(index: Index | null, expr: Expr): void {
    if (this.#o.mode === "symbols") return this.out.tex(index === null ? "I" : `e_{${index}}`);
    const [rows, cols] = sizeOf(expr, this.#o.shape.layout)!;
    this.#matrix(rows, cols, (row, col) => this.out.tex(row === unitRow(index, col) ? "1" : "0"));
  }

  /**
   * A layer's symbol has a superscript already and needs parentheses, as does a fraction; a matrix
   * has its brackets.
   */
  #transposed(expr: Expr): void {
    const place: Place = { level: ATOM, signed: true, open: false };
    const bare = expr.kind === "array" || expr.kind === "partial";
    if (bare && this.#o.mode === "symbols") this.#parenthesised(expr, place);
    else this.write(expr, place);
    // Upright or sans serif would fetch one more font for a single letter.
    this.out.tex("^{T}");
  }

  #parenthesised(expr: Expr, place: Place): void {
    const [opening, closing] = this.#delimiters(expr);
    this.out.tex(opening);
    this.write(expr, { ...TOP, open: place.open });
    this.out.tex(closing);
  }

  /** Sized by hand: TeX's own \left( \right) cannot span chunks. */
  #delimiters(expr: Expr): readonly [string, string] {
    const size = this.#o.mode === "numbers" ? sizeOf(expr, this.#o.shape.layout) : null;
    if (size !== null && size[0] > 1) {
      return size[0] === 2 ? ["\\biggl(", "\\biggr)"] : ["\\Biggl(", "\\Biggr)"];
    }
    return isTall(expr) ? ["\\bigl(", "\\bigr)"] : ["(", ")"];
  }

  #scalar(expr: RefExpr, place: Place): void {
    this.#tie(refPattern(expr, this.#o.binding), () => {
      if (this.#o.mode === "symbols") return this.out.tex(symbolTex(expr));
      const ref = concreteRef(expr);
      this.out.slot({ expr, cell: null, ref, parens: place.signed });
    });
  }

  #array(expr: ArrayExpr): void {
    if (this.#o.mode === "symbols") {
      return this.#tie(arrayPattern(expr, this.#o.binding), () => this.out.tex(arrayTex(expr)));
    }
    const [rows, cols] = arraySize(expr, this.#o.shape.layout);
    this.#matrix(rows, cols, (row, col) => {
      const ref = entryRef(expr, row, col);
      if (isEdgeQuantity(ref.q) && !edgeExists(this.#o.shape, ref.l, ref.i, ref.j)) {
        return this.out.tex("\\cdot");
      }
      this.#tie(refKey(ref), () => this.out.slot({ expr, cell: { row, col }, ref, parens: false }));
    });
  }

  /** A part worked out: one number, or a matrix of them. */
  #value(expr: Expr, place: Place): void {
    const size = sizeOf(expr, this.#o.shape.layout);
    if (size === null) {
      const quantity = quantityOf(expr);
      const ref = quantity === null ? null : concreteRef(quantity);
      const slot = { expr, cell: null, ref, parens: place.signed };
      if (ref === null) this.out.slot(slot);
      else this.#tie(refKey(ref), () => this.out.slot(slot));
      return;
    }
    this.#matrix(size[0], size[1], (row, col) =>
      this.out.slot({ expr, cell: { row, col }, ref: null, parens: false }),
    );
  }

  #matrix(rows: number, cols: number, cell: (row: number, col: number) => void): void {
    const shownRows = shownEntries(rows, this.#o.elide ? this.#o.budget.rows : rows);
    const shownCols = shownEntries(cols, this.#o.budget.cols);
    this.out.tex(`\\left[\\begin{array}{${"r".repeat(shownCols.length)}}`);
    shownRows.forEach((row, r) => {
      if (r > 0) this.out.tex("\\\\");
      shownCols.forEach((col, c) => {
        if (c > 0) this.out.tex("&");
        if ("show" in row && "show" in col) cell(row.show, col.show);
        else if ("show" in row) this.out.tex("\\cdots");
        else this.out.tex("show" in col ? "\\vdots" : "\\ddots");
      });
    });
    this.out.tex("\\end{array}\\right]");
  }

  #sum(expr: SumExpr, place: Place): void {
    const { out } = this;
    const { elide, current } = this.#o;
    const at = expr.at === null || current === null ? -1 : expr.at.indexOf(current);
    // What cannot be broken has to be shortened, even where the reader asked for all of it.
    const shorten = expr.at !== null && (elide || !place.open);
    const count = expr.terms.length;
    for (const part of shorten ? shownTerms(count, at) : allTerms(count)) {
      if ("omit" in part) {
        if (place.open) out.gap(part.omit);
        else out.tex("{}+\\cdots ");
        continue;
      }
      const first = part.show === 0;
      const marked = place.open && part.show === at;
      if (!first) {
        if (place.open) out.cut();
        out.tex("{}+{}");
      }
      if (marked) out.cut({ glue: true, current: true });
      this.write(expr.terms[part.show], { ...place, level: SUM, signed: !first || place.signed });
      if (marked) out.cut({ glue: true });
    }
  }

  #product(factors: readonly Expr[], place: Place): void {
    factors.forEach((factor, n) => {
      if (n > 0) {
        const loose = this.#o.mode === "symbols" || isParenthesised(factor);
        const narrow = this.#o.narrow === true;
        // Lines may break before a symbol too: its parenthesis stays with it.
        const isKept =
          narrow &&
          this.#o.mode === "symbols" &&
          factors[n - 1].kind === "ref" &&
          opensParenthesis(factor);
        // A long sum may start a line, with its parenthesis.
        const isBreak = place.open && isWrittenOut(factor) && !isKept;
        const isSoft = place.open && narrow && !isBreak && !isKept;
        if (isBreak || isSoft) this.out.cut({ soft: isSoft });
        // At the head of a chunk an operator has no room of its own.
        this.out.tex(loose ? "\\," : isSoft ? "{}\\cdot " : "\\cdot ");
      }
      this.write(factor, { ...place, level: PRODUCT, signed: n > 0 || place.signed });
    });
  }

  #fraction(over: Expr, under: Expr, place: Place): void {
    const { out } = this;
    if (place.open && under.kind === "sum" && under.terms.length > LONG_DENOMINATOR) {
      this.write(over, { ...TOP, level: PRODUCT });
      out.tex("\\,/\\,");
      out.cut();
      return this.#parenthesised(under, place);
    }
    out.tex("\\frac{");
    this.write(over, { ...TOP, open: false });
    out.tex("}{");
    this.write(under, { ...TOP, open: false });
    out.tex("}");
  }

  #call({ fn, activation, of }: Expr & { kind: "call" }): void {
    const { out } = this;
    const name = activationTex(activation);
    if (fn === "slope") {
      const key =
        of.kind === "ref"
          ? refPattern({ ...of, q: "s" }, this.#o.binding)
          : arrayPattern({ ...of, q: "s" }, this.#o.binding);
      this.#tie(key, () => out.tex(`${name}'`));
    } else {
      out.tex(name);
    }
    const tall = of.kind === "array" && this.#o.mode === "numbers";
    out.tex(tall ? "\\left(" : "(");
    this.write(of, { ...TOP, open: false });
    out.tex(tall ? "\\right)" : ")");
  }

  #tie(key: string, write: () => void): void {
    // The braces keep spacing out of the element, as for a slot.
    this.out.tex(`{\\htmlData{ref=${key}}{`);
    write();
    this.out.tex("}}");
  }
}

/** Whether a factor, or the first of its own factors, starts with a parenthesis. */
function opensParenthesis(factor: Expr): boolean {
  return factor.kind === "product" ? opensParenthesis(factor.factors[0]) : isParenthesised(factor);
}
