/**
 * Brings a checkout to where it can run: the packages of the lock file and, with `--browser`, a
 * Chromium. Does nothing when there is nothing to do. Node built-ins only: it runs first.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./browser.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

try {
  checkNode();
  if (!packagesAreCurrent()) installPackages();
  if (process.argv.includes("--browser")) await provideBrowser();
} catch (error) {
  console.error(`\nSet-up failed: ${error.message}`);
  process.exitCode = 1;
}

function checkNode() {
  const wanted = readJson("package.json").engines.node.replace(/^>=/, "");
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [leastMajor, leastMinor] = wanted.split(".").map(Number);
  if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
    throw new Error(
      `Backstep needs Node ${wanted} or newer and this is Node ${process.versions.node}; ` +
        "install a newer one from https://nodejs.org and run the command again.",
    );
  }
}

/**
 * Whether node_modules holds what the lock file asks for, by version and integrity: time stamps
 * say nothing after a checkout.
 */
function packagesAreCurrent() {
  if (!existsSync(`${ROOT}node_modules/.package-lock.json`)) return false;
  const wanted = readJson("package-lock.json").packages;
  const present = readJson("node_modules/.package-lock.json").packages;
  return (
    Object.entries(wanted).every(([path, entry]) => {
      if (path === "") return true;
      const found = present[path];
      if (found === undefined) return entry.optional === true && !isForThisMachine(entry);
      return found.version === entry.version && found.integrity === entry.integrity;
    }) && Object.keys(present).every((path) => path in wanted)
  );
}

/** Whether an optional package is the native part for this machine, which cannot be missing. */
function isForThisMachine({ os, cpu, libc }) {
  return (
    os?.includes(process.platform) === true &&
    cpu?.includes(process.arch) === true &&
    (libc === undefined || libc.includes(machineLibc()))
  );
}

function machineLibc() {
  return process.report.getReport().header.glibcVersionRuntime === undefined ? "musl" : "glibc";
}

function installPackages() {
  console.log("Installing the packages of package-lock.json ...");
  // NODE_ENV=production would leave out the tools that build and test.
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  const ok =
    npm !== undefined && basename(npm) === "npm-cli.js"
      ? run(process.execPath, [npm, ...args])
      : run("npm", args, { shell: process.platform === "win32" });
  if (!ok) throw new Error("`npm ci` did not succeed; its message is above.");
}

async function provideBrowser() {
  if ((await findBrowser()) !== null) return;
  console.log("No Chromium found; installing one for the end-to-end tests ...");
  if (isDebianRoot()) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    // The font is for pictures of the Chinese page.
    if (run("apt-get", ["update"], { env })) {
      run("apt-get", ["install", "-y", "chromium", "fonts-noto-cjk"], { env });
    }
  }
  if ((await findBrowser()) === null) {
    run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
  }
  if ((await findBrowser()) === null) {
    throw new Error(
      "the end-to-end tests need Chromium or Chrome and none could be installed; " +
        "install one, or set CHROMIUM_PATH to its program, and run the command again.",
    );
  }
}

/** Debian itself: the package of that name in Ubuntu is a stub. */
function isDebianRoot() {
  if (process.platform !== "linux" || process.getuid() !== 0) return false;
  return (
    existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"))
  );
}

function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
    ...options,
  });
  return status === 0;
}

function readJson(path) {
  return JSON.parse(readFileSync(ROOT + path, "utf8"));
}
