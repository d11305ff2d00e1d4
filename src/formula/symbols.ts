/** How quantities are written in TeX, and the `data-ref` they carry. */
import type { Activation } from "../engine/network.ts";
import type { Quantity } from "../engine/ref.ts";
import type { ArrayExpr, Index, RefExpr } from "./expr.ts";
import { resolveIndex, type Binding } from "./instantiate.ts";
import { isEdgeQuantity } from "./refs.ts";

const LETTER: Record<Exclude<Quantity, "gw" | "gb">, string> = {
  a: "a",
  z: "z",
  d: "\\delta",
  s: "\\sigma'",
  b: "b",
  nb: "b",
  w: "w",
  nw: "w",
  t: "t",
  E: "E",
  nE: "E^{+}",
  eta: "\\eta",
  tz: "\\dot z",
  ta: "\\dot a",
  tE: "\\dot E",
};

/** `w_{21}^{(3)}`, `\frac{∂E}{∂b_{1}^{(2)}}`, `t_{k}`, `E`. */
export function symbolTex({ q, l, i, j }: RefExpr): string {
  if (q === "gw") return partial(symbolTex({ kind: "ref", q: "w", l, i, j }));
  if (q === "gb") return partial(symbolTex({ kind: "ref", q: "b", l, i, j }));
  if (q === "E" || q === "nE" || q === "tE" || q === "eta") return LETTER[q];
  if (q === "s") return `\\sigma'(${symbolTex({ kind: "ref", q: "z", l, i, j })})`;
  const indices = isEdgeQuantity(q) ? pair(i, j) : String(i);
  return `${LETTER[q]}_{${indices}}${q === "t" ? "" : `^{(${l})}`}`;
}

/** `w^{(3)}`, `\frac{∂E}{∂w^{(3)}}`, `t`, `x`. */
export function arrayTex({ q, l, as }: ArrayExpr): string {
  if (as !== null) return as;
  if (q === "gw") return partial(`w^{(${l})}`);
  if (q === "gb") return partial(`b^{(${l})}`);
  return q === "t" ? "t" : `${LETTER[q]}^{(${l})}`;
}

/** Two indices need a comma as soon as one of them has two digits. */
function pair(i: Index, j: Index): string {
  const wide = [i, j].some((n) => typeof n === "number" && n > 9);
  return wide ? `${i},${j}` : `${i}${j}`;
}

function partial(of: string): string {
  return `\\frac{\\partial E}{\\partial ${of}}`;
}

/** The `data-ref` of a term: a key, or a pattern where an index is a symbol that is not bound. */
export function refPattern({ q, l, i, j }: RefExpr, binding: Binding): string {
  const part = (index: Index): string => String(resolveIndex(index, binding) ?? "*");
  if (q === "E" || q === "nE" || q === "tE" || q === "eta") return q;
  if (q === "t") return `t.${part(i)}`;
  if (isEdgeQuantity(q)) return `${q}.${part(l)}.${part(i)}.${part(j)}`;
  return `${q}.${part(l)}.${part(i)}`;
}

/** The `data-ref` of a whole layer's quantity. */
export function arrayPattern({ q, l }: ArrayExpr, binding: Binding): string {
  if (q === "t") return "t.*";
  const layer = String(resolveIndex(l, binding) ?? "*");
  return isEdgeQuantity(q) ? `${q}.${layer}.*.*` : `${q}.${layer}.*`;
}

/** σ as it is written once the layer's activation is known; plain σ in a rule. */
export function activationTex(activation: Activation | null): string {
  switch (activation) {
    case null:
    case "sigmoid":
      return "\\sigma";
    case "tanh":
      return "\\tanh";
    case "identity":
      return "\\operatorname{id}";
    case "relu":
      return "\\operatorname{ReLU}";
    case "leaky":
      return "\\operatorname{leaky}";
    case "softplus":
    case "softmax":
      return `\\operatorname{${activation}}`;
  }
}
