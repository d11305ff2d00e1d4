/**
 * Where a text stops being JSON (RFC 8259). `JSON.parse` says only that it does: its messages
 * differ from browser to browser, and not all of them name a place.
 */

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const HEX = /[\da-fA-F]{4}/y;
const WORDS = ["true", "false", "null"];
const CLOSING: Readonly<Record<string, string>> = { "[": "]", "{": "}" };

/** What may come next. */
type Expected = "value" | "valueOrEnd" | "key" | "keyOrEnd" | "colon" | "commaOrEnd";

/**
 * Offset of the first character (or word) that no JSON text has at its place, the length of the
 * text where it ends too early, null where it is JSON. One pass, without recursion: brackets may
 * be nested as deep as the text is long.
 */
export function jsonFault(text: string): number | null {
  const open: string[] = [];
  let expected: Expected = "value";
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const character = text[at];
    const inside = open.at(-1);
    let end = at + 1;
    if (expected === "colon") {
      if (character !== ":") return at;
      expected = "value";
    } else if (inside !== undefined && character === CLOSING[inside] && mayEnd(expected)) {
      open.pop();
      expected = "commaOrEnd";
    } else if (expected === "commaOrEnd") {
      if (inside === undefined || character !== ",") return at;
      expected = inside === "[" ? "value" : "key";
    } else if (expected === "key" || expected === "keyOrEnd") {
      if (character !== '"') return at;
      end = endOfString(text, at);
      if (end < 0) return ~end;
      expected = "colon";
    } else if (character in CLOSING) {
      open.push(character);
      expected = character === "[" ? "valueOrEnd" : "keyOrEnd";
    } else {
      end = endOfScalar(text, at);
      if (end < 0) return ~end;
      expected = "commaOrEnd";
    }
    at = skipSpace(text, end);
  }
  return open.length === 0 && expected === "commaOrEnd" ? null : text.length;
}

function mayEnd(expected: Expected): boolean {
  return expected === "commaOrEnd" || expected === "valueOrEnd" || expected === "keyOrEnd";
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (" \t\n\r".includes(text[at] ?? "x")) at++;
  return at;
}

/** Where a string, number or word that begins here ends, or ~offset of its fault. */
function endOfScalar(text: string, at: number): number {
  if (text[at] === '"') return endOfString(text, at);
  const word = WORDS.find((known) => text.startsWith(known, at));
  if (word !== undefined) return at + word.length;
  NUMBER.lastIndex = at;
  return NUMBER.test(text) ? NUMBER.lastIndex : ~at;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') {
    if (text[at] < " ") return ~at;
    if (text[at] !== "\\") {
      at++;
    } else if (text[at + 1] === "u") {
      HEX.lastIndex = at + 2;
      if (!HEX.test(text)) return ~at;
      at += 6;
    } else {
      if (at + 1 < text.length && !'"\\/bfnrt'.includes(text[at + 1])) return ~at;
      at += 2;
    }
  }
  return at < text.length ? at + 1 : ~text.length;
}
