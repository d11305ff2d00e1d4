/**
 * The name of one number of a computation: the identity shared by formulas, drawing, ledger and
 * error messages.
 *
 * a, z, d (δ), s (σ'), b, gb (∂E/∂b), nb (b after the update): one per neuron, `l` and `i`.
 * w, gw (∂E/∂w), nw (w after the update): one per edge, `l`, `i`, `j`.
 * tz (ż), ta (ȧ), what forward mode carries: one per neuron, `l` and `i`; tE (Ė): one.
 * t: one per output, `i`. E, eta, nE (E after the update): one each.
 * x_i is a^(1)_i: `a` with l = 1. Unused indices are 0.
 */
export type Quantity =
  | "a"
  | "z"
  | "d"
  | "s"
  | "b"
  | "gb"
  | "nb"
  | "w"
  | "gw"
  | "nw"
  | "t"
  | "E"
  | "nE"
  | "eta"
  | "tz"
  | "ta"
  | "tE";

export interface Ref {
  readonly q: Quantity;
  readonly l: number;
  readonly i: number;
  readonly j: number;
}

export function ref(q: Quantity, l = 0, i = 0, j = 0): Ref {
  return { q, l, i, j };
}

/** How many indices the quantity's key carries, and so which of l, i, j are in use. */
const ARITY: Record<Quantity, 0 | 1 | 2 | 3> = {
  a: 2,
  z: 2,
  d: 2,
  s: 2,
  b: 2,
  gb: 2,
  nb: 2,
  w: 3,
  gw: 3,
  nw: 3,
  t: 1,
  E: 0,
  nE: 0,
  eta: 0,
  tz: 2,
  ta: 2,
  tE: 0,
};

/** The key of a Ref, as in `data-ref`: `w.3.2.1`, `a.2.1`, `t.1`, `E`. */
export function refKey(r: Ref): string {
  switch (ARITY[r.q]) {
    case 3:
      return `${r.q}.${r.l}.${r.i}.${r.j}`;
    case 2:
      return `${r.q}.${r.l}.${r.i}`;
    case 1:
      return `${r.q}.${r.i}`;
    default:
      return r.q;
  }
}

/** The Ref of a key, or null if it is none. */
export function parseRefKey(key: string): Ref | null {
  const [q, ...rest] = key.split(".");
  if (!(q in ARITY)) return null;
  const quantity = q as Quantity;
  if (rest.length !== ARITY[quantity] || !rest.every((part) => /^[1-9]\d?$/.test(part)))
    return null;
  const n = rest.map(Number);
  if (n.length === 3) return ref(quantity, n[0], n[1], n[2]);
  if (n.length === 2) return ref(quantity, n[0], n[1]);
  if (n.length === 1) return ref(quantity, 0, n[0]);
  return ref(quantity);
}

export function sameRef(a: Ref | null, b: Ref | null): boolean {
  if (a === null || b === null) return a === b;
  return a.q === b.q && a.l === b.l && a.i === b.i && a.j === b.j;
}

/**
 * Whether a key fits a pattern, which is a key in which an index may be `*`
 * (`w.3.*.1`: all weights of layer 3 that leave neuron 1 of layer 2).
 */
export function matchesRef(pattern: string, key: string): boolean {
  if (pattern === key) return true;
  if (!pattern.includes("*")) return false;
  const p = pattern.split(".");
  const k = key.split(".");
  return p.length === k.length && p.every((part, n) => part === "*" || part === k[n]);
}
