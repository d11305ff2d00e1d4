/**
 * The direction of the arrows between the rooms of src/, and what each room may use from outside.
 * An arrow that runs the wrong way fails here, a type-only import too, unless the room is i18n.
 */
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync, Visitor } from "vite";
import { describe, expect, test } from "vitest";

const BELOW_SESSION = ["numbers", "engine", "steps", "formula", "homework"];
const UP_TO_SESSION = [...BELOW_SESSION, "session"];

/** What each room may import. main.tsx, the composition root, may import every room. */
const ROOMS: Record<string, readonly string[]> = {
  numbers: [],
  engine: [],
  steps: ["engine"],
  formula: ["engine", "steps", "numbers"],
  homework: ["engine", "steps", "formula", "numbers"],
  session: BELOW_SESSION,
  share: UP_TO_SESSION,
  storage: ["share"],
  i18n: [],
  worker: ["engine"],
  store: [...UP_TO_SESSION, "share"],
  diagram: ["engine", "steps", "numbers"],
  ui: [...UP_TO_SESSION, "share", "storage", "i18n", "store", "diagram"],
};
const ROOT_FILE = "main.tsx";

/** Where a package may be imported: a room, or one file of it. Packages not listed: nowhere. */
const PACKAGES: readonly (readonly [name: RegExp, places: readonly string[]])[] = [
  [/^d3-[a-z]+$/, ["diagram"]],
  [/^react(-dom)?(\/|$)/, ["ui", ROOT_FILE]],
  [/^katex(\/|$)/, ["ui/katex.ts"]],
  // The store is zustand's vanilla one; ui binds React to it.
  [/^zustand\/(vanilla|middleware)/, ["store"]],
  [/^zustand(\/react|\/shallow)?$/, ["store", "ui"]],
  [/^tinykeys$/, ["ui"]],
  [/^idb-keyval$/, ["storage"]],
  [/^ml-matrix$/, ["engine/svd.ts"]],
  [/^@fontsource-variable\//, ["ui", ROOT_FILE]],
];

/** Rooms that run in a worker, in a test or in the bench as they are, without a page around. */
const WITHOUT_PAGE = new Set([
  "numbers",
  "engine",
  "steps",
  "formula",
  "homework",
  "session",
  "share",
]);
const PAGE_GLOBAL = /(?<![.\w$])(document|window|navigator|localStorage)\b(?!\s*\??:)/;

interface Source {
  /** Relative to src/, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

interface Arrow {
  readonly target: string;
  readonly typeOnly: boolean;
}

/** Every complaint about the sources, one sentence each; empty if the house is in order. */
function complaints(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const room = roomOf(path);
    if (room === null) return [`${path} is in no room`];
    const { program, errors, comments } = parseSync(path, text);
    if (errors.length > 0) return [`${path} cannot be parsed: ${errors[0].message}`];
    const found = arrowsOf(program).flatMap((arrow) => complaintAbout(path, room, arrow) ?? []);
    const used = WITHOUT_PAGE.has(room) ? PAGE_GLOBAL.exec(withoutRanges(text, comments)) : null;
    return used === null ? found : [...found, `${path} uses ${used[1]}`];
  });
}

function complaintAbout(path: string, room: string, { target, typeOnly }: Arrow): string | null {
  const name = target.replace(/\?.*$/, "");
  const sentence = `${path} imports ${target}`;
  if (!name.startsWith(".")) {
    const rule = PACKAGES.find(([pattern]) => pattern.test(name));
    const allowed = rule !== undefined && (rule[1].includes(room) || rule[1].includes(path));
    return allowed ? null : sentence;
  }
  const other = roomOf(posix.join(posix.dirname(path), name));
  if (other === null) return sentence;
  const tab = tabOf(path);
  const otherTab = tabOf(posix.join(posix.dirname(path), name));
  if (tab !== null && otherTab !== null && tab !== otherTab) return sentence;
  if (other === room || room === ROOT_FILE) return null;
  if (room === "i18n") return typeOnly && other !== ROOT_FILE ? null : sentence;
  return ROOMS[room].includes(other) ? null : sentence;
}

/** The tab of the board whose folder a path lies in: what several share is in ui/common/. */
function tabOf(path: string): string | null {
  return /^ui\/(derivation|numbers|forward|jacobian|check)\//.exec(path)?.[1] ?? null;
}

/** The room a path lies in; null if it lies in none. */
function roomOf(path: string): string | null {
  if (path === ROOT_FILE) return ROOT_FILE;
  const [first, ...rest] = path.split("/");
  return rest.length > 0 && first in ROOMS ? first : null;
}

