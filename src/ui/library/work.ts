/** How the sizes of a network are written: 2–3–1. */
export function sizesText(sizes: readonly number[]): string {
  return sizes.join("–");
}
