import { commonMessages } from "../../i18n/common.ts";
import { formatExact, formatNumber } from "../../numbers/format.ts";
import { useBackstep } from "../context.ts";
import { useFormat } from "./useFormat.ts";

/** A number in the view's digits, with all of them as its title. */
export function Quantity({ value, parens = false }: { value: number; parens?: boolean }) {
  const format = useFormat();
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
