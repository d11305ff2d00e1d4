/** Small dense matrices, for evaluating matrix forms. A column vector has cols = 1. */
export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  /** Row-major, length rows · cols. */
  readonly data: readonly number[];
}

/** What a formula comes to. */
export type Value = number | Matrix;

/** Matrix of the given size with entries f(row, column), both from 0. */
export function fill(rows: number, cols: number, f: (row: number, col: number) => number): Matrix {
  const data: number[] = [];
  for (let r = 0; r < rows; r++) for (let c = 0; c < cols; c++) data.push(f(r, c));
  return { rows, cols, data };
}

/** Entry at row and column, both from 0. */
export function entry(m: Matrix, row: number, col: number): number {
  return m.data[row * m.cols + col];
}

export function asMatrix(v: Value): Matrix {
  if (typeof v === "number") throw new TypeError("a matrix was expected, not a number");
  return v;
}

export function asNumber(v: Value): number {
  if (typeof v !== "number") throw new TypeError("a number was expected, not a matrix");
  return v;
}

/** Entry by entry; both must be numbers, or matrices of one size. */
export function combine(a: Value, b: Value, f: (x: number, y: number) => number): Value {
  if (typeof a === "number" && typeof b === "number") return f(a, b);
  const [m, n] = [asMatrix(a), asMatrix(b)];
  if (m.rows !== n.rows || m.cols !== n.cols) {
    throw new RangeError(`shapes ${m.rows}×${m.cols} and ${n.rows}×${n.cols} do not fit`);
  }
  return fill(m.rows, m.cols, (r, c) => f(entry(m, r, c), entry(n, r, c)));
}

export function map(v: Value, f: (x: number) => number): Value {
  return typeof v === "number" ? f(v) : fill(v.rows, v.cols, (r, c) => f(entry(v, r, c)));
}

/** Product of numbers, or of a number and a matrix. */
export function scale(a: Value, b: Value): Value {
  return typeof a === "number" ? map(b, (x) => a * x) : map(a, (x) => x * asNumber(b));
}

export function transposed(m: Matrix): Matrix {
  return fill(m.cols, m.rows, (r, c) => entry(m, c, r));
}

/** The matrix product. Throws RangeError where the inner sizes differ. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  if (a.cols !== b.rows) {
    throw new RangeError(`shapes ${a.rows}×${a.cols} and ${b.rows}×${b.cols} do not fit`);
  }
  return fill(a.rows, b.cols, (r, c) => {
    let total = 0;
    for (let k = 0; k < a.cols; k++) total += entry(a, r, k) * entry(b, k, c);
    return total;
  });
}

/** The diagonal matrix of a column. */
export function diagonal(m: Matrix): Matrix {
  return fill(m.rows, m.rows, (r, c) => (r === c ? m.data[r] : 0));
}
