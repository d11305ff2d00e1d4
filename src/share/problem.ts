/**
 * What was wrong with a link, as codes with their facts; the sentences are in `i18n`. Everything
 * quoted from a link is cut to a length that can be shown.
 */
import type { Activation, Loss } from "../engine/network.ts";
import type { NumberProblem } from "../numbers/parse.ts";
import type { CompressedProblem } from "./compressed.ts";

export type LinkProblem =
  /** Written for a later format: nothing of it was read. */
  | { readonly code: "version"; readonly key: "v"; readonly text: string }
  /** The compressed fields could not be expanded: no network was read. */
  | { readonly code: "compressed"; readonly key: "z"; readonly reason: CompressedProblem }
  /** A part without `=`. */
  | { readonly code: "noEqualsSign"; readonly key: ""; readonly text: string }
  | { readonly code: "unknownKey"; readonly key: string; readonly text: string }
  /** The key was given before; the first one was used, `text` was not. */
  | { readonly code: "duplicateKey"; readonly key: string; readonly text: string }
  /** `w5` where L < 5, `b1` (the input layer has no parameters). */
  | { readonly code: "noSuchLayer"; readonly key: string; readonly l: number; readonly L: number }
  /** `net` is no list of sizes; `inferred` are the sizes read off the matrices instead, if any. */
  | {
      readonly code: "sizes";
      readonly key: "net";
      readonly text: string;
      readonly inferred: readonly number[] | null;
    }
  | {
      readonly code: "limit";
      readonly key: "net";
      readonly what: "layers" | "neurons" | "connections";
      readonly found: number;
      readonly limit: number;
    }
  /** Neither `net` nor the matrices say how large the network is. */
  | { readonly code: "matricesDisagree"; readonly key: "net" }
  /** Not one of the names the key takes. */
  | {
      readonly code: "name";
      readonly key: string;
      readonly text: string;
      readonly allowed: readonly string[];
    }
  /** `x`, `t`, `b2` …, `act`: the list has another length than layer l needs. */
  | {
      readonly code: "count";
      readonly key: string;
      readonly found: number;
      readonly expected: number;
    }
  | {
      readonly code: "rows";
      readonly key: string;
      readonly l: number;
      readonly found: number;
      readonly expected: number;
    }
  | {
      readonly code: "columns";
      readonly key: string;
      readonly l: number;
      readonly row: number;
      readonly found: number;
      readonly expected: number;
    }
  /**
   * One entry cannot be read; `row` is 0 in a list, `column` too for a single number. `others`
   * counts further unreadable entries of the same key.
   */
  | {
      readonly code: "number";
      readonly key: string;
      readonly text: string;
      readonly row: number;
      readonly column: number;
      readonly reason: NumberProblem;
      readonly others: number;
    }
  | {
      readonly code: "integer";
      readonly key: string;
      readonly text: string;
      readonly low: number;
      readonly high: number;
    }
  | { readonly code: "hiddenSoftmax"; readonly key: "act"; readonly l: number }
  /** The loss cannot go with the output activation that `act` gives; l2 was taken. */
  | {
      readonly code: "lossOutput";
      readonly key: "loss";
      readonly loss: Loss;
      readonly needs: Activation;
      readonly found: Activation;
    }
  /** Not an address of a step. */
  | { readonly code: "step"; readonly key: "at"; readonly text: string }
  /** An address this network has not; `used` is the nearest one it has. */
  | {
      readonly code: "noSuchStep";
      readonly key: "at";
      readonly text: string;
      readonly used: string;
    }
  /** What this network has not, or no view offers; `used` is the nearest that is there. */
  | {
      readonly code: "nearest";
      readonly key: string;
      readonly text: string;
      readonly used: string;
    }
  /** `count` more problems than are listed. */
  | { readonly code: "more"; readonly key: ""; readonly count: number };

/** Collects problems. */
export type Report = (problem: LinkProblem) => void;

const LONGEST_EXCERPT = 40;
const MOST_PROBLEMS = 20;

/** A piece of a link, short enough to be quoted. */
export function excerpt(text: string): string {
  const characters = Array.from(text.slice(0, 2 * LONGEST_EXCERPT + 2));
  return characters.length <= LONGEST_EXCERPT
    ? text.trim()
    : `${characters.slice(0, LONGEST_EXCERPT).join("")}…`;
}

/** A collector that keeps the first 20 problems and counts the rest: a link can hold thousands. */
export function collectProblems(): { report: Report; list: () => readonly LinkProblem[] } {
  const problems: LinkProblem[] = [];
  let more = 0;
  return {
    report: (problem) => {
      if (problems.length < MOST_PROBLEMS) problems.push(problem);
      else more++;
    },
    list: () => (more === 0 ? problems : [...problems, { code: "more", key: "", count: more }]),
  };
}
