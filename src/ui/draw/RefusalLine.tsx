import { useEffect, useRef } from "react";
import { refusalSentence } from "../../i18n/refusals.ts";
import type { Refusal } from "../../session/refusal.ts";
import { useBackstep, useBackstepStore } from "../context.ts";
import { focusStage } from "../focusStage.ts";
import { useDrawingMessages } from "./words.ts";

/** Time to notice a refusal, and a slow reader's for one character of it, ms. */
const STANDS_MS = { notice: 6000, character: 120 } as const;

/** Why the network was not changed as was asked: until the next change, or until it has been read. */
export function RefusalLine({ refused }: { refused: Refusal }) {
  const lang = useBackstep((state) => state.view.lang);
  const words = useDrawingMessages();
  const { actions } = useBackstepStore().getState();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { length } = refusalSentence(refused, lang);
    const stands = STANDS_MS.notice + STANDS_MS.character * length;
    const end = (): void => {
      // Who points at it or stands on its button is not done with it.
      if (line.current!.matches(":hover, :focus-within")) timer = setTimeout(end, stands);
      else actions.dismissRefusal();
    };
    let timer = setTimeout(end, stands);
    return () => clearTimeout(timer);
  }, [actions, refused, lang]);
  return (
    <div className="refusal" role="alert" data-testid="refusal" ref={line}>
      <p>{refusalSentence(refused, lang)}</p>
      <button
        type="button"
        className="button quiet"
        onClick={() => {
          actions.dismissRefusal();
          focusStage();
        }}
      >
        {words.dismiss}
      </button>
    </div>
  );
}
