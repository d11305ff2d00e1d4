import { forwardMessages, type ForwardMessages } from "../../i18n/forward.ts";
import { useBackstep } from "../context.ts";

export function useWords(): ForwardMessages {
  return forwardMessages(useBackstep((state) => state.view.lang));
}
