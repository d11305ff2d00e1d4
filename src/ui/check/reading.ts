import { checkMessages, type CheckMessages } from "../../i18n/check.ts";
import { useBackstep } from "../context.ts";

export function useWords(): CheckMessages {
  return checkMessages(useBackstep((state) => state.view.lang));
}
