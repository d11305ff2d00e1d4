/**
 * A step's address by meaning, the same at every granularity and in links: `x`, `z2.1`, `a2.1`,
 * `E`, `d3.2`, `gw2.1.1`, `gb2.1`, `u`; for whole layers `z2`, `d2`; for single products
 * `z2.1.2`, `d2.1.2`, `E.1`. Forward mode: `tz2.1` (ż), `ta2.1` (ȧ), `tE` (Ė), and the products
 * `tz2.1.2`, `tE.1`.
 */
export type StepKind = "x" | "z" | "a" | "E" | "d" | "gw" | "gb" | "u" | TangentKind;
export type TangentKind = "tz" | "ta" | "tE";

/** The step of the forward pass that a step of forward mode differentiates, and has its name from. */
export const DIFFERENTIATES: Readonly<Record<TangentKind, StepKind>> = {
  tz: "z",
  ta: "a",
  tE: "E",
};

export function isTangentKind(kind: StepKind): kind is TangentKind {
  return kind in DIFFERENTIATES;
}

/**
 * l, i, j are 0 where the address does not use them. `j` is the number of a product: in z and ż the
 * neuron of layer l − 1 it comes from, in a hidden δ the neuron of layer l + 1, in E and Ė the output
 * (their product index sits in `i`), in gw the column of w^(l).
 */
export interface Address {
  readonly kind: StepKind;
  readonly l: number;
  readonly i: number;
  readonly j: number;
}

export function address(kind: StepKind, l = 0, i = 0, j = 0): Address {
  return { kind, l, i, j };
}

export const START = address("x");

export function sameAddress(a: Address, b: Address): boolean {
  return a.kind === b.kind && a.l === b.l && a.i === b.i && a.j === b.j;
}

/** `d2.1.2`, `E`, `E.1`, `u`. */
export function writeAddress({ kind, l, i, j }: Address): string {
  if (l === 0) return i > 0 ? `${kind}.${i}` : kind;
  return kind + [l, i, j].filter((n) => n > 0).join(".");
}

const PATTERN = /^(z|a|d|gw|gb|tz|ta)([1-9]\d*)(?:\.([1-9]\d*))?(?:\.([1-9]\d*))?$/;

/** The address a text names, or null. Whether the network has such a step is not asked here. */
export function parseAddress(text: string): Address | null {
  if (text === "x" || text === "u" || text === "E" || text === "tE") return address(text);
  const term = /^(t?E)\.([1-9]\d*)$/.exec(text);
  if (term) return address(term[1] as StepKind, 0, Number(term[2]));
  const match = PATTERN.exec(text);
  if (!match) return null;
  const [, kind, l, i = "0", j = "0"] = match;
  if (j !== "0" && (kind === "a" || kind === "gb" || kind === "ta")) return null;
  return address(kind as StepKind, Number(l), Number(i), Number(j));
}
