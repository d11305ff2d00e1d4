/** Which method costs most, and why it is that one. */
import type { Cost } from "../../engine/cost.ts";

/** `central`: there are few paths. `centralInChain`: more layers of this kind add none. */
export type Dearest = "paths" | "central" | "centralInChain";

/** `sizes` are n_1 … n_L. Paths multiply by the widths of the hidden layers they go through. */
export function dearestOf({ paths, central }: Cost, sizes: readonly number[]): Dearest {
  if (paths > central) return "paths";
  const hidden = sizes.slice(1, -1);
  return hidden.length > 0 && hidden.every((n) => n === 1) ? "centralInChain" : "central";
}
