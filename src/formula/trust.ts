/** The one TeX extension the formulas use, and so the only one KaTeX is allowed. */

const INDEX = "(?:[1-9]\\d?|\\*)";
/** A Ref's key, or a pattern of keys in which an index is `*`. */
const REF = new RegExp(
  `^(?:(?:a|z|d|s|b|gb|nb|tz|ta)(?:\\.${INDEX}){2}|(?:w|gw|nw)(?:\\.${INDEX}){3}|t\\.${INDEX}|E|nE|tE|eta)$`,
);
const SLOT = /^\d{1,5}$/;

/**
 * KaTeX's `trust`: `\htmlData` with the single attribute `data-ref` and a Ref's key or pattern, or
 * the single attribute `data-slot` and a number. Everything else is refused.
 */
export function trust(context: { readonly command: string }): boolean {
  if (context.command !== "\\htmlData" || !("attributes" in context)) return false;
  const attributes = Object.entries(context.attributes as Record<string, string>);
  if (attributes.length !== 1) return false;
  const [name, value] = attributes[0];
  return (name === "data-ref" && REF.test(value)) || (name === "data-slot" && SLOT.test(value));
}

/** How every formula is rendered. HTML alone: the spoken sentence takes the place of MathML. */
export const KATEX_OPTIONS = { output: "html", strict: false, throwOnError: true, trust } as const;
