import type { Quantity, Ref } from "../engine/ref.ts";

/** The letter of a quantity outside KaTeX: headings, table heads, fields. */
export const LETTERS: Record<Quantity, string> = {
  a: "a",
  z: "z",
  d: "δ",
  s: "σ′",
  b: "b",
  gb: "∂E/∂b",
  nb: "b",
  w: "w",
  gw: "∂E/∂w",
  nw: "w",
  t: "t",
  E: "E",
  nE: "E",
  eta: "η",
  tz: "ż",
  ta: "ȧ",
  tE: "Ė",
};

/** Notation as plain text, `w_21^(3)`, for labels that take no markup. */
export function symbolText(r: Ref): string {
  const letter = r.q === "a" && r.l === 1 ? "x" : LETTERS[r.q];
  const lower = `${r.i > 0 ? `_${r.i}` : ""}${r.j > 0 ? (r.i > 9 || r.j > 9 ? `,${r.j}` : r.j) : ""}`;
  const upper = r.l > 0 && !(r.q === "a" && r.l === 1) ? `^(${r.l})` : "";
  return letter + lower + upper;
}
