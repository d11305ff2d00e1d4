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
  restarted: "The computation stopped and was started again. Your work is as it was.",
  previous: {
    page: "What was open before is kept, also under File, My networks.",
    browser: "Your earlier work in this browser is kept.",
  },
  openPrevious: "Open the earlier work",

  title: "My networks",
  saveFile: "Save to a file",
  openFile: "Open a file",
  dropFile: "Drop the file here to open it",

  share: "Share",
  shared: "Copied",
  linkCopied: "The link to this network at this step is copied.",
  linkNotCopied: "The link is in the address bar; it could not be copied from here.",
  longLink: (characters: number) =>
    `Compressed as it is, the link has ${characters} characters; some mail and chat programs cut links over 2,000. A file is safer.`,
};
