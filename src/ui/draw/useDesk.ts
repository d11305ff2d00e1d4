import { useStore } from "zustand";
import type { Desk, DeskStore } from "../../store/desk.ts";

/** A slice of how the stage is handled; the component renders again only when the slice changes. */
export function useDesk<T>(desk: DeskStore, select: (state: Desk) => T): T {
  return useStore(desk, select);
}
