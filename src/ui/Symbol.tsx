import type { Quantity, Ref } from "../engine/ref.ts";

/** The letter of a quantity outside KaTeX: headings, table heads, fields. */
const LETTERS: Record<Quantity, string> = {
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
};

/** Notation as plain text, `w_21^(3)`, for labels that take no markup. */
export function symbolText(r: Ref): string {
  const letter = r.q === "a" && r.l === 1 ? "x" : LETTERS[r.q];
  const lower = `${r.i > 0 ? `_${r.i}` : ""}${r.j > 0 ? (r.i > 9 || r.j > 9 ? `,${r.j}` : r.j) : ""}`;
  const upper = r.l > 0 && !(r.q === "a" && r.l === 1) ? `^(${r.l})` : "";
  return letter + lower + upper;
}

/** One symbol of the homework's notation, with stacked indices, in the colour of its kind. */
export function Symbol({ of }: { of: Ref }) {
  const lower =
    of.i === 0
      ? ""
      : of.j === 0
        ? `${of.i}`
        : of.i > 9 || of.j > 9
          ? `${of.i},${of.j}`
          : `${of.i}${of.j}`;
  return (
    <span className={`symbol ${of.q}`}>
      {LETTERS[of.q]}
      {of.l > 0 || of.i > 0 ? (
        <span className="scripts">
          <span>{of.l > 0 ? `(${of.l})` : ""}</span>
          <span>{lower}</span>
        </span>
      ) : null}
    </span>
  );
}
