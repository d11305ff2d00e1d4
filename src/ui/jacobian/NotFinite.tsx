import type { JacobianProduct, Product } from "../../engine/jacobian.ts";
import type { Matrix } from "../../engine/matrix.ts";
import type { Ref } from "../../engine/ref.ts";
import { Symbol } from "../Symbol.tsx";
import { useWords } from "./reading.ts";
import { ProductName } from "./symbols.tsx";

/** Whether every entry has a number. */
export function hasNumbers({ values }: Matrix): boolean {
  return values.every((value) => Number.isFinite(value));
}

interface NotFiniteProps {
  /** What left the range of doubles on the way forward, if anything did. */
  readonly lost: Ref | null;
  readonly chain: JacobianProduct;
  /** The products of the chain in the order in which they are taken. */
  readonly products: readonly Product[];
}

/** Why there is no number: what left the range first, or else the first product that did. */
export function NotFinite({ lost, chain, products }: NotFiniteProps) {
  const words = useWords();
  const first = products.find((product) => !hasNumbers(product));
  return (
    <p className="notice" role="status" data-testid="not-finite">
      {lost !== null ? (
        <>
          {words.notFinite.forward} <Symbol of={lost} />
        </>
      ) : first === undefined ? null : (
        <>
          {words.notFinite.product} <ProductName factors={chain.factors} of={first} />
        </>
      )}
    </p>
  );
}
