import { jacobianMessages, type JacobianMessages } from "../../i18n/jacobian.ts";
import { useBackstep } from "../context.ts";

export function useWords(): JacobianMessages {
  return jacobianMessages(useBackstep((state) => state.view.lang));
}
