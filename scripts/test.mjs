/**
 * `npm test`: every part in order, on through failures, then a table and, alone on the last line,
 * the sum. The unit and end-to-end parts are counted by test, every other part as one check.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SCRIPTS = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).scripts;
const REPORTS = join(ROOT, "node_modules", ".cache", "backstep");
const UNIT_REPORT = join(REPORTS, "unit.json");
const E2E_REPORT = join(REPORTS, "e2e.json");

/**
 * `script` is the name of a package script. `count` reads the report of a part that counts its
 * own tests; `needs` names a part without which this one cannot run.
 */
const PARTS = [
  { name: "types", script: "typecheck" },
  { name: "lint", script: "lint" },
  { name: "format", script: "format:check" },
  {
    name: "unit",
    script: "test:unit",
    args: `--reporter=default --reporter=json --outputFile.json="${UNIT_REPORT}"`,
    report: UNIT_REPORT,
    count: countUnit,
  },
  { name: "build", script: "build" },
  { name: "size", script: "size", needs: "build" },
  {
    name: "end to end",
    script: "test:e2e",
    needs: "build",
    args: "--reporter=list,json",
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: E2E_REPORT },
    report: E2E_REPORT,
    count: countE2e,
  },
];

// Each tool chooses its own mode: under `production` React has no `act` to test with.
delete process.env.NODE_ENV;
process.env.PATH = join(ROOT, "node_modules", ".bin") + delimiter + (process.env.PATH ?? "");
mkdirSync(REPORTS, { recursive: true });
const results = new Map();
for (const part of PARTS) results.set(part.name, runPart(part));
printTable();
const passed = sum("passed");
const failed = sum("failed");
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);

function runPart({ name, script, args = "", env = {}, needs, report, count }) {
  console.log(`\n== ${name}`);
  if (needs !== undefined && results.get(needs).failed > 0) {
    console.log(`not run: ${needs} failed`);
    return { passed: 0, failed: 1, seconds: 0, note: `not run: ${needs} failed` };
  }
  if (report !== undefined) rmSync(report, { force: true });
  const start = performance.now();
  const { status } = spawnSync(`${SCRIPTS[script]} ${args}`, {
    cwd: ROOT,
    shell: true,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  const seconds = (performance.now() - start) / 1000;
  const ok = status === 0;
  if (count === undefined) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, seconds, note: "" };
  if (!existsSync(report)) return { passed: 0, failed: 1, seconds, note: "ended without a report" };
  return { ...judge(count(JSON.parse(readFileSync(report, "utf8"))), ok), seconds };
}

/** A part that failed outside its tests, or that had none, counts as one failure. */
function judge(counts, ok) {
  if (counts.passed + counts.failed === 0) {
    return { passed: 0, failed: 1, note: "ran no test" };
  }
  if (!ok && counts.failed === 0) return { ...counts, failed: 1, note: "failed outside its tests" };
  return { ...counts, note: counts.skipped > 0 ? `${counts.skipped} skipped` : "" };
}

/** A file that could not be read at all has failed without a test of its own to show for it. */
function countUnit({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const unread = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  return {
    passed: numPassedTests,
    failed: numFailedTests + unread,
    skipped: numPendingTests + numTodoTests,
  };
}

function countE2e({ stats }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  };
}

function printTable() {
  console.log("\n== all parts");
  console.log("part          passed   failed   seconds");
  for (const [name, { passed: good, failed: bad, seconds, note }] of results) {
    const cells = [
      name.padEnd(12),
      String(good).padStart(8),
      String(bad).padStart(9),
      seconds.toFixed(1).padStart(10),
    ];
    console.log(`${cells.join("")}${note === "" ? "" : `   ${note}`}`);
  }
  console.log("");
}

function sum(key) {
  return [...results.values()].reduce((total, result) => total + result[key], 0);
}
