import { useEffect, type RefObject } from "react";
import { useBackstepStore } from "../context.ts";
import { lightPlaces, placesOf } from "../pointing.ts";

/** Lights what stands for the place that is pointed at, without rendering anything again. */
export function useLitPlaces(root: RefObject<HTMLElement | null>): void {
  const store = useBackstepStore();
  useEffect(() => {
    const light = (): void => lightPlaces(root.current, placesOf(store.getState().hovered));
    light();
    return store.subscribe(({ hovered }, last) => {
      if (hovered !== last.hovered) light();
    });
  }, [root, store]);
}
