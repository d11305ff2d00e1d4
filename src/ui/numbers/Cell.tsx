import { memo, type ReactNode } from "react";
import { ref, refKey, type Quantity } from "../../engine/ref.ts";
import type { Messages } from "../../i18n/messages.ts";
import { formatExact, formatNumber } from "../../numbers/format.ts";

interface CellProps {
  readonly q: Quantity;
  readonly l: number;
  readonly i: number;
  readonly j: number;
  /** Null where there is no edge. */
  readonly value: number | null;
  readonly digits: number;
  /** Whether Tab leads to it. */
  readonly reachable: boolean;
  /** The field, while the number is being typed. */
  readonly field: ReactNode;
  readonly messages: Messages;
  /** What is said where there is no edge. */
  readonly noEdge: string;
}

/** One number of a table. Each is drawn again only if what it shows has changed. */
export const Cell = memo(
  ({ q, l, i, j, value, digits, reachable, field, messages, noEdge }: CellProps) => {
    const { ui, speech } = messages;
    const name = speech.quantity[q]({ l: `${l}`, i: `${i}`, j: `${j}` });
    const shown = value === null ? "·" : formatNumber(value, { digits });
    return (
      <td
        data-ref={refKey(ref(q, l, i, j))}
        data-missing={value === null ? "" : undefined}
        tabIndex={reachable ? 0 : -1}
        aria-label={ui.says(name, value === null ? noEdge : speech.number(shown))}
        title={value === null ? noEdge : formatExact(value)}
      >
        {field ?? shown}
      </td>
    );
  },
);
