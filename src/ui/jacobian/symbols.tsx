import type { Factor, Product } from "../../engine/jacobian.ts";

/** w^(3) or D^(3). */
export function FactorName({ kind, l }: Pick<Factor, "kind" | "l">) {
  const weights = kind === "weights";
  return (
    <span className={weights ? "symbol w" : "symbol s"}>
      {weights ? "w" : "D"}
      <span className="scripts">
        <span>({l})</span>
        <span />
      </span>
    </span>
  );
}

interface ProductNameProps {
  readonly factors: readonly Factor[];
  /** The factors it is of, as indices. */
  readonly of: Pick<Product, "first" | "last">;
}

/** The first and the last factor of a product of neighbours, with dots for those between them. */
export function ProductName({ factors, of: { first, last } }: ProductNameProps) {
  return (
    <>
      <FactorName {...factors[first]} />
      {last - first > 1 ? <span className="dots">⋯</span> : null}
      {last > first ? <FactorName {...factors[last]} /> : null}
    </>
  );
}
