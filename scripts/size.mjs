/** `npm run size`: what the built page weighs, gzip, against its budget. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const DIST = fileURLToPath(new URL("../dist", import.meta.url));
/** KiB of JavaScript, gzip. */
const BUDGET = { beforeDrawing: 130, all: 240 };

const manifest = JSON.parse(readFileSync(join(DIST, ".vite/manifest.json"), "utf8"));
const entry = Object.values(manifest).find(({ isEntry }) => isEntry);
const first = new Set();
follow(entry);

const scripts = readdirSync(join(DIST, "assets")).filter((name) => name.endsWith(".js"));
const rows = scripts.map((name) => {
  const file = `assets/${name}`;
  // The worker is no part of the manifest; the first numbers come from it.
  const early = first.has(file) || name.startsWith("engine.worker");
  return {
    name,
    early,
    size: gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length / 1024,
  };
});
if (!rows.some(({ name }) => name.startsWith("engine.worker"))) {
  throw new Error("the worker's script is not where it is looked for");
}
rows.sort((a, b) => Number(b.early) - Number(a.early) || b.size - a.size);
console.log("KiB gzip   before the drawing   file");
for (const { name, early, size } of rows) {
  console.log(`${size.toFixed(1).padStart(8)}   ${(early ? "yes" : "").padEnd(18)}   ${name}`);
}
const total = (some) => some.reduce((sum, { size }) => sum + size, 0);
const sums = { beforeDrawing: total(rows.filter(({ early }) => early)), all: total(rows) };
for (const [what, limit] of Object.entries(BUDGET)) {
  const over = sums[what] > limit;
  console.log(
    `${what}: ${sums[what].toFixed(1)} of ${limit} KiB${over ? ", over the budget" : ""}`,
  );
  if (over) process.exitCode = 1;
}

function follow({ file, imports = [] }) {
  if (first.has(file)) return;
  first.add(file);
  for (const name of imports) follow(manifest[name]);
}
