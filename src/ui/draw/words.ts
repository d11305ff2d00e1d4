import { drawingMessages, type DrawingMessages } from "../../i18n/drawing.ts";
import { useBackstep } from "../context.ts";

export function useDrawingMessages(): DrawingMessages {
  return drawingMessages(useBackstep((state) => state.view.lang));
}
