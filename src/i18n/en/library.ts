import type { LibraryProblem } from "../../storage/library.ts";

const problems: Record<LibraryProblem, string> = {
  unavailable:
    "This browser keeps no networks here: it is a private window, or its storage is blocked. Save a file or share a link instead.",
  quota:
    "The browser’s storage is full, and nothing was saved. Delete a saved network, or save a file instead.",
  missing: "This network is not there any more; it may have been deleted in another tab.",
  unreadable: "This network cannot be read, and was not saved.",
};

export const library = {
  undo: "Undo",
  redo: "Redo",
  /** `change` is a command's name from `structure.command`. */
  undoNamed: (change: string) => `Undo: ${change}`,
  redoNamed: (change: string) => `Redo: ${change}`,
  undone: (change: string) => `Undone: ${change}.`,
  redone: (change: string) => `Redone: ${change}.`,
  nothingToUndo: "There is nothing to undo.",
  nothingToRedo: "There is nothing to redo.",

  restored: "Your last work is open again, at the step where you left it.",
  unkept:
    "The browser cannot keep your work here: its storage is blocked or full. Save a file or copy the link before you leave.",
  previousFromPage: "What was open before is kept until you leave this page.",
  previousFromBrowser: "The link is open. Your earlier work in this browser is kept.",
  openPrevious: "Open the earlier work",
  recentWork: "Recent work in other tabs",
  noRecentWork: "No other tab has any work.",
  recentItem: (sizes: string, when: string) => `${sizes} network, ${when}`,

  title: "My networks",
  keptHere: "Saved networks stay in this browser, on this device.",
  empty: "Nothing is saved yet.",
  name: "Name",
  defaultName: (sizes: string) => `${sizes} network`,
  save: "Save",
  open: "Open",
  rename: "Rename",
  remove: "Delete",
  openNamed: (name: string) => `Open ${name}`,
  renameNamed: (name: string) => `Rename ${name}`,
  removeNamed: (name: string) => `Delete ${name}`,
  savedAt: (when: string) => `saved ${when}`,
  saved: (name: string) => `“${name}” is saved.`,
  removed: (name: string) => `“${name}” is deleted.`,
  restoreRemoved: "Take it back",
  saveFile: "Save to a file",
  openFile: "Open a file",
  dropFile: "Drop a file here to open it",
  problems,

  longLink: (characters: number) =>
    `This link has ${characters} characters; some mail and chat programs cut links over 2,000. A file is safer.`,
};
