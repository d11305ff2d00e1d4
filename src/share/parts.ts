/** A link's text taken apart into its keys and values, before any of them is understood. */
import { excerpt, type Report } from "./problem.ts";

/**
 * The values by key, both trimmed, of `#key=value&key=value`. A whole address may be given; what
 * stands before `#` is dropped. Percent-encoding is undone first (no value holds `&`, `=` or `%`,
 * so it makes no difference whether a messenger has encoded those too), and `&amp;` counts as `&`.
 */
export function splitLink(link: string, report: Report): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const text = decode(link.slice(link.indexOf("#") + 1)).replaceAll("&amp;", "&");
  for (const part of text.split("&")) {
    if (part.trim() === "") continue;
    const equals = part.indexOf("=");
    if (equals < 0) {
      report({ code: "noEqualsSign", key: "", text: excerpt(part) });
      continue;
    }
    const key = part.slice(0, equals).trim();
    const value = part.slice(equals + 1).trim();
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
