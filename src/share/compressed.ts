/** What `z`, the key of compressed links, says where it could not be expanded (compress.ts). */

/** Foreign characters; no DEFLATE of UTF-8; more text than any network needs. */
const REASONS = ["characters", "damaged", "tooLong"] as const;
export type CompressedProblem = (typeof REASONS)[number];

/** A `z` of base64url, as far as its characters go. */
export const BASE64URL = /^[\w-]*$/;

/** No character of base64url: a `z` that begins with it holds a reason instead of fields. */
const MARK = "!";

/** The `z` that is left in a link that could not be expanded. */
export function unexpanded(reason: CompressedProblem): string {
  return MARK + reason;
}

/** Why the `z` of a link was not expanded. */
export function compressedProblem(z: string): CompressedProblem {
  const marked = REASONS.find((reason) => z === unexpanded(reason));
  return marked ?? (BASE64URL.test(z) ? "damaged" : "characters");
}
