/** The work that is open, as it is kept, and kept work as it is opened again. */
import { defaultView } from "../../session/view.ts";
import { readFile, writeFile } from "../../share/file.ts";
import { readLink } from "../../share/link.ts";
import type { KeptForm } from "../../storage/library.ts";
import { currentLink } from "../../store/links.ts";
import type { FileWork } from "../../store/state.ts";
import type { BackstepStore } from "../../store/store.ts";

export function formOf(store: BackstepStore): KeptForm {
  const state = store.getState();
  const { network, parked } = state.session;
  const file = parked === null ? null : writeFile({ name: "", network, parked, view: state.view });
  return { link: currentLink(state), file };
}

/**
 * Opens kept work at its place. How the page looks is the reader's own affair, and stays. False
 * where the link cannot be read.
 */
export function openKept(store: BackstepStore, { link, file }: KeptForm): boolean {
  const { network, view: given } = readLink(link);
  if (network === null) return false;
  const { at, by, digits, tab } = { ...defaultView("en"), ...given };
  const work = file === null ? null : workOf(file);
  store
    .getState()
    .actions.openFile({ network, parked: null, ...work, view: { at, by, digits, tab } });
  return true;
}

/** What a file says of the network itself; null where it cannot be read: the link has nearly all. */
function workOf(file: string): Pick<FileWork, "network" | "parked"> | null {
  const reading = readFile(file);
  return reading.ok ? { network: reading.network, parked: reading.parked } : null;
}
