/** How a stage is set. */
export interface Style {
  /** Size of the lines z and b, from roomy (0) to tight (3); null: without them. */
  readonly detail: number | null;
  /**
   * Whether room is made for all the weights' labels, upright or, between narrow columns, turned
   * to read upward; or for none, as they come and go.
   */
  readonly labels: "upright" | "turned" | "passing";
  /** Smaller type for labels, targets and E. */
  readonly small: boolean;
  /** Width in em kept for a weight's number. */
  readonly labelRoom: number;
}

/**
 * The styles to try, the most comfortable first; the last one always has a layout.
 *
 * @param labelRooms widths in em to keep for a weight's number, in the order to try them
 */
export function stylesOf(labelRooms: readonly number[]): Style[] {
  const styles: Style[] = [];
  const add = (
    labels: Style["labels"],
    details: readonly Style["detail"][],
    sizes: readonly boolean[],
    rooms: readonly number[],
  ): void => {
    for (const labelRoom of rooms) {
      for (const small of sizes) {
        for (const detail of details) styles.push({ detail, labels, small, labelRoom });
      }
    }
  };
  add("upright", [0, 1, 2, 3], [false, true], labelRooms);
  add("upright", [null], [false, true], labelRooms);
  add("turned", [null], [false, true], labelRooms);
  add("passing", [0, 1, 2, 3, null], [false], labelRooms.slice(0, 1));
  return styles;
}
