import type { Drawing } from "../drawing.ts";
import { toggleDrawing } from "../../store/desk.ts";
import { useDesk } from "./useDesk.ts";
import { useDrawingMessages } from "./words.ts";

/** By so much one press of the buttons enlarges. */
const ZOOM = 1.4;

/** Drawing on or off, and which part of the stage is seen. */
export function StageBar({ drawing: { desk, diagram } }: { drawing: Drawing }) {
  const words = useDrawingMessages();
  const isDrawing = useDesk(desk, ({ mode }) => mode === "draw");
  return (
    <div className="stage-bar" role="group" aria-label={words.toolbar}>
      <button
        type="button"
        className="button quiet"
        aria-pressed={isDrawing}
        title={words.drawTitle}
        onClick={() => toggleDrawing(desk)}
      >
        {words.draw}
      </button>
      <button
        type="button"
        className="button quiet"
        title={words.fitTitle}
        onClick={() => diagram.fit()}
      >
        {words.fit}
      </button>
      <button
        type="button"
        className="button quiet sign"
        aria-label={words.zoomOut}
        title={words.zoomOut}
        onClick={() => diagram.zoom(1 / ZOOM)}
      >
        −
      </button>
      <button
        type="button"
        className="button quiet sign"
        aria-label={words.zoomIn}
        title={words.zoomIn}
        onClick={() => diagram.zoom(ZOOM)}
      >
        +
      </button>
    </div>
  );
}
