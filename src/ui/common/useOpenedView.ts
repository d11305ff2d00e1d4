import { useEffect, type RefObject } from "react";
import { SYMBOL_IDS } from "../../homework/ids.ts";
import type { View } from "../../session/session.ts";
import { useBackstepStore } from "../context.ts";
import { holdAtTop } from "./holdAtTop.ts";

/** Where the page is stacked (App.css), and a tab begins below the first screen. */
const STACKED = "(max-width: 760px)";

/** Once, where a link opens another tab than the step on a phone: brings the board to the top. */
export function useOpenedView(board: RefObject<HTMLElement | null>): void {
  const store = useBackstepStore();
  useEffect(() => {
    const { current } = board;
    if (current === null || !matchMedia(STACKED).matches) return undefined;
    if (!namesBoard(store.getState().view)) return undefined;
    return holdAtTop(current, [current]);
  }, [board, store]);
}

/** A passage of the sheet is brought to the top itself, but for the first, which the tab begins with. */
function namesBoard({ tab, eq }: View): boolean {
  if (tab === "derivation") {
    return eq === null || eq === SYMBOL_IDS[0] || eq === "unfold" || eq === "paths";
  }
  return tab !== "step";
}
