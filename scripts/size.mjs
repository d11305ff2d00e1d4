/** `npm run size`: what the built page weighs, gzip, against its budget. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const DIST = fileURLToPath(new URL("../dist", import.meta.url));
/**
 * KiB of JavaScript, gzip: before the network is drawn; what the page fetches without being asked
 * for anything; and with all that waits behind a tab, a dialog or a mode.
 */
const BUDGET = { beforeDrawing: 130, onItsOwn: 241, all: 420 };
/** What the page fetches by itself when the network stands, besides the workers. */
const SOON = [
  "src/ui/page.tsx",
  "src/ui/Equations.tsx",
  "node_modules/katex/dist/katex.mjs",
  "src/diagram/viewport.ts",
];

const manifest = JSON.parse(readFileSync(join(DIST, ".vite/manifest.json"), "utf8"));
const entry = Object.values(manifest).find(({ isEntry }) => isEntry);
const first = new Set();
follow(entry, first);
const soon = new Set(first);
for (const name of SOON) {
  if (!Object.hasOwn(manifest, name)) throw new Error(`${name} is no script of its own`);
  follow(manifest[name], soon);
}

const scripts = readdirSync(join(DIST, "assets")).filter((name) => name.endsWith(".js"));
const rows = scripts.map((name) => {
  const file = `assets/${name}`;
  // Workers are no part of the manifest. The engine's starts by itself.
  const isEngine = name.startsWith("engine.worker");
  const early = first.has(file) || isEngine;
  const when = early ? 0 : soon.has(file) ? 1 : 2;
  return {
    name,
    when,
    size: gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length / 1024,
  };
});
if (!rows.some(({ name }) => name.startsWith("engine.worker"))) {
  throw new Error("the worker's script is not where it is looked for");
}
rows.sort((a, b) => a.when - b.when || b.size - a.size);
const WHEN = ["before the drawing", "right after it", "when asked for"];
console.log("KiB gzip   fetched              file");
for (const { name, when, size } of rows) {
  console.log(`${size.toFixed(1).padStart(8)}   ${WHEN[when].padEnd(18)}   ${name}`);
}
const until = (latest) =>
  rows.filter(({ when }) => when <= latest).reduce((sum, { size }) => sum + size, 0);
const sums = { beforeDrawing: until(0), onItsOwn: until(1), all: until(2) };
for (const [what, limit] of Object.entries(BUDGET)) {
  const over = sums[what] > limit;
  console.log(
    `${what}: ${sums[what].toFixed(1)} of ${limit} KiB${over ? ", over the budget" : ""}`,
  );
  if (over) process.exitCode = 1;
}

function follow({ file, imports = [] }, into) {
  if (into.has(file)) return;
  into.add(file);
  for (const name of imports) follow(manifest[name], into);
}
