import { ref, type Ref } from "../engine/ref.ts";
import type { Layout } from "../engine/layout.ts";
import { children, type ArrayExpr, type Expr, type Index, type RefExpr } from "./expr.ts";

/** The Ref of a concrete reference. Throws RangeError if an index is still a symbol. */
export function concreteRef({ q, l, i, j }: RefExpr): Ref {
  if (typeof l !== "number" || typeof i !== "number" || typeof j !== "number") {
    throw new RangeError(`${q} carries a symbolic index`);
  }
  return ref(q, l, i, j);
}

/** Every scalar reference of an instance, in reading order; whole arrays are not taken apart. */
export function refs(expr: Expr): Ref[] {
  const found: Ref[] = [];
  collect(expr, found);
  return found;
}

function collect(expr: Expr, found: Ref[]): void {
  if (expr.kind === "ref") found.push(concreteRef(expr));
  else for (const part of children(expr)) collect(part, found);
}

/** Whether the quantity has one number per edge, and so a matrix per layer. */
export function isEdgeQuantity(q: RefExpr["q"]): q is "w" | "gw" | "nw" {
  return q === "w" || q === "gw" || q === "nw";
}

/** Rows and columns of a concrete array. */
export function arraySize({ q, l }: ArrayExpr, { sizes, L }: Layout): [number, number] {
  if (typeof l !== "number") throw new RangeError(`the array ${q} carries a symbolic layer`);
  if (q === "t") return [sizes[L - 1], 1];
  return [sizes[l - 1], isEdgeQuantity(q) ? sizes[l - 2] : 1];
}

/** The Ref of the entry at row and column (from 0) of a concrete array. */
export function entryRef({ q, l }: ArrayExpr, row: number, col: number): Ref {
  return ref(q, q === "t" ? 0 : (l as number), row + 1, isEdgeQuantity(q) ? col + 1 : 0);
}

/** Every number an instance is computed from, the entries of its arrays included. */
export function reads(expr: Expr, layout: Layout): Ref[] {
  if (expr.kind === "ref" || expr.kind === "array") return entriesOf(expr, layout);
  const parts = children(expr).flatMap((part) => reads(part, layout));
  if (expr.kind !== "partial" || expr.of.q !== "E") return parts;
  // ∂E/∂z is a number of its own, which comes after E and z.
  return parts.map((part) => ({ ...part, q: gradientOf(part) }));
}

/** The numbers of a concrete reference: itself, or every entry of an array, row by row. */
export function entriesOf(expr: RefExpr | ArrayExpr, layout: Layout): Ref[] {
  if (expr.kind === "ref") return [concreteRef(expr)];
  const [rows, cols] = arraySize(expr, layout);
  return Array.from({ length: rows * cols }, (_, k) =>
    entryRef(expr, Math.floor(k / cols), k % cols),
  );
}

/** The quantity of its own that a part worked out is: σ'(z), δ for ∂E/∂z, a gradient; or null. */
export function quantityOf(expr: Expr): RefExpr | null {
  if (expr.kind === "call") {
    return expr.fn === "slope" && expr.of.kind === "ref" ? { ...expr.of, q: "s" } : null;
  }
  if (expr.kind !== "partial" || expr.of.q !== "E" || expr.by.kind !== "ref") return null;
  const q = GRADIENT[expr.by.q];
  return q === undefined ? null : { ...expr.by, q };
}

/** What backpropagation calls ∂E by a quantity; itself where that has no name of its own. */
function gradientOf({ q, l }: Ref): Ref["q"] {
  return q === "a" && l === 1 ? "d" : (GRADIENT[q] ?? q);
}

const GRADIENT: Partial<Record<RefExpr["q"], RefExpr["q"]>> = { z: "d", w: "gw", b: "gb" };

/** The row, from 0, of the 1 in column `col` (from 0) of e_index, or of I without an index. */
export function unitRow(index: Index | null, col: number): number {
  return index === null ? col : Number(index) - 1;
}

/** Rows and columns of what an instance comes to; null for a number. */
export function sizeOf(expr: Expr, layout: Layout): [number, number] | null {
  switch (expr.kind) {
    case "array":
      return arraySize(expr, layout);
    case "transpose": {
      const size = sizeOf(expr.of, layout);
      return size && [size[1], size[0]];
    }
    case "matmul": {
      const [left, right] = [sizeOf(expr.left, layout), sizeOf(expr.right, layout)];
      return left && right && [left[0], right[1]];
    }
    case "outer": {
      const [left, right] = [sizeOf(expr.left, layout), sizeOf(expr.right, layout)];
      return left && right && [left[0], right[0]];
    }
    case "diag": {
      const size = sizeOf(expr.of, layout);
      return size && [size[0], size[0]];
    }
    case "partial": {
      if (expr.of.kind === "ref" && expr.by.kind === "ref") return null;
      return [entriesOf(expr.of, layout).length, entriesOf(expr.by, layout).length];
    }
    case "unit": {
      if (typeof expr.layer !== "number") throw new RangeError("e_i carries a symbolic layer");
      const n = layout.sizes[expr.layer - 1];
      return [n, expr.index === null ? n : 1];
    }
    default:
      for (const part of children(expr)) {
        const size = sizeOf(part, layout);
        if (size !== null) return size;
      }
      return null;
  }
}
