import { useEffect, type RefObject } from "react";
import { matchesRef } from "../../engine/ref.ts";
import { useBackstepStore } from "../context.ts";
import { placesOf } from "../pointing.ts";

/** Lights the cells of what is pointed at anywhere on the page, without rendering anything again. */
export function useLitCells(box: RefObject<HTMLElement | null>): void {
  const store = useBackstepStore();
  useEffect(() => {
    const light = (): void => {
      const places = placesOf(store.getState().hovered);
      for (const cell of box.current?.querySelectorAll<HTMLElement>("[data-ref]") ?? []) {
        const key = cell.dataset["ref"] ?? "";
        const isLit = places.some((place) => matchesRef(place, key));
        if (isLit !== "lit" in cell.dataset) cell.toggleAttribute("data-lit", isLit);
      }
    };
    light();
    return store.subscribe(({ hovered }, last) => {
      if (hovered !== last.hovered) light();
    });
  }, [store, box]);
}
