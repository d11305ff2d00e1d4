/**
 * The number behind ∂of/∂by, found by forward mode (errata, section 4). So a side of an equation
 * that is a derivative is not worked out by the equation itself.
 */
import { neuronIndex } from "../engine/layout.ts";
import { ref, type Ref } from "../engine/ref.ts";
import { computeTangent, type Seed } from "../engine/tangent.ts";
import { valueOf, type Trace } from "../engine/trace.ts";
import type { PartialExpr } from "./expr.ts";
import { fill, type Value } from "./matrix.ts";
import { entriesOf } from "./refs.ts";

/**
 * ∂of/∂by over a Trace: a number, or the Jacobian with a row per number of `of` and a column per
 * number of `by`. z^(1) is x. Throws RangeError for what has no derivative here: of is E, z or a,
 * by is w, b, z, x, or for E with the homework's loss an output a^(L).
 */
export function derivative({ of, by }: PartialExpr, trace: Trace): Value {
  const rows = entriesOf(of, trace.layout);
  const columns = entriesOf(by, trace.layout).map((from) => column(trace, rows, from));
  if (of.kind === "ref" && by.kind === "ref") return columns[0][0];
  return fill(rows.length, columns.length, (row, col) => columns[col][row]);
}

/** ∂of/∂from for several `of` of one quantity. */
function column(trace: Trace, of: readonly Ref[], from: Ref): readonly number[] {
  const [{ q }] = of;
  if (q === "E") return [derivativeOfLoss(trace, from)];
  if (q !== "z" && q !== "a") throw new RangeError(`${q} has no derivative here`);
  const { zdot, adot } = computeTangent(trace, seedOf(from));
  const dot = q === "z" ? zdot : adot;
  return of.map(({ l, i }) => dot[neuronIndex(trace.layout, l, i)]);
}

/** A unit step of z is one of the bias that is added to it. */
function seedOf({ q, l, i, j }: Ref): Seed {
  if (q === "w") return { q, l, i, j };
  if (l === 1 && (q === "a" || q === "z")) return { q: "x", i };
  if (q === "z" || q === "b") return { q: "b", l, i };
  throw new RangeError(`there is no derivative by ${q}`);
}

function derivativeOfLoss(trace: Trace, { q, l, i, j }: Ref): number {
  if (q === "z" || (q === "a" && l === 1)) return valueOf(trace, ref("d", l, i));
  if (q === "b") return valueOf(trace, ref("gb", l, i));
  if (q === "w") return valueOf(trace, ref("gw", l, i, j));
  if (q === "a" && l === trace.layout.L && trace.loss === "l2") {
    return valueOf(trace, ref("a", l, i)) - valueOf(trace, ref("t", 0, i));
  }
  throw new RangeError(`E has no derivative by ${q} of layer ${l} here`);
}
