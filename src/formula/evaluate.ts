/**
 * What an instance comes to over a Trace. Only leaves read the Trace: σ, σ', ln and every sum are
 * computed here again, so that a formula that did not say what the engine does would show.
 */
import { activate, softplus } from "../engine/activations.ts";
import type { Activation } from "../engine/network.ts";
import { neuronIndex } from "../engine/layout.ts";
import { edgeExists, valueOf, type Trace } from "../engine/trace.ts";
import { derivative } from "./derivative.ts";
import { children, type ArrayExpr, type Expr, type Fn, type RefExpr } from "./expr.ts";
import {
  asMatrix,
  asNumber,
  combine,
  diagonal,
  entry,
  fill,
  map,
  multiply,
  scale,
  transposed,
  type Matrix,
  type Value,
} from "./matrix.ts";
import { arraySize, concreteRef, entryRef, sizeOf, unitRow } from "./refs.ts";

/**
 * The number or matrix of an instance. Throws RangeError if an index is symbolic or shapes do not
 * fit. May be NaN or ±Infinity after an overflow: whoever shows it asks first.
 */
export function evaluate(expr: Expr, trace: Trace): Value {
  return compute(expr, trace, 0);
}

/** `shift` is subtracted from every exponent: see `fraction`. */
function compute(expr: Expr, trace: Trace, shift: number): Value {
  const of = (part: Expr): Value => compute(part, trace, shift);
  switch (expr.kind) {
    case "ref":
      return valueOf(trace, concreteRef(expr));
    case "array":
      return arrayOf(trace, expr);
    case "literal":
      return expr.value;
    case "sum":
      return expr.terms.map(of).reduce((a, b) => combine(a, b, (x, y) => x + y));
    case "difference":
      return combine(of(expr.left), of(expr.right), (x, y) => x - y);
    case "negative":
      return map(of(expr.of), (x) => -x);
    case "product":
      return expr.factors.map(of).reduce(scale);
    case "half":
      return map(of(expr.of), (x) => x / 2);
    case "square":
      return map(of(expr.of), (x) => x * x);
    case "exp":
      return Math.exp(asNumber(of(expr.of)) - shift);
    case "fraction": {
      // e^{z_i} / Σ e^{z_k} is unchanged when every exponent is lowered by the largest of them,
      // and then cannot overflow. A fraction without exponentials has shift 0.
      const largest = largestExponent(expr.under, trace);
      return (
        asNumber(compute(expr.over, trace, largest)) / asNumber(compute(expr.under, trace, largest))
      );
    }
    case "log":
      return logOf(expr.of, expr.complement, trace);
    case "call":
      return applied(expr.fn, expr.activation, of(expr.of));
    case "group":
    case "value":
      return of(expr.of);
    case "transpose":
      return transposed(asMatrix(of(expr.of)));
    case "matmul":
      return multiply(asMatrix(of(expr.left)), asMatrix(of(expr.right)));
    case "hadamard":
      return combine(of(expr.left), of(expr.right), (x, y) => x * y);
    case "outer": {
      const all = multiply(asMatrix(of(expr.left)), transposed(asMatrix(of(expr.right))));
      const { edges } = expr;
      if (typeof edges !== "number" || trace.mask === null) return all;
      return fill(all.rows, all.cols, (r, c) =>
        edgeExists(trace, edges, r + 1, c + 1) ? entry(all, r, c) : 0,
      );
    }
    case "diag":
      return diagonal(asMatrix(of(expr.of)));
    case "partial":
      return derivative(expr, trace);
    case "unit": {
      const [rows, cols] = sizeOf(expr, trace.layout)!;
      return fill(rows, cols, (r, c) => Number(r === unitRow(expr.index, c)));
    }
    case "sumOver":
    case "when":
      throw new RangeError(`${expr.kind} has to be instantiated before it is evaluated`);
  }
}

/** The entries of a concrete array, as the Trace holds them. */
function arrayOf(trace: Trace, array: ArrayExpr): Matrix {
  const [rows, cols] = arraySize(array, trace.layout);
  return fill(rows, cols, (r, c) => valueOf(trace, entryRef(array, r, c)));
}

function applied(fn: Fn, activation: Activation | null, z: Value): Value {
  if (activation === null) throw new RangeError("σ of a rule has to be instantiated first");
  const input = Float64Array.from(typeof z === "number" ? [z] : z.data);
  const a = new Float64Array(input.length);
  const slope = new Float64Array(input.length);
  activate(activation, input, a, slope, 0, input.length);
  const result = fn === "activation" ? a : slope;
  return typeof z === "number" ? result[0] : { ...z, data: [...result] };
}

/** ln a_i or ln(1 − a_i) from the logits of its layer: softmax or sigmoid. */
function logOf(of: RefExpr, complement: boolean, trace: Trace): number {
  const { l, i } = concreteRef(of);
  const z = (k: number): number => trace.z[neuronIndex(trace.layout, l, k)];
  if (trace.activations[l - 2] === "sigmoid") return -softplus(complement ? z(i) : -z(i));
  let max = -Infinity;
  for (let k = 1; k <= trace.layout.sizes[l - 1]; k++) max = Math.max(max, z(k));
  let total = 0;
  for (let k = 1; k <= trace.layout.sizes[l - 1]; k++) total += Math.exp(z(k) - max);
  return z(i) - max - Math.log(total);
}

function largestExponent(expr: Expr, trace: Trace): number {
  const exponents = exponentsOf(expr, trace);
  return exponents.length === 0 ? 0 : Math.max(...exponents);
}

function exponentsOf(expr: Expr, trace: Trace): number[] {
  if (expr.kind === "exp") return [asNumber(evaluate(expr.of, trace))];
  return children(expr).flatMap((part) => exponentsOf(part, trace));
}
