/** The name under which the work that is open was saved or opened, if it was. */
import { messagesFor } from "../../i18n/messages.ts";
import { networksMessages } from "../../i18n/networks.ts";
import type { BackstepStore } from "../../store/store.ts";
import { sizesText } from "./work.ts";

/** By the change that opened the work; by the store for the work the page began with. */
const names = new WeakMap<object, string>();

export function nameWork(store: BackstepStore, name: string): void {
  names.set(openingOf(store), name);
}

/** Null for work that has no name. Undoing an opening brings the earlier work's name back. */
export function workName(store: BackstepStore): string | null {
  return names.get(openingOf(store)) ?? null;
}

/** A name for what is open: its own, the example's, or what it is. */
export function nameToSave(store: BackstepStore): string {
  const { session, example, view } = store.getState();
  const own = workName(store);
  if (own !== null) return own;
  if (example !== null) return messagesFor(view.lang).examples[example].name;
  return networksMessages(view.lang).defaultName(sizesText(session.network.layout.sizes));
}

/** The newest change to another work that is not undone: its name is one object for ever. */
function openingOf(store: BackstepStore): object {
  const { past } = store.getState().history;
  const opening = past.findLast(({ name }) => name.code === "open" || name.code === "clear");
  return opening?.name ?? store;
}
