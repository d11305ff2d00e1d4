/** How a stage is set. */
export interface Style {
  /** Size of the lines z and b, from roomy (0) to tight (3); null: without them. */
  readonly detail: number | null;
  /**
   * Whether room is made for all the weights' labels, upright or, between narrow columns, turned
   * to read upward; or for none, as they come and go.
   */
  readonly labels: "upright" | "turned" | "passing";
  /** Type of labels, targets and E. */
  readonly type: "normal" | "small" | "least";
  /** Width in em kept for a weight's number. */
  readonly labelRoom: number;
}

/**
 * The styles to try, the most comfortable first; the last one always has a layout.
 *
 * @param labelRooms widths in em to keep for a weight's number, in the order to try them
 * @param leastRooms the same for the least type, which only a small stage is set in; none elsewhere
 */
export function stylesOf(
  labelRooms: readonly number[],
  leastRooms: readonly number[] = [],
): Style[] {
  const styles: Style[] = [];
  const add = (
    labels: Style["labels"],
    details: readonly Style["detail"][],
    types: readonly Style["type"][],
    rooms: readonly number[],
  ): void => {
    for (const labelRoom of rooms) {
      for (const type of types) {
        for (const detail of details) styles.push({ detail, labels, type, labelRoom });
      }
    }
  };
  add("upright", [0, 1, 2, 3], ["normal", "small"], labelRooms);
  add("upright", [2, 3], ["least"], leastRooms);
  add("upright", [null], ["normal", "small"], labelRooms);
  add("turned", [null], ["normal", "small"], labelRooms);
  add("upright", [null], ["least"], leastRooms);
  add("passing", [0, 1, 2, 3, null], ["normal"], labelRooms.slice(0, 1));
  return styles;
}
