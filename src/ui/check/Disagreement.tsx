import { formatExact, formatNumber } from "../../numbers/format.ts";
import { Quantity } from "../common/Quantity.tsx";

/** What matters is the power of ten. */
const FORMAT = { digits: 2 };

/** How far two methods are apart. */
export function Disagreement({ value }: { value: number }) {
  if (!Number.isFinite(value)) return <Quantity value={value} />;
  return <span title={formatExact(value)}>{formatNumber(value, FORMAT)}</span>;
}
