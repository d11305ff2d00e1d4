import { useMemo } from "react";
import type { NumberFormat } from "../../numbers/format.ts";
import { useBackstep } from "../context.ts";

/** The digits of the view, as one object until they change. */
export function useFormat(): NumberFormat {
  const digits = useBackstep((state) => state.view.digits);
  return useMemo(() => ({ digits }), [digits]);
}
