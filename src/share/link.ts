/** Links: the state of the page as text after `#` (docs/url-format.md). */
import type { Network } from "../engine/network.ts";
import type { Lang, View } from "../session/session.ts";
import { defaultView } from "../session/view.ts";
import { compressedProblem } from "./compressed.ts";
import { emptyDraft, finishDraft, type Draft, type GivenView } from "./draft.ts";
import { OPENING } from "./examples.ts";
import { readInteger, type Field, type LinkState } from "./field.ts";
import { fieldsFor, layerOfKey, VIEW_FIELDS } from "./fields.ts";
import { splitLink } from "./parts.ts";
import { collectProblems, excerpt, type LinkProblem, type Report } from "./problem.ts";
import { readSizes } from "./sizes.ts";

export type { LinkState } from "./field.ts";
export type { LinkProblem } from "./problem.ts";

export interface LinkReading {
  /** Null where the link does not say how large its network is: the work stays as it was. */
  readonly network: Network | null;
  /** What the link gives about the view. */
  readonly view: Partial<View>;
  /** Everything that could not be used. */
  readonly problems: readonly LinkProblem[];
}

/**
 * Reads a link: what follows `#`, with or without it, or a whole address; a compressed one must
 * have gone through `expandLink` (compress.ts). Never throws; what can be used is used, and the
 * rest is named.
 */
export function readLink(link: string): LinkReading {
  const { report, list } = collectProblems();
  const parts = new Map(splitLink(link, report));
  const version = parts.get("v") ?? "1";
  parts.delete("v");
  const z = parts.get("z");
  switch (version) {
    case "1":
      if (z !== undefined) {
        report({ code: "compressed", key: "z", reason: compressedProblem(z) });
        parts.delete("z");
        return { network: null, view: readLooks(parts, report), problems: list() };
      }
      return { ...readVersion1(parts, report), problems: list() };
    default:
      report({ code: "version", key: "v", text: excerpt(version) });
      return { network: null, view: {}, problems: list() };
  }
}

/**
 * The shortest link that opens exactly this state: what equals its default is left out, `lang`
 * where it is the given language of the browser (null: `lang` is always named).
 */
export function writeLink(state: LinkState, browserLang: Lang | null): string {
  const { sizes, L } = state.network.layout;
  const parts = ["v=1", `net=${sizes.join("-")}`];
  for (const field of fieldsFor(L)) {
    const text = field.write(state, browserLang);
    if (text !== null) parts.push(`${field.key}=${text}`);
  }
  return parts.join("&");
}

/** The link to a network alone: equal for two networks exactly if they are the same one. */
export function writeNetwork(network: Network): string {
  return writeLink({ network, view: defaultView("en") }, "en");
}

const DEFAULT_SEED = 1;
const LAST_SEED = 2 ** 32 - 1;

function readVersion1(
  parts: ReadonlyMap<string, string>,
  report: Report,
): Pick<LinkReading, "network" | "view"> {
  const seed = readSeed(parts, report);
  const opening = emptyDraft([2, 2, 2], seed);
  readFields(fieldsFor(opening.layout.L), splitLink(OPENING.link, report), opening, report);

  const sizes = readSizes(parts, opening.layout.sizes, report);
  if (sizes === "unusable") return { network: null, view: readLooks(parts, report) };
  const draft = sizes === "notGiven" ? opening : emptyDraft(sizes, seed);
  readFields(fieldsFor(draft.layout.L), parts, draft, report);
  reportStrangers(parts, draft.layout.L, report);
  return { network: finishDraft(draft, report), view: draft.view };
}

/** What a link without a usable network gives about the view: all but the step. */
function readLooks(parts: ReadonlyMap<string, string>, report: Report): GivenView {
  const none = emptyDraft([], DEFAULT_SEED);
  const fields = VIEW_FIELDS.filter((field) => field.key !== "at");
  readFields(fields, parts, none, report);
  reportStrangers(parts, null, report);
  return none.view;
}

function readSeed(parts: ReadonlyMap<string, string>, report: Report): number {
  let seed = DEFAULT_SEED;
  const text = parts.get("seed");
  if (text !== undefined) {
    readInteger("seed", text, [0, LAST_SEED], report, (value) => {
      seed = value;
    });
  }
  return seed;
}

function readFields(
  fields: readonly Field[],
  parts: ReadonlyMap<string, string>,
  draft: Draft,
  report: Report,
): void {
  for (const field of fields) {
    const text = parts.get(field.key);
    if (text !== undefined) field.read(text, draft, report);
  }
}

/** Names the keys that nothing reads; L is null where the network could not be read. */
function reportStrangers(
  parts: ReadonlyMap<string, string>,
  L: number | null,
  report: Report,
): void {
  const known = new Set(["net", "seed", ...fieldsFor(L ?? 2).map((field) => field.key)]);
  for (const [key, text] of parts) {
    if (known.has(key)) continue;
    const l = layerOfKey(key);
    if (l === null) report({ code: "unknownKey", key: excerpt(key), text: excerpt(text) });
    else if (L !== null) report({ code: "noSuchLayer", key, l, L });
  }
}
