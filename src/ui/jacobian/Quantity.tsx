import type { Factor } from "../../engine/jacobian.ts";
import { formatExact, formatNumber } from "../../numbers/format.ts";
import { useFormat, useWords } from "./reading.ts";

/** A number in the view's digits, with all of them as its title. */
export function Quantity({ value, parens = false }: { value: number; parens?: boolean }) {
  const format = useFormat();
  const words = useWords();
  if (!Number.isFinite(value)) {
    return (
      <>
        <span aria-hidden="true">—</span>
        <span className="visually-hidden">{words.noNumber}</span>
      </>
    );
  }
  const text = formatNumber(value, format);
  return <span title={formatExact(value)}>{parens && value < 0 ? `(${text})` : text}</span>;
}

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
