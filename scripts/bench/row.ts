/** One line of the bench's table. */
export interface Row {
  readonly what: string;
  /** The product's figure with its unit, for the eye: what is judged is the ratio. */
  readonly ours: string;
  readonly reference: string;
  /** Time of the product's code over the time of its reference, in the same run and rounds. */
  readonly ratio: number;
  /** The most the ratio may be; null where it is only recorded. */
  readonly limit: number | null;
}

export function inNanoseconds(ns: number): string {
  return `${ns.toFixed(0)} ns`;
}

export function inMilliseconds(ms: number, digits = 1): string {
  return `${ms.toFixed(digits)} ms`;
}
