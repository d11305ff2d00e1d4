import type { LibraryProblem } from "../../storage/library.ts";

const problems: Record<LibraryProblem, string> = {
  unavailable:
    "This browser keeps no networks here: it is a private window, or its storage is blocked. Save a file or share a link instead.",
  quota:
    "The browser’s storage is full, and nothing was saved. Delete a saved network, or save a file instead.",
  missing: "This network is not there any more; it may have been deleted in another tab.",
  unreadable: "This network cannot be read; nothing was changed.",
};

export const networks = {
  recentWork: "Recent work",
  recentItem: (sizes: string, when: string) => `${sizes} network, ${when}`,
  openRecent: (sizes: string, when: string) => `Open the ${sizes} network, ${when}`,
  keptHere: "Saved networks stay in this browser, on this device.",
  empty: "Nothing is saved yet.",
  name: "Name",
  nameOf: (name: string) => `New name of ${name}`,
  defaultName: (sizes: string) => `${sizes} network`,
  save: "Save",
  cancel: "Cancel",
  open: "Open",
  rename: "Rename",
  remove: "Delete",
  openNamed: (name: string) => `Open ${name}`,
  renameNamed: (name: string) => `Rename ${name}`,
  removeNamed: (name: string) => `Delete ${name}`,
  savedAt: (when: string) => `saved ${when}`,
  saved: (name: string) => `“${name}” is saved.`,
  /** `when` is the day and minute it was saved at. */
  nameTaken: (name: string, when: string) => `There is a “${name}” already, saved ${when}.`,
  renameTaken: (name: string) =>
    `Another network is called “${name}” already. Choose another name.`,
  replace: "Replace it",
  keepBoth: "Keep both",
  replaced: (name: string) => `“${name}” is replaced by what is open.`,
  keepReplaced: "Keep the earlier one too",
  removed: (name: string) => `“${name}” is deleted.`,
  restoreRemoved: "Take it back",
  savedFile: (file: string) => `“${file}” was given to the browser to save.`,
  problems,
};
