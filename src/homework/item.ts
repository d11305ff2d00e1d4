/** What is known about one statement of the sheet. Words are in i18n, under its id and codes. */
import type { Expr } from "../formula/expr.ts";
import type { Statement } from "../formula/rules.ts";
import type { ErratumId, ItemId } from "./ids.ts";
import type { Absence, Place, RuleOf } from "./place.ts";

/**
 * `reading`: right only in one reading or under one condition, which the erratum states. `typo`: a
 * slip of the pen or of the scanner that misleads nobody who knows.
 */
export type Verdict = "right" | "reading" | "wrong" | "typo";

/** The rule of calculus or algebra an equation is got by. */
export type Justification =
  | "definition"
  | "notation"
  | "chainRule"
  | "linearity"
  | "powerRule"
  | "componentwise"
  | "transposition"
  | "substitution"
  | "oneTerm"
  | "induction"
  | "inverse"
  | "limit";

/** A number of rows or columns: 1, or the width of a layer. */
export type Size = 1 | "n_1" | "n_2" | "n_{l-1}" | "n_l" | "n_{l+1}" | "n_L";

/** Rows × columns of one factor of the corrected matrix form, its left side first. */
export interface FactorShape {
  readonly tex: string;
  readonly rows: Size;
  readonly cols: Size;
}

/** A corrected form as an Expr: what makes the equation alive. */
export interface LiveForm {
  readonly form: "index" | "matrix";
  /** Where in the network it holds. */
  readonly place: Place;
  /** The rule, or how it is chosen or built where it depends on the network's shape. */
  readonly rule: Statement | RuleOf;
}

export interface Item {
  readonly id: ItemId;
  /** The number in the sheet, `(1a)`, or null. */
  readonly label: string | null;
  /** TeX as the sheet has it, with its mistakes; null for a statement in words. */
  readonly asWritten: string | null;
  /** The sheet's own Chinese words, where the mistake is in them; null elsewhere. */
  readonly quote: string | null;
  readonly errata: readonly ErratumId[];
  readonly verdict: Verdict;
  /** TeX of the right statement: entry by entry, and for whole layers; null where there is none. */
  readonly index: string | null;
  readonly matrix: string | null;
  /** TeX of the layers it holds for; null where nothing has to be said. */
  readonly range: string | null;
  readonly by: Justification | null;
  readonly shapes: readonly FactorShape[];
  readonly live: readonly LiveForm[];
  /** Why there is no live form, where there is none. */
  readonly absence: Absence;
}

/** An item of which only what is said of it has to be given. */
export function item(id: ItemId, rest: Partial<Omit<Item, "id">>): Item {
  return {
    id,
    label: null,
    asWritten: null,
    quote: null,
    errata: [],
    verdict: "right",
    index: null,
    matrix: null,
    range: null,
    by: null,
    shapes: [],
    live: [],
    absence: "noNumber",
    ...rest,
  };
}

export function shape(tex: string, rows: Size, cols: Size): FactorShape {
  return { tex, rows, cols };
}

/** `lhs = rhs` with nothing worked out on the way. */
export function statement(lhs: Expr, rhs: Expr, reduced: readonly Expr[] = []): Statement {
  return { relation: "equals", lhs, rhs, reduced, running: null };
}

/** A form that says the same in every network. */
export function live(form: LiveForm["form"], place: Place, lhs: Expr, rhs: Expr): LiveForm {
  return { form, place, rule: statement(lhs, rhs) };
}

/** A form that depends on the shape of the network. */
export function liveBy(form: LiveForm["form"], place: Place, rule: RuleOf): LiveForm {
  return { form, place, rule };
}
