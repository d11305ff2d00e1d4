import { useBackstep, useBackstepStore, useMessages } from "../context.ts";
import { focusStage } from "../focusStage.ts";
import { useDrawingMessages } from "./words.ts";

/** Why the network was not changed as was asked, until the next change. */
export function RefusalLine() {
  const { structure } = useMessages();
  const words = useDrawingMessages();
  const { actions } = useBackstepStore().getState();
  const refused = useBackstep((state) => state.refused);
  if (refused === null) return null;
  return (
    <div className="refusal" role="alert" data-testid="refusal">
      <p>{structure.refusal(refused)}</p>
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
