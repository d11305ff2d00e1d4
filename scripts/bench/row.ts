/** One line of the bench's table. */
export interface Row {
  readonly what: string;
  /** Time of the product's code over the time of its reference, in the same process and rounds. */
  readonly ratio: number;
  /** The most the ratio may be; null where it is only recorded. */
  readonly limit: number | null;
  readonly note?: string;
}
