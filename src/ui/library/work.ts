/** The work that is open, as it is saved, and kept work as it is opened again. */
import { libraryMessages } from "../../i18n/library.ts";
import { messagesFor } from "../../i18n/messages.ts";
import { defaultView } from "../../session/view.ts";
import { readLink } from "../../share/link.ts";
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

/**
 * Opens the work of a kept link at its place. How the page looks is the reader's own affair, and
 * stays. False where the link cannot be read.
 */
export function openKept(store: BackstepStore, link: string): boolean {
  const { network, view: given } = readLink(link);
  if (network === null) return false;
  const { at, by, digits, tab } = { ...defaultView("en"), ...given };
  store.getState().actions.openFile({ network, parked: null, view: { at, by, digits, tab } });
  return true;
}
