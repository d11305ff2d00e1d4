import type { Factor } from "../../engine/jacobian.ts";

/** x_3 or y_2. */
export function Component({ of, index }: { of: "x" | "y"; index: number }) {
  return (
    <span className="symbol a">
      {of}
      <span className="scripts">
        <span />
        <span>{index}</span>
      </span>
    </span>
  );
}

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
