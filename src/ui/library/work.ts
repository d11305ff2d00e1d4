/** What the work that is open is called. */
import { libraryMessages } from "../../i18n/library.ts";
import { messagesFor } from "../../i18n/messages.ts";
import type { BackstepStore } from "../../store/store.ts";
import { workName } from "./workName.ts";

/** A name for what is open: its own, the example's, or what it is. */
export function nameToSave(store: BackstepStore): string {
  const { session, example, view } = store.getState();
  const own = workName(store);
  if (own !== null) return own;
  if (example !== null) return messagesFor(view.lang).examples[example].name;
  return libraryMessages(view.lang).defaultName(sizesText(session.network.layout.sizes));
}

export function sizesText(sizes: readonly number[]): string {
  return sizes.join("–");
}
