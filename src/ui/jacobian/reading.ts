/** What every part of the view reads from the store: its words, and how numbers are shown. */
import { useEffect, useMemo, type RefObject } from "react";
import { matchesRef } from "../../engine/ref.ts";
import { jacobianMessages, type JacobianMessages } from "../../i18n/jacobian.ts";
import type { NumberFormat } from "../../numbers/format.ts";
import { useBackstep, useBackstepStore } from "../context.ts";
import { placesOf } from "../pointing.ts";

export function useWords(): JacobianMessages {
  return jacobianMessages(useBackstep((state) => state.view.lang));
}

export function useFormat(): NumberFormat {
  const digits = useBackstep((state) => state.view.digits);
  return useMemo(() => ({ digits }), [digits]);
}

/** The key of the quantity an element is part of, or null. */
export function keyUnder(target: EventTarget): string | null {
  const place = target instanceof Element ? target.closest("[data-ref]") : null;
  return place?.getAttribute("data-ref") ?? null;
}

/** Lights what stands for the place that is pointed at, without rendering anything again. */
export function useLitPlaces(root: RefObject<HTMLElement | null>): void {
  const store = useBackstepStore();
  useEffect(() => {
    let last: string | null = null;
    return store.subscribe(({ hovered }) => {
      if (hovered === last) return;
      last = hovered;
      const lit = placesOf(hovered);
      for (const element of root.current?.querySelectorAll<HTMLElement>("[data-ref]") ?? []) {
        const key = element.dataset["ref"] ?? "";
        element.toggleAttribute(
          "data-lit",
          lit.some((other) => matchesRef(other, key) || matchesRef(key, other)),
        );
      }
    });
  }, [root, store]);
}
