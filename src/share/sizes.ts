/**
 * How large the network of a link is: from `net`, or read off its matrices. One layer, or none, is
 * a drawing that was begun.
 */
import { LIMITS } from "../engine/layout.ts";
import { splitMatrix } from "./numbers.ts";
import { excerpt, type LinkProblem, type Report } from "./problem.ts";

export type Limit = Extract<LinkProblem, { code: "limit" }>;

/** Layer sizes n_1 … n_L, or what stands in the way. */
type Sizes = { readonly sizes: readonly number[] } | { readonly problem: LinkProblem };

/**
 * The sizes a link gives. `notGiven`: there is neither `net` nor a matrix that would not fit
 * `opening`, the sizes of the network that is opened then. `unusable`: what it gives was reported.
 */
export function readSizes(
  given: ReadonlyMap<string, string>,
  opening: readonly number[],
  report: Report,
): readonly number[] | "unusable" | "notGiven" {
  const text = given.get("net");
  if (text === undefined && matricesFit(given, opening)) return "notGiven";
  const found = text === undefined ? sizesOfMatrices(given) : sizesOfNet(text, given, report);
  if (found === null) return "notGiven";
  const problem = "problem" in found ? found.problem : beyondLimits(found.sizes);
  if (problem !== null) {
    report(problem);
    return "unusable";
  }
  return "sizes" in found ? found.sizes : "unusable";
}

function sizesOfNet(text: string, given: ReadonlyMap<string, string>, report: Report): Sizes {
  if (text === "") return { sizes: [] };
  // A word processor makes dashes of hyphens.
  const counts = text.split(/[-−–‐]/).map((part) => part.trim());
  if (counts.every((count) => /^\d+$/.test(count))) return { sizes: counts.map(Number) };
  const fromMatrices = sizesOfMatrices(given);
  const inferred = fromMatrices !== null && "sizes" in fromMatrices ? fromMatrices.sizes : null;
  const problem: LinkProblem = { code: "sizes", key: "net", text: excerpt(text), inferred };
  if (inferred === null) return { problem };
  report(problem);
  return { sizes: inferred };
}

/** Whether every matrix of a layer that a network of these sizes has is of that layer's shape. */
function matricesFit(given: ReadonlyMap<string, string>, sizes: readonly number[]): boolean {
  return sizes.slice(1).every((n, k) => {
    const text = given.get(`w${k + 2}`);
    if (text === undefined) return true;
    const rows = splitMatrix(text);
    return rows.length === n && rows.every((row) => row.length === sizes[k]);
  });
}

/** The sizes that w2, w3, … agree on; null where there is no w2. */
function sizesOfMatrices(given: ReadonlyMap<string, string>): Sizes | null {
  const sizes: number[] = [];
  for (let l = 2; given.has(`w${l}`); l++) {
    const rows = splitMatrix(given.get(`w${l}`)!);
    const columns = rows[0].length;
    if (l === 2) sizes.push(columns);
    if (columns !== sizes[l - 2] || rows.some((row) => row.length !== columns)) {
      return { problem: { code: "matricesDisagree", key: "net" } };
    }
    sizes.push(rows.length);
  }
  return sizes.length === 0 ? null : { sizes };
}

export function beyondLimits(sizes: readonly number[]): Limit | null {
  if (sizes.length > LIMITS.layers) return limit("layers", sizes.length, LIMITS.layers);
  const odd = sizes.find((n) => n < 1 || n > LIMITS.neurons);
  if (odd !== undefined) return limit("neurons", odd, LIMITS.neurons);
  let connections = 0;
  for (let l = 2; l <= sizes.length; l++) connections += sizes[l - 1] * sizes[l - 2];
  return connections > LIMITS.connections
    ? limit("connections", connections, LIMITS.connections)
    : null;
}

function limit(what: Limit["what"], found: number, bound: number): Limit {
  return { code: "limit", key: "net", what, found, limit: bound };
}
