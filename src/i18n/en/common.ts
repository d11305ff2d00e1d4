/** Computations that take their time, and numbers that are none. */
export const common = {
  noNumber: "no number",
  matrix: {
    shape: (name: string, rows: number, columns: number) =>
      `${name}, ${rows} by ${columns} matrix.`,
    row: (row: number, entries: readonly string[]) => `Row ${row}: ${entries.join(", ")}.`,
    walk: "Its entries can be walked through in the table.",
    excerpt: "The table has its first rows and columns, and the last ones.",
    /** Of rows, columns or entries that the table leaves out. */
    leftOut: "and so on",
    join: (sentences: readonly string[]) => sentences.join(" "),
  },
  computing: (percent: number) => `Computing: ${percent} %`,
  cancel: "Cancel",
  cancelled: "Cancelled.",
  failed: "The computation could not be finished.",
  again: "Compute",
};
