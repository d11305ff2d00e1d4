/**
 * A formula as it is typeset: chunks of TeX in which every number is a numbered place (slot).
 * KaTeX renders the TeX once; numbers are written into the places afterwards, by the same code the
 * first time and whenever a value changes.
 */
import type { Ref } from "../engine/ref.ts";
import type { Expr } from "./expr.ts";

/** A place for one number. */
export interface NumberSlot {
  /** What is evaluated. */
  readonly expr: Expr;
  /** The entry of a matrix that is shown, both from 0; null where `expr` is a number. */
  readonly cell: { readonly row: number; readonly col: number } | null;
  /** The quantity this is, or null for a number worked out on the way. */
  readonly ref: Ref | null;
  /** A negative number stands in parentheses here, since an operator precedes or follows it. */
  readonly parens: boolean;
}

/** What is rendered in one piece, and never broken. */
export interface Chunk {
  readonly tex: string;
  /** Slot n is the element with data-slot="n". */
  readonly slots: readonly NumberSlot[];
  /** Stays on the line of the chunk before it. */
  readonly glue: boolean;
  /** Leaves the line of the chunk before it only where both are wider than a line. */
  readonly soft: boolean;
  /** Belongs to the term a term step is at. */
  readonly current: boolean;
  /** Terms of a sum left out at this place; 0 for anything else (and then `tex` is not empty). */
  readonly omitted: number;
}

/** Collects TeX and slots into chunks. */
export class ChunkBuilder {
  readonly #chunks: Chunk[] = [];
  #tex = "";
  #slots: NumberSlot[] = [];
  #glue = false;
  #soft = false;
  #current = false;

  tex(text: string): void {
    this.#tex += text;
  }

  slot(slot: NumberSlot): void {
    // The braces keep KaTeX from putting the space after a number inside the number's element.
    this.#tex += `{\\htmlData{slot=${this.#slots.length}}{0}}`;
    this.#slots.push(slot);
  }

  /** Ends the chunk; the next one may start a new line unless it is glued to this one. */
  cut(options: { glue?: boolean; soft?: boolean; current?: boolean } = {}): void {
    if (this.#tex !== "") {
      this.#chunks.push({
        tex: this.#tex,
        slots: this.#slots,
        glue: this.#glue,
        soft: this.#soft,
        current: this.#current,
        omitted: 0,
      });
      this.#glue = false;
      this.#soft = false;
    }
    this.#tex = "";
    this.#slots = [];
    this.#glue = (options.glue ?? false) && this.#chunks.length > 0;
    this.#soft = (options.soft ?? false) && this.#chunks.length > 0;
    this.#current = options.current ?? false;
  }

  /** A chunk that stands for terms left out. */
  gap(omitted: number): void {
    this.cut();
    const glue = this.#glue;
    this.#chunks.push({ tex: "", slots: [], glue, soft: false, current: false, omitted });
    this.#glue = false;
  }

  finish(): readonly Chunk[] {
    this.cut();
    return this.#chunks;
  }
}
