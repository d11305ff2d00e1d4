/** A link's text taken apart into its keys and values, before any of them is understood. */
import { excerpt, type Report } from "./problem.ts";

/**
 * The parts, each meant to be `key=value`, of `#key=value&key=value`, without empty ones. A whole
 * address may be given; what stands before `#` is dropped. Percent-encoding is undone first (no
 * value holds `&`, `=` or `%`, so it makes no difference whether a messenger has encoded those
 * too), and `&amp;` counts as `&`.
 */
export function splitParts(link: string): readonly string[] {
  const text = decode(link.slice(link.indexOf("#") + 1)).replaceAll("&amp;", "&");
  return text.split("&").filter((part) => part.trim() !== "");
}

/** The key of a part, trimmed; null where it has no `=`. */
export function keyOf(part: string): string | null {
  const equals = part.indexOf("=");
  return equals < 0 ? null : part.slice(0, equals).trim();
}

/** The values of a link by key, both trimmed. */
export function splitLink(link: string, report: Report): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const part of splitParts(link)) {
    const key = keyOf(part);
    if (key === null) {
      report({ code: "noEqualsSign", key: "", text: excerpt(part) });
      continue;
    }
    const value = part.slice(part.indexOf("=") + 1).trim();
    if (parts.has(key)) {
      report({ code: "duplicateKey", key: excerpt(key), text: excerpt(value) });
    } else {
      parts.set(key, value);
    }
  }
  return parts;
}

/** Undoes percent-encoding where it is valid and leaves the rest as it stands. */
function decode(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}
