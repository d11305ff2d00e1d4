/** Files: a network with its numbers and its place, as JSON (docs/file-format.md). */
import type { Network } from "../engine/network.ts";
import type { View } from "../session/session.ts";
import { writeAddress } from "../steps/address.ts";
import { existingAddress } from "./at.ts";
import { readContent, Fault, type FileContent } from "./fileContent.ts";
import type { FileProblem } from "./fileProblem.ts";
import { jsonFault } from "./jsonFault.ts";
import { formatShortest } from "../numbers/format.ts";
import { placeAt } from "./place.ts";

export type { FileContent } from "./fileContent.ts";
export type { FileProblem } from "./fileProblem.ts";

export type FileReading =
  | ({ readonly ok: true } & FileContent)
  | { readonly ok: false; readonly problem: FileProblem };

/** Characters beyond which a file is not read; at the limits of a network it has some 150,000. */
const LONGEST_FILE = 2 ** 21;

/** What is saved: how the page looks (language, theme) is the reader's own affair. */
export interface SavedWork {
  readonly name: string;
  readonly network: Network;
  readonly view: Pick<View, "at" | "by" | "digits">;
  /** Weights that removed connections had, in weight slots; NaN where there is none. */
  readonly parked?: Float64Array | null;
}

/** The text of a file, one line for each list and each row of a matrix. Exact: −0 is `-0`. */
export function writeFile({ name, network, view, parked = null }: SavedWork): string {
  const { layout, activations, loss, w, b, mask, x, t, eta } = network;
  const entries: [key: string, json: string][] = [
    ["format", '"backstep"'],
    ["version", "1"],
    ["name", JSON.stringify(name)],
    ["net", list(layout.sizes, String)],
    ["act", list(activations, (activation) => JSON.stringify(activation))],
    ["loss", JSON.stringify(loss)],
    ["x", list(x, formatShortest)],
    ["t", list(t, formatShortest)],
  ];
  for (let l = 2; l <= layout.L; l++) {
    const [from, to] = [layout.weightOffset[l], layout.weightOffset[l + 1]];
    const columns = layout.sizes[l - 2];
    const edges = mask === null ? null : mask.subarray(from, to);
    const weights = Array.from(w.subarray(from, to), (value, k) =>
      edges === null || edges[k] === 1 ? value : null,
    );
    entries.push([`w${l}`, matrix(weights, columns)]);
    const biases = b.subarray(layout.neuronOffset[l], layout.neuronOffset[l + 1]);
    entries.push([`b${l}`, list(biases, formatShortest)]);
    const kept = Array.from(parked?.subarray(from, to) ?? [], (value) =>
      Number.isNaN(value) ? null : value,
    );
    if (kept.some((value) => value !== null)) entries.push([`parked${l}`, matrix(kept, columns)]);
  }
  entries.push(
    ["eta", formatShortest(eta)],
    ["at", JSON.stringify(writeAddress(existingAddress(network, view.by, view.at)))],
    ["by", JSON.stringify(view.by)],
    ["digits", String(view.digits)],
  );
  return `{\n${entries.map(([key, json]) => `  "${key}": ${json}`).join(",\n")}\n}\n`;
}

/**
 * Reads a file as a whole or not at all: what is wrong with it is named with its place. Keys it
 * does not know are passed over, so that later files of version 1 may have more. Never throws.
 */
export function readFile(text: string): FileReading {
  if (text.length > LONGEST_FILE) return refuse({ code: "tooLarge", limit: LONGEST_FILE });
  // Some editors put a byte order mark before everything.
  const json = text.replace(/^\uFEFF/, "");
  const fault = jsonFault(json);
  if (fault !== null) return refuse({ code: "syntax", ...placeAt(json, fault) });
  try {
    return { ok: true, ...readContent(JSON.parse(json)) };
  } catch (error) {
    if (error instanceof Fault) return refuse(error.problem);
    // Nested deeper than the browser can read, which no file of ours is.
    return refuse({ code: "foreign" });
  }
}

function refuse(problem: FileProblem): FileReading {
  return { ok: false, problem };
}

function list<T>(values: Iterable<T> | ArrayLike<T>, json: (value: T) => string): string {
  return `[${Array.from(values, json).join(", ")}]`;
}

/** Rows of `columns` numbers; null where there is none. */
function matrix(values: readonly (number | null)[], columns: number): string {
  const rows: string[] = [];
  for (let start = 0; start < values.length; start += columns) {
    const row = values.slice(start, start + columns);
    rows.push(`    ${list(row, (value) => (value === null ? "null" : formatShortest(value)))}`);
  }
  return `[\n${rows.join(",\n")}\n  ]`;
}
