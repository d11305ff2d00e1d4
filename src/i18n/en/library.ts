import type { LibraryProblem } from "../../storage/library.ts";

const problems: Record<LibraryProblem, string> = {
  unavailable:
    "This browser keeps no networks here: it is a private window, or its storage is blocked. Save a file or share a link instead.",
  quota:
    "The browser’s storage is full, and nothing was saved. Delete a saved network, or save a file instead.",
  missing: "This network is not there any more; it may have been deleted in another tab.",
  unreadable: "This network cannot be read; nothing was changed.",
};

export const library = {
  example: "Example",
  ownNetwork: (sizes: string) => `Your network · ${sizes}`,
  emptyStage: "Empty stage",
  start: "New",
  startTitle: "An empty stage to draw on",
  file: "File",

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
  restarted: "The calculator stopped and was started again. Your work is as it was.",
  previous: {
    page: "What was open before is kept until you leave this page.",
    browser: "Your earlier work in this browser is kept.",
  },
  openPrevious: "Open the earlier work",
  recentWork: "Recent work in other tabs",
  recentItem: (sizes: string, when: string) => `${sizes} network, ${when}`,
  openRecent: (sizes: string, when: string) => `Open the ${sizes} network, ${when}`,

  title: "My networks",
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
  replace: "Replace it",
  keepBoth: "Keep both",
  replaced: (name: string) => `“${name}” is replaced by what is open.`,
  keepReplaced: "Keep the earlier one too",
  removed: (name: string) => `“${name}” is deleted.`,
  restoreRemoved: "Take it back",
  saveFile: "Save to a file",
  savedFile: (file: string) => `“${file}” was given to the browser to save.`,
  openFile: "Open a file",
  dropFile: "Drop the file here to open it",
  problems,

  share: "Share",
  shared: "Copied",
  linkCopied: "The link to this network at this step is copied.",
  linkNotCopied: "The link is in the address bar; it could not be copied from here.",
  longLink: (characters: number) =>
    `Compressed as it is, the link has ${characters} characters; some mail and chat programs cut links over 2,000. A file is safer.`,
};
