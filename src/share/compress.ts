/**
 * Compressed links: `z` holds the text of an ordinary link's fields, as UTF-8, raw DEFLATE
 * (RFC 1951) and base64url (RFC 4648). The browser's own streams do the work, which is why this
 * alone of the reading of links takes time.
 */
import { BASE64URL, unexpanded, type CompressedProblem } from "./compressed.ts";
import { keyOf, splitParts } from "./parts.ts";

/** Characters from which a link is too long for comfort: some programs cut an address there. */
export const LONG_LINK = 2000;

/** Bytes beyond which `z` is not expanded; at the limits of a network a link has some 150,000. */
const LONGEST_TEXT = 2 ** 20;

/**
 * The compressed form of a link as `writeLink` writes it; what stands before a `#` stays there.
 * Short links grow by it.
 */
export async function compressLink(link: string): Promise<string> {
  const start = link.indexOf("#") + 1;
  const fields = splitParts(link)
    .filter((part) => keyOf(part) !== "v")
    .join("&");
  const bytes = await readAll(
    through(utf8(fields), new CompressionStream("deflate-raw")),
    Infinity,
  );
  return `${link.slice(0, start)}v=1&z=${toBase64url(bytes)}`;
}

/**
 * The ordinary link a compressed one stands for, without the address before `#`; any other link as
 * it is. Keys beside `z` override those inside. A `z` that cannot be expanded stays, marked with
 * the reason, for `readLink` to report. Never rejects.
 */
export async function expandLink(link: string): Promise<string> {
  const parts = splitParts(link);
  const z = parts.find((part) => keyOf(part) === "z");
  if (z === undefined) return link;
  const beside = parts.filter((part) => part !== z);
  const given = new Set(beside.map(keyOf));
  try {
    const text = await expand(z.slice(z.indexOf("=") + 1));
    const inside = splitParts(text).filter((part) => !given.has(keyOf(part)));
    return [...beside, ...inside].join("&");
  } catch (error) {
    const reason = error instanceof Unexpandable ? error.reason : "damaged";
    return [...beside, `z=${unexpanded(reason)}`].join("&");
  }
}

class Unexpandable extends Error {
  readonly reason: CompressedProblem;
  constructor(reason: CompressedProblem) {
    super(reason);
    this.reason = reason;
  }
}

async function expand(z: string): Promise<string> {
  // Mail programs break long lines.
  const bytes = fromBase64url(z.replace(/\s+/g, ""));
  const stream = through(bytes, new DecompressionStream("deflate-raw"));
  return new TextDecoder("utf-8", { fatal: true }).decode(await readAll(stream, LONGEST_TEXT));
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(transform);
}

/** All bytes of a stream; one that is longer than `limit` is given up there, however long it is. */
async function readAll(
  stream: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      throw new Unexpandable("tooLong");
    }
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function toBase64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  if (!BASE64URL.test(text)) throw new Unexpandable("characters");
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
