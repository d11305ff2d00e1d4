/** One multiplication of the chain D^(L) w^(L) ⋯ D^(2) w^(2), as it is looked at. */
import type { Factor, JacobianProduct, Product } from "../../engine/jacobian.ts";
import { entryOf, type Matrix } from "../../engine/matrix.ts";
import type { Chosen } from "../../session/selection.ts";

/** A factor or a product of neighbouring ones. */
export interface Operand extends Matrix {
  /** Its first and last factor, as indices into the factors; the same for a factor alone. */
  readonly first: number;
  readonly last: number;
  readonly kind: Factor["kind"] | "product";
}

export interface Multiplication {
  readonly left: Operand;
  readonly right: Operand;
  readonly result: Product;
}

/** How many multiplications there are in either order. */
export function multiplications({ factors }: JacobianProduct): number {
  return factors.length - 1;
}

/** Multiplication n, from 1. */
export function multiplicationAt(
  chain: JacobianProduct,
  order: Chosen<"order">,
  n: number,
): Multiplication {
  const { factors, fromRight, fromLeft } = chain;
  if (order === "right") {
    const next = factors.length - 1 - n;
    return {
      left: factorAt(chain, next),
      right: soFar(chain, fromRight[n - 1]),
      result: fromRight[n],
    };
  }
  return { left: soFar(chain, fromLeft[n - 1]), right: factorAt(chain, n), result: fromLeft[n] };
}

function factorAt({ factors }: JacobianProduct, index: number): Operand {
  return { ...factors[index], first: index, last: index };
}

/** The first product is a factor alone, and is one. */
function soFar(chain: JacobianProduct, product: Product): Operand {
  return product.first === product.last
    ? factorAt(chain, product.first)
    : { ...product, kind: "product" };
}

/** The products whose sum is the entry at row and column; a diagonal factor leaves one of them. */
export function termsOf(
  { left, right }: Multiplication,
  row: number,
  column: number,
): readonly (readonly [left: number, right: number])[] {
  const term = (m: number): [number, number] => [entryOf(left, row, m), entryOf(right, m, column)];
  if (left.kind === "slopes") return [term(row)];
  if (right.kind === "slopes") return [term(column)];
  return Array.from({ length: left.columns }, (_, m) => term(m + 1));
}
