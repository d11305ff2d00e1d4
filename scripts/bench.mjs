/**
 * `npm run bench`: one table of ratios, ours over a reference timed in the same run. Names of parts
 * (`npm run bench -- engine browser`) run those alone. A ratio over its limit is printed, not
 * thrown: the exit code tells only whether the bench itself worked.
 */
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CACHE = join(ROOT, "node_modules", ".cache", "backstep-bench");
const PARTS = {
  engine: ({ benchEngine }) => benchEngine(),
  steps: ({ benchSteps }) => benchSteps(),
  formula: ({ benchFormula }) => benchFormula(),
  browser: ({ benchBrowser }) => benchBrowser(ROOT, CACHE),
};

const asked = process.argv.slice(2);
const names = asked.length === 0 ? Object.keys(PARTS) : asked;
const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) throw new Error(`no part of the bench is called ${unknown.join(", ")}`);

// KaTeX and the page behave otherwise in development.
process.env.NODE_ENV = "production";
await bundle();
const rows = [];
for (const name of names) {
  const part = await import(pathToFileURL(join(CACHE, "parts", `${name}.js`)).href);
  rows.push(...(await PARTS[name](part)));
}
printTable(rows);

/** The parts are TypeScript that imports the product's own sources. */
async function bundle() {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: "warn",
    build: {
      ssr: true,
      target: "node20",
      outDir: join(CACHE, "parts"),
      emptyOutDir: true,
      rolldownOptions: {
        input: Object.fromEntries(
          Object.keys(PARTS).map((name) => [name, join(ROOT, "scripts", "bench", `${name}.ts`)]),
        ),
      },
    },
  });
}

function printTable(rows) {
  const cells = rows.map(({ what, ours, reference, ratio, limit }) => [
    what,
    ours,
    reference,
    ratio.toFixed(2),
    limit === null ? "" : limit.toFixed(2),
    limit === null ? "" : ratio <= limit ? "ok" : "over",
  ]);
  const table = [["what", "ours", "reference", "ratio", "limit", ""], ...cells];
  const widths = table[0].map((_, c) => Math.max(...table.map((line) => line[c].length)));
  for (const line of table) {
    const padded = line.map((cell, c) =>
      c === 0 || c === 5 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]),
    );
    console.log(padded.join("   ").trimEnd());
  }
}
