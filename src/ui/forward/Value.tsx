import { formatExact, formatNumber } from "../../numbers/format.ts";
import { useBackstep } from "../context.ts";

/** A number in the digits of the page; a dash where there is none. */
export function Value({ value }: { value: number }) {
  const digits = useBackstep((state) => state.view.digits);
  if (!Number.isFinite(value)) return <>—</>;
  return <span title={formatExact(value)}>{formatNumber(value, { digits })}</span>;
}