/** All ways in which one file can name another: import, export from, import(), new URL(). */
function arrowsOf(program: ReturnType<typeof parseSync>["program"]): Arrow[] {
  const arrows: Arrow[] = [];
  const add = (target: unknown, typeOnly: boolean): void => {
    arrows.push({ target: typeof target === "string" ? target : "something computed", typeOnly });
  };
  new Visitor({
    ImportDeclaration: ({ source, importKind }) => add(source.value, importKind === "type"),
    ExportAllDeclaration: ({ source, exportKind }) => add(source.value, exportKind === "type"),
    ExportNamedDeclaration: ({ source, exportKind }) => {
      if (source !== null) add(source.value, exportKind === "type");
    },
    ImportExpression: ({ source }) => add(literal(source), false),
    TSImportType: ({ source }) => add(source.value, true),
    NewExpression: ({ callee, arguments: [first, second] }) => {
      const isUrl = callee.type === "Identifier" && callee.name === "URL";
      if (isUrl && second?.type === "MemberExpression" && second.object.type === "MetaProperty") {
        add(literal(first), false);
      }
    },
  }).visit(program);
  return arrows;
}

function literal(node: { readonly type: string }): unknown {
  return "value" in node ? node.value : null;
}

function withoutRanges(text: string, ranges: readonly { start: number; end: number }[]): string {
  return ranges.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

function readSources(): Source[] {
  const root = fileURLToPath(new URL("../src/", import.meta.url));
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .map((path) => ({ path, text: readFileSync(root + path, "utf8") }));
}

describe("architecture", () => {
  test("every arrow in src/ runs the right way", () => {
    const sources = readSources();
    expect(sources.map(({ path }) => path)).toContain("engine/layout.ts");
    expect(complaints(sources)).toEqual([]);
  });

  test.each([
    ["steps/bad.ts", 'import { a } from "../session/session.ts";'],
    ["steps/bad.ts", 'import type { A } from "../session/session.ts";'],
    ["steps/bad.ts", 'export * from "../session/session.ts";'],
    ["steps/bad.ts", 'export { a } from "../session/session.ts";'],
    ["steps/bad.ts", 'type A = import("../session/session.ts").A;'],
    ["numbers/bad.ts", 'import "../engine/layout.ts";'],
    ["engine/bad.ts", 'import("../numbers/format.ts");'],
    ["engine/bad.ts", "import(name);"],
    ["engine/bad.ts", 'new Worker(new URL("../worker/shell.ts", import.meta.url));'],
    ["formula/bad.ts", 'import { en } from "../i18n/en.ts";'],
    ["i18n/bad.ts", 'import { Activation } from "../engine/network.ts";'],
    ["worker/bad.ts", 'import "../store/store.ts";'],
    ["diagram/bad.ts", 'import "../ui/App.tsx";'],
    ["ui/Bad.tsx", 'import "../worker/client.ts";'],
    ["ui/Bad.tsx", 'import { App } from "../main.tsx";'],
    ["ui/Bad.tsx", 'import { select } from "d3-selection";'],
    ["ui/jacobian/Bad.tsx", 'import { Erratum } from "../derivation/Erratum.tsx";'],
    ["ui/Bad.tsx", 'import katex from "katex";'],
    ["diagram/bad.ts", 'import { useState } from "react";'],
    ["engine/bad.ts", 'import { z } from "left-pad";'],
    ["engine/bad.ts", 'import "../../package.json";'],
    ["elsewhere/bad.ts", "export {};"],
    ["stray.ts", "export {};"],
    ["session/bad.ts", "export const width = window.innerWidth;"],
    ["formula/bad.ts", 'export const node = () => document.createElement("p");'],
    ["engine/bad.ts", "export const = 1;"],
  ])("a wrong arrow is found: %s, %s", (path, text) => {
    expect(complaints([{ path, text }])).toHaveLength(1);
  });

  test.each([
    [
      "steps/good.ts",
      'import { ref } from "../engine/ref.ts"; import { stepAt } from "./plan.ts";',
    ],
    ["i18n/good.ts", 'import type { Activation } from "../engine/network.ts";'],
    ["main.tsx", 'import { start } from "./worker/client.ts"; import "react-dom/client";'],
    ["ui/katex.ts", 'import katex from "katex"; void import("katex/dist/katex.min.css");'],
    ["ui/Good.tsx", 'import { useStore } from "zustand"; export const a = document.body;'],
    ["diagram/good.ts", 'import { select } from "d3-selection";'],
    ["session/good.ts", "/** In a document or window. */ export const a = view.window;"],
    ["worker/client.ts", 'new Worker(new URL("./shell.ts", import.meta.url), { type: "module" });'],
  ])("a right arrow is let through: %s, %s", (path, text) => {
    expect(complaints([{ path, text }])).toEqual([]);
  });
});
