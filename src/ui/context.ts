import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { messagesFor, type Messages } from "../i18n/messages.ts";
import type { BackstepState, BackstepStore } from "../store/store.ts";

/** The store, given by the composition root. */
export const StoreContext = createContext<BackstepStore | null>(null);

export function useBackstepStore(): BackstepStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error("StoreContext is not provided");
  return store;
}

/** A slice of the state; the component renders again only when the slice changes. */
export function useBackstep<T>(select: (state: BackstepState) => T): T {
  return useStore(useBackstepStore(), select);
}

export function useMessages(): Messages {
  return messagesFor(useBackstep((state) => state.view.lang));
}
