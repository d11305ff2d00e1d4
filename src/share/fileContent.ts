/** What a file holds, once it is known to be JSON: every key checked, each fault with its place. */
import { createLayout, type Layout } from "../engine/layout.ts";
import {
  ACTIVATIONS,
  LOSSES,
  outputActivationOf,
  type Activation,
  type Loss,
  type Network,
} from "../engine/network.ts";
import { DIGITS_RANGE } from "../numbers/format.ts";
import { parseAddress } from "../steps/address.ts";
import { GRANULARITIES } from "../steps/plan.ts";
import { existingAddress } from "./at.ts";
import type { GivenView } from "./draft.ts";
import type { FileProblem } from "./fileProblem.ts";
import { excerpt } from "./problem.ts";
import { beyondLimits } from "./sizes.ts";

export interface FileContent {
  readonly name: string;
  readonly network: Network;
  readonly view: GivenView;
  /** Weights that removed connections had, in weight slots, NaN where there is none; null: none. */
  readonly parked: Float64Array | null;
}

/** Thrown where reading ends. */
export class Fault extends Error {
  readonly problem: FileProblem;
  constructor(problem: FileProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

type Json = Readonly<Record<string, unknown>>;

/** The content of a file's JSON; throws `Fault`. */
export function readContent(json: unknown): FileContent {
  if (typeof json !== "object" || json === null) throw new Fault({ code: "foreign" });
  const file = json as Json;
  if (own(file, "format") !== "backstep") throw new Fault({ code: "foreign" });
  const version = given(file, "version");
  if (version !== 1) throw new Fault({ code: "version", text: shown(version) });

  const layout = createLayout(readSizes(given(file, "net")));
  const activations = readActivations(given(file, "act"), layout.L);
  const loss = readName("loss", given(file, "loss"), LOSSES);
  checkLoss(loss, activations);
  const x = readNumbers("x", given(file, "x"), layout.sizes.at(0) ?? 0);
  const t = readNumbers("t", given(file, "t"), layout.sizes.at(-1) ?? 0);
  const parameters = readParameters(file, layout);
  const eta = readNumber(given(file, "eta"), "eta", 0, 0);
  const network: Network = { layout, activations, loss, ...parameters, x, t, eta };
  const parked = readParked(file, layout);
  return { name: readText(file, "name") ?? "", network, view: readView(file, network), parked };
}

function readSizes(value: unknown): readonly number[] {
  const isSizes = Array.isArray(value) && value.every((n) => Number.isSafeInteger(n));
  if (!isSizes) throw new Fault({ code: "sizes", text: shown(value) });
  const limit = beyondLimits(value);
  if (limit !== null) throw new Fault(limit);
  return value;
}

function readActivations(value: unknown, L: number): readonly Activation[] {
  const names = readList("act", value, 0, Math.max(0, L - 1));
  const activations = names.map((name) => readName("act", name, ACTIVATIONS));
  const softmax = activations.slice(0, -1).indexOf("softmax");
  if (softmax >= 0) throw new Fault({ code: "hiddenSoftmax", key: "act", l: softmax + 2 });
  return activations;
}

function checkLoss(loss: Loss, activations: readonly Activation[]): void {
  const needs = outputActivationOf(loss);
  const found = activations.at(-1);
  if (needs === null || found === undefined || found === needs) return;
  throw new Fault({ code: "lossOutput", key: "loss", loss, needs, found });
}

function readParameters(file: Json, layout: Layout): Pick<Network, "w" | "b" | "mask"> {
  const w = new Float64Array(layout.weights);
  const b = new Float64Array(layout.neurons);
  const mask = new Uint8Array(layout.weights).fill(1);
  for (let l = 2; l <= layout.L; l++) {
    const weights = readMatrix(`w${l}`, given(file, `w${l}`), layout, l);
    for (const [k, value] of weights.entries()) {
      w[layout.weightOffset[l] + k] = value ?? 0;
      mask[layout.weightOffset[l] + k] = value === null ? 0 : 1;
    }
    const n = layout.sizes[l - 1];
    b.set(readNumbers(`b${l}`, given(file, `b${l}`), n), layout.neuronOffset[l]);
  }
  return { w, b, mask: mask.includes(0) ? mask : null };
}

function readParked(file: Json, layout: Layout): Float64Array | null {
  const parked = new Float64Array(layout.weights).fill(NaN);
  for (let l = 2; l <= layout.L; l++) {
    const value = own(file, `parked${l}`);
    if (value === undefined) continue;
    const weights = readMatrix(`parked${l}`, value, layout, l);
    for (const [k, weight] of weights.entries()) parked[layout.weightOffset[l] + k] = weight ?? NaN;
  }
  return parked.every(Number.isNaN) ? null : parked;
}

/** The step is moved to the nearest one where the network has it not, as in a link. */
function readView(file: Json, network: Network): GivenView {
  const view: GivenView = {};
  const by = own(file, "by");
  if (by !== undefined) view.by = readName("by", by, GRANULARITIES);
  const text = readText(file, "at");
  if (text !== undefined) {
    const at = parseAddress(text);
    if (at === null) throw new Fault({ code: "step", text: excerpt(text) });
    view.at = existingAddress(network, view.by ?? "neuron", at);
  }
  const digits = own(file, "digits");
  if (digits !== undefined) view.digits = readDigits(digits);
  return view;
}

function readDigits(value: unknown): number {
  const [low, high] = DIGITS_RANGE;
  const inRange = typeof value === "number" && value >= low && value <= high;
  if (inRange && Number.isInteger(value)) return value;
  throw new Fault({ code: "integer", key: "digits", text: shown(value), low, high });
}

/** W^(l) or what has its shape, row by row; null where there is no number. */
function readMatrix(
  key: string,
  value: unknown,
  { sizes }: Layout,
  l: number,
): readonly (number | null)[] {
  if (!Array.isArray(value)) throw new Fault({ code: "list", key, row: 0, text: shown(value) });
  const [expected, columns] = [sizes[l - 1], sizes[l - 2]];
  if (value.length !== expected) {
    throw new Fault({ code: "rows", key, found: value.length, expected });
  }
  return value.flatMap((row: unknown, i) =>
    readList(key, row, i + 1, columns).map((entry, j) =>
      entry === null ? null : readNumber(entry, key, i + 1, j + 1),
    ),
  );
}

function readNumbers(key: string, value: unknown, expected: number): Float64Array {
  const entries = readList(key, value, 0, expected);
  return Float64Array.from(entries, (entry, k) => readNumber(entry, key, 0, k + 1));
}

/** A list of so many entries; `row` is its row in a matrix, or 0. */
function readList(key: string, value: unknown, row: number, expected: number): readonly unknown[] {
  if (!Array.isArray(value)) throw new Fault({ code: "list", key, row, text: shown(value) });
  if (value.length === expected) return value;
  throw new Fault({ code: "count", key, row, found: value.length, expected });
}

function readNumber(value: unknown, key: string, row: number, column: number): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new Fault({ code: "number", key, row, column, text: shown(value) });
}

function readName<Name extends string>(
  key: string,
  value: unknown,
  allowed: readonly Name[],
): Name {
  const found = allowed.find((name) => name === value);
  if (found === undefined) throw new Fault({ code: "name", key, text: shown(value), allowed });
  return found;
}

function readText(file: Json, key: string): string | undefined {
  const value = own(file, key);
  if (value === undefined || typeof value === "string") return value;
  throw new Fault({ code: "text", key, text: shown(value) });
}

function given(file: Json, key: string): unknown {
  const value = own(file, key);
  if (value === undefined) throw new Fault({ code: "missing", key });
  return value;
}

function own(file: Json, key: string): unknown {
  return Object.hasOwn(file, key) ? file[key] : undefined;
}

/** A value short enough to be quoted, however large or deep it is. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "[]" : "[…]";
  if (typeof value === "object" && value !== null) return "{…}";
  return typeof value === "string" ? `"${excerpt(value)}"` : String(value);
}
