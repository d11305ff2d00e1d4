import { useBackstep } from "../context.ts";
import type { DeskStore } from "../../store/desk.ts";
import { useDesk } from "./useDesk.ts";
import { useDrawingMessages } from "./words.ts";

/** What one can do on the stage while it is drawn on, by whatever one is doing it with. */
export function DrawHint({ desk }: { desk: DeskStore }) {
  const words = useDrawingMessages();
  const L = useBackstep(({ session }) => session.network.layout.L);
  const isWalking = useDesk(desk, ({ walk }) => walk !== null);
  const { mouse, touch, walk } =
    L === 0 ? words.firstHints : L === 1 ? words.secondHints : words.hints;
  if (isWalking) return <span>{walk}</span>;
  return (
    <>
      <span className="by-mouse">{mouse}</span>
      <span className="by-touch">{touch}</span>
    </>
  );
}

/** What an empty stage says in its middle. */
export function Invitation({ desk }: { desk: DeskStore }) {
  const words = useDrawingMessages();
  const isEmpty = useBackstep(({ session }) => session.network.layout.L === 0);
  const isDrawing = useDesk(desk, ({ mode }) => mode === "draw");
  if (!isEmpty) return null;
  const { mouse, touch, walk } = words.firstHints;
  return (
    <div className="invitation">
      <h2>{words.emptyTitle}</h2>
      {isDrawing ? (
        <>
          {/* The stage's description says it already. */}
          <p className="by-mouse" aria-hidden="true">
            {mouse}
          </p>
          <p className="by-touch" aria-hidden="true">
            {touch}
          </p>
          <p className="by-mouse">{walk}</p>
        </>
      ) : (
        <p>{words.drawToBegin}</p>
      )}
    </div>
  );
}
