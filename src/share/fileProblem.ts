/** What is wrong with a file, as codes with the place; the sentences are in `i18n`. */
import type { LinkProblem } from "./problem.ts";

export type FileProblem =
  /** A folder, or a file that has been taken away since it was chosen. */
  | { readonly code: "unreadable" }
  /** More than `limit` characters: not looked into. */
  | { readonly code: "tooLarge"; readonly limit: number }
  /** No JSON from this place on. */
  | { readonly code: "syntax"; readonly line: number; readonly column: number }
  /** JSON, but not a file of Backstep's. */
  | { readonly code: "foreign" }
  /** Written for a later version of the format. */
  | { readonly code: "version"; readonly text: string }
  | { readonly code: "missing"; readonly key: string }
  /** Not what the key holds: a list, a list of lists (`row` is the row that is none), a text. */
  | { readonly code: "list"; readonly key: string; readonly row: number; readonly text: string }
  | { readonly code: "text"; readonly key: string; readonly text: string }
  /** `net` is no list of whole numbers. */
  | { readonly code: "sizes"; readonly text: string }
  /** A list, or a row of a matrix (`row` 0: a list), of another length than it must have. */
  | {
      readonly code: "count";
      readonly key: string;
      readonly row: number;
      readonly found: number;
      readonly expected: number;
    }
  | {
      readonly code: "rows";
      readonly key: string;
      readonly found: number;
      readonly expected: number;
    }
  /** An entry is no finite number; `row` is 0 in a list, `column` too for a single number. */
  | {
      readonly code: "number";
      readonly key: string;
      readonly row: number;
      readonly column: number;
      readonly text: string;
    }
  | {
      readonly code: "name";
      readonly key: string;
      readonly text: string;
      readonly allowed: readonly string[];
    }
  | {
      readonly code: "integer";
      readonly key: string;
      readonly text: string;
      readonly low: number;
      readonly high: number;
    }
  | { readonly code: "step"; readonly text: string }
  | Extract<LinkProblem, { readonly code: "limit" | "hiddenSoftmax" | "lossOutput" }>;
