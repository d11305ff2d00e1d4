/** What the tab of part (b) shows: the recursion as written, repaired, or forward mode for a θ. */
import type { Seed } from "../engine/tangent.ts";
import { ref, type Ref } from "../engine/ref.ts";
import { edgeExists, type Shape } from "../engine/trace.ts";
import { refExists } from "./exists.ts";
import type { View } from "./session.ts";

/** The sheet's recursion, or that recursion repaired: all of it, or as far as a layer. */
export type RecursionName = "written" | "repaired";
export type Recursion = RecursionName | `${RecursionName}.${number}`;
export type ForwardChoice = Recursion | Seed;

/** θ of forward mode where the view shows it: the chosen one, or the first if it is gone. */
export function seedOf(view: Pick<View, "tab" | "forward">, shape: Shape): Seed | null {
  if (view.tab !== "forward" || shape.layout.L < 2) return null;
  const shown = existingForward(view.forward, shape);
  return typeof shown === "string" ? null : shown;
}

/** What is shown of a choice: the first θ in place of one that the network has not. */
export function existingForward(choice: ForwardChoice, shape: Shape): ForwardChoice {
  if (typeof choice === "string" || refExists(shape, refOfSeed(choice))) return choice;
  return shape.layout.L < 2 ? "written" : firstSeed(shape);
}

/** The first weight, or the first bias where no weight leads into layer 2. */
export function firstSeed(shape: Shape): Seed {
  const [inputs, neurons] = shape.layout.sizes;
  for (let i = 1; i <= neurons; i++) {
    for (let j = 1; j <= inputs; j++) if (edgeExists(shape, 2, i, j)) return { q: "w", l: 2, i, j };
  }
  return { q: "b", l: 2, i: 1 };
}

export function refOfSeed(seed: Seed): Ref {
  if (seed.q === "x") return ref("a", 1, seed.i);
  return seed.q === "w" ? ref("w", seed.l, seed.i, seed.j) : ref("b", seed.l, seed.i);
}

/** The number as θ; null for what is no parameter and no input. */
export function seedOfRef({ q, l, i, j }: Ref): Seed | null {
  if (q === "w") return { q, l, i, j };
  if (q === "b") return { q, l, i };
  return q === "a" && l === 1 ? { q: "x", i } : null;
}

export function sameSeed(p: Seed, q: Seed): boolean {
  return writeSeed(p) === writeSeed(q);
}

/** Which recursion, and the layer it has come to; null where all of it is shown. */
export function recursionOf(choice: Recursion): {
  readonly name: RecursionName;
  readonly layer: number | null;
} {
  const [name, layer] = choice.split(".") as [RecursionName, string?];
  return { name, layer: layer === undefined ? null : Number(layer) };
}

/** `written`, `repaired.3`, `w2.1.1`. */
export function writeForward(choice: ForwardChoice): string {
  return typeof choice === "string" ? choice : writeSeed(choice);
}

const RECURSION = /^(?:written|repaired)(?:\.[1-9]\d?)?$/;

/** What a text chooses, or null. Whether the network has it is not asked here. */
export function parseForward(text: string): ForwardChoice | null {
  return RECURSION.test(text) ? (text as Recursion) : parseSeed(text);
}

/** `w2.1.1`, `b2.1`, `x1`. */
export function writeSeed(seed: Seed): string {
  if (seed.q === "x") return `x${seed.i}`;
  return seed.q === "w" ? `w${seed.l}.${seed.i}.${seed.j}` : `b${seed.l}.${seed.i}`;
}

const INDEX = "([1-9]\\d?)";
const PATTERN = new RegExp(`^(?:w${INDEX}\\.${INDEX}\\.${INDEX}|b${INDEX}\\.${INDEX}|x${INDEX})$`);

/** The θ a text names, or null. Whether the network has it is not asked here. */
export function parseSeed(text: string): Seed | null {
  const match = PATTERN.exec(text);
  if (match === null) return null;
  const [wl, wi, wj, bl, bi, xi] = match.slice(1).map(Number);
  if (wl > 0) return { q: "w", l: wl, i: wi, j: wj };
  return bl > 0 ? { q: "b", l: bl, i: bi } : { q: "x", i: xi };
}
