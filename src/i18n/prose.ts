/** A sentence with formulas in it, which are written between dollar signs. */

export type Segment = { readonly text: string } | { readonly tex: string };

/** The parts of a sentence in order; none of them is empty. */
export function segmentsOf(prose: string): readonly Segment[] {
  return prose
    .split("$")
    .map((part, n) => (n % 2 === 0 ? { text: part } : { tex: part }))
    .filter((segment) => ("text" in segment ? segment.text : segment.tex) !== "");
}

/** Whether a text begins with what ends or closes something, and must not begin a line. */
export function beginsWithClosing(text: string): boolean {
  return /^[\p{Pe}\p{Pf}\p{Po}]/u.test(text);
}
