/**
 * ∂y/∂x = D^(L) w^(L) D^(L−1) w^(L−1) ⋯ D^(2) w^(2) (errata Q2.2), one factor at a time, from
 * either side.
 */
import { weightIndex } from "./layout.ts";
import { matrixFrom, type Matrix } from "./matrix.ts";
import { activationOf } from "./network.ts";
import type { Trace } from "./trace.ts";

/**
 * One factor: w^(l), n_l × n_{l−1}, or D^(l), n_l × n_l, which is diag(σ'(z^(l))) for a
 * componentwise activation and diag(y) − y yᵀ, a full matrix, for softmax (errata S7).
 */
export interface Factor extends Matrix {
  readonly kind: "weights" | "slopes" | "softmax";
  readonly l: number;
}

/** A product of neighbouring factors. */
export interface Product extends Matrix {
  /** Its first and last factor, as indices into `factors`. */
  readonly first: number;
  readonly last: number;
  /** Multiply-adds of this multiplication; 0 for a single factor. */
  readonly cost: number;
  /** Multiply-adds so far, this multiplication included. */
  readonly total: number;
}

export interface JacobianProduct {
  /** From left to right as the formula is written: D^(L), w^(L), …, D^(2), w^(2). */
  readonly factors: readonly Factor[];
  /** Running products, the single factor w^(2) first, the whole product last. */
  readonly fromRight: readonly Product[];
  /** Running products, the single factor D^(L) first, the whole product last. */
  readonly fromLeft: readonly Product[];
  /** ∂y/∂x, n_L × n_1: the whole product, taken from the right. */
  readonly jacobian: Matrix;
}

/**
 * The factors and both orders of multiplying them. A diagonal factor costs n · m multiply-adds
 * with a matrix of m columns (or rows), softmax's full one n · n · m, so that without softmax the
 * totals are those of errata Q2.2. A network of one layer has no factors and the identity as
 * Jacobian. What leaves the range of doubles appears as ∞ or NaN.
 */
export function computeJacobian(trace: Trace): JacobianProduct {
  const factors = factorsOf(trace);
  const fromRight: Product[] = [];
  const fromLeft: Product[] = [];
  const end = factors.length - 1;
  for (let k = end; k >= 0; k--) {
    const before = fromRight.at(-1);
    const next = before ? extend(factors[k], before, before.total) : alone(factors[k]);
    fromRight.push({ ...next, first: k, last: end });
  }
  for (let k = 0; k <= end; k++) {
    const before = fromLeft.at(-1);
    // The first product is D^(L) alone, and multiplies as the factor that it is.
    const left = k === 1 ? factors[0] : before;
    const next = left ? extend(left, factors[k], before?.total ?? 0) : alone(factors[k]);
    fromLeft.push({ ...next, first: 0, last: k });
  }
  const n = trace.layout.sizes[0] ?? 0;
  const jacobian = fromRight.at(-1) ?? matrixFrom(n, n, (i, j) => (i === j ? 1 : 0));
  return { factors, fromRight, fromLeft, jacobian };
}

/** D^(L), w^(L), …, D^(2), w^(2). */
function factorsOf(trace: Trace): Factor[] {
  const factors: Factor[] = [];
  for (let l = trace.layout.L; l >= 2; l--) factors.push(slopesOf(trace, l), weightsOf(trace, l));
  return factors;
}

/** ∂a^(l)/∂z^(l), n_l × n_l. */
function slopesOf(trace: Trace, l: number): Factor {
  const { layout, a, slope } = trace;
  const n = layout.sizes[l - 1];
  const before = layout.neuronOffset[l] - 1;
  const softmax = activationOf(trace, l) === "softmax";
  const offDiagonal = (i: number, j: number): number =>
    softmax ? -a[before + i] * a[before + j] : 0;
  const matrix = matrixFrom(n, n, (i, j) => (i === j ? slope[before + i] : offDiagonal(i, j)));
  return { ...matrix, kind: softmax ? "softmax" : "slopes", l };
}

function weightsOf({ layout, w }: Trace, l: number): Factor {
  const from = weightIndex(layout, l, 1, 1);
  return {
    kind: "weights",
    l,
    rows: layout.sizes[l - 1],
    columns: layout.sizes[l - 2],
    values: w.slice(from, layout.weightOffset[l + 1]),
  };
}

type Unplaced = Omit<Product, "first" | "last">;

function alone({ rows, columns, values }: Factor): Unplaced {
  return { rows, columns, values, cost: 0, total: 0 };
}

function extend(left: Matrix | Factor, right: Matrix | Factor, total: number): Unplaced {
  const cost = costOf(left, right);
  return { ...multiply(left, right), cost, total: total + cost };
}

function kindOf(matrix: Matrix | Factor): Factor["kind"] | "product" {
  return "kind" in matrix ? matrix.kind : "product";
}

function costOf(left: Matrix | Factor, right: Matrix | Factor): number {
  const diagonal = kindOf(left) === "slopes" || kindOf(right) === "slopes";
  return left.rows * right.columns * (diagonal ? 1 : left.columns);
}

/** left · right, diagonal and softmax factors by their own, shorter or safer, sums. */
function multiply(left: Matrix | Factor, right: Matrix | Factor): Matrix {
  const n = left.columns;
  const m = right.columns;
  const u = left.values;
  const v = right.values;
  if (kindOf(left) === "slopes") {
    return matrixFrom(n, m, (i, j) => u[(i - 1) * n + i - 1] * v[(i - 1) * m + j - 1]);
  }
  if (kindOf(right) === "slopes") {
    return matrixFrom(left.rows, m, (i, j) => u[(i - 1) * n + j - 1] * v[(j - 1) * m + j - 1]);
  }
  if (kindOf(left) === "softmax") return softmaxTimes(left, right);
  return matrixFrom(left.rows, m, (i, j) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += u[(i - 1) * n + k] * v[k * m + j - 1];
    return sum;
  });
}

/**
 * (diag(y) − y yᵀ) v as Σ_k y_i y_k (v_i − v_k): the row sums of the matrix are 0, and in the
 * plain product entries of v that are nearly equal would cancel against each other.
 */
function softmaxTimes({ rows: n, values: u }: Matrix, { columns: m, values: v }: Matrix): Matrix {
  return matrixFrom(n, m, (i, j) => {
    const own = v[(i - 1) * m + j - 1];
    let sum = 0;
    for (let k = 0; k < n; k++) {
      if (k !== i - 1) sum -= u[(i - 1) * n + k] * (own - v[k * m + j - 1]);
    }
    return sum;
  });
}
