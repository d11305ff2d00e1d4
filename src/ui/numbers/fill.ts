/** What it takes to put pasted numbers into their table. */
import type { Network } from "../../engine/network.ts";
import { reduce } from "../../session/reduce.ts";
import { refusalOf, type Refusal } from "../../session/refusal.ts";
import type { Command, Session } from "../../session/session.ts";
import { edgesOfTable } from "../../session/values.ts";
import type { Fit, MatrixTarget } from "../../share/matrixFit.ts";

/** A fit that can be accepted. */
export type Offer = Exclude<Fit, { kind: "misfit" }>;

/**
 * The commands that accept an offer: layers first take their new sizes, then the numbers come.
 * Those that shrink come before those that grow: two of them can be within the limits where one
 * alone is not.
 */
export function fillCommands(target: MatrixTarget, offer: Offer): readonly Command[] {
  const { table, l, rows, columns } = target;
  const { values, mask } = offer;
  const shape = offer.kind === "resize" ? offer : target;
  const resizes = [
    { l: l - 1, by: shape.columns - columns, size: shape.columns },
    { l, by: shape.rows - rows, size: shape.rows },
  ]
    .filter(({ by }) => by !== 0)
    .toSorted((a, b) => a.by - b.by)
    .map(({ l, size }) => ({ type: "resizeLayer", l, size }) as const);
  const fill = { type: "setValues", table, l, values } as const;
  return [...resizes, table === "w" ? { ...fill, mask } : fill];
}

/** Why one of the commands, done one after the other, would be refused; null if none would. */
export function refusalOfAll(session: Session, commands: readonly Command[]): Refusal | null {
  let after = session;
  for (const command of commands) {
    const refusal = refusalOf(after, command);
    if (refusal !== null) return refusal;
    after = reduce(after, command);
  }
  return null;
}

/** How many connections an offer for a table of the same size draws, and how many it removes. */
export function edgeChanges(
  network: Network,
  target: MatrixTarget,
  offer: Offer,
): { readonly drawn: number; readonly removed: number } {
  if (target.table !== "w" || offer.kind === "resize") return { drawn: 0, removed: 0 };
  const before = edgesOfTable(network, { l: target.l });
  const after = edgesOfTable(network, { l: target.l, mask: offer.mask });
  return {
    drawn: before.filter((edge, k) => edge < after[k]).length,
    removed: before.filter((edge, k) => edge > after[k]).length,
  };
}
