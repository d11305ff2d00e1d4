import { commonMessages } from "../../i18n/common.ts";
import { formatExact, formatNumber } from "../../numbers/format.ts";
import { useBackstep } from "../context.ts";
import { useFormat } from "./useFormat.ts";

interface QuantityProps {
  readonly value: number;
  /** Whether a negative one stands in parentheses. */
  readonly parens?: boolean;
  /** Where those of the view don't tell it from another number. */
  readonly digits?: number;
}

/** A number in the view's digits, with all of them as its title. */
export function Quantity({ value, parens = false, digits }: QuantityProps) {
  const own = useFormat();
  const format = digits === undefined ? own : { digits };
  const { noNumber } = commonMessages(useBackstep((state) => state.view.lang));
  if (!Number.isFinite(value)) {
    return (
      <>
        <span aria-hidden="true">—</span>
        <span className="visually-hidden">{noNumber}</span>
      </>
    );
  }
  const text = formatNumber(value, format);
  return <span title={formatExact(value)}>{parens && value < 0 ? `(${text})` : text}</span>;
}
