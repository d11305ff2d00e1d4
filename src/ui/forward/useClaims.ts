import { useEffect } from "react";
import type { Claims } from "../../steps/known.ts";
import { useBackstepStore } from "../context.ts";

/** Shows a recursion's δ in the drawing while it is stepped through; null where it is not. */
export function useClaims(claims: Claims | null): void {
  const { actions } = useBackstepStore().getState();
  useEffect(() => actions.claim(claims), [actions, claims]);
  useEffect(() => () => actions.claim(null), [actions]);
}
