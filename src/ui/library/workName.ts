/** The name under which the work that is open was saved or opened, if it was. */
import type { BackstepStore } from "../../store/store.ts";

/** By the change that opened the work; by the store for the work the page began with. */
const names = new WeakMap<object, string>();

export function nameWork(store: BackstepStore, name: string): void {
  names.set(openingOf(store), name);
}

/** Null for work that has no name. Undoing an opening brings the earlier work's name back. */
export function workName(store: BackstepStore): string | null {
  return names.get(openingOf(store)) ?? null;
}

/** The newest change to another work that is not undone: its name is one object for ever. */
function openingOf(store: BackstepStore): object {
  const { past } = store.getState().history;
  const opening = past.findLast(({ name }) => name.code === "open" || name.code === "clear");
  return opening?.name ?? store;
}
