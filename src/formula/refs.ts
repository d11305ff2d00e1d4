import { ref, type Ref } from "../engine/ref.ts";
import type { Layout } from "../engine/layout.ts";
import { children, type ArrayExpr, type Expr, type RefExpr } from "./expr.ts";

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
  if (expr.kind === "ref") return [concreteRef(expr)];
  if (expr.kind === "array") {
    const [rows, cols] = arraySize(expr, layout);
    return Array.from({ length: rows * cols }, (_, k) =>
      entryRef(expr, Math.floor(k / cols), k % cols),
    );
  }
  return children(expr).flatMap((part) => reads(part, layout));
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
    default:
      for (const part of children(expr)) {
        const size = sizeOf(part, layout);
        if (size !== null) return size;
      }
      return null;
  }
}
