/**
 * Where Chromium is on this machine, and how to start it. Shared by the set-up, the end-to-end
 * tests and the bench, so all three speak of the same browser. Node built-ins only: the set-up
 * runs before anything is installed.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** What Chromium wants where it runs as root, without a GPU or without a network. */
export const LAUNCH_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge",
];

/**
 * The path of a Chromium: `CHROMIUM_PATH`, Playwright's own, one on the PATH, one in the usual
 * places of macOS and Windows; null if there is none.
 *
 * @returns {Promise<string | null>}
 * @throws {Error} if `CHROMIUM_PATH` is set to something that is no Chromium
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isBrowser(named)) return named;
    throw new Error(`CHROMIUM_PATH is set to ${named}, which is not a Chromium that can be run.`);
  }
  const own = await playwrightsOwn();
  if (own !== null && isExecutable(own)) return own;
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...usualPlaces()].find(isBrowser) ?? null;
}

/** Where Playwright would have put its browser; null while Playwright is not installed. */
async function playwrightsOwn() {
  try {
    const { chromium } = await import("@playwright/test");
    return chromium.executablePath();
  } catch {
    return null;
  }
}

function usualPlaces() {
  if (process.platform === "darwin") {
    const apps = ["Chromium", "Google Chrome", "Microsoft Edge"];
    return ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app`, "Contents", "MacOS", app)),
    );
  }
  if (process.platform === "win32") {
    const { ProgramFiles, "ProgramFiles(x86)": x86, LOCALAPPDATA } = process.env;
    const apps = ["Chromium", "Google\\Chrome", "Microsoft\\Edge"];
    return [ProgramFiles, x86, LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) =>
        apps.map((app) =>
          join(folder, app, "Application", app.endsWith("Edge") ? "msedge.exe" : "chrome.exe"),
        ),
      );
  }
  return [];
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** A file of that name may be a stub that only says what to install, so it is asked. */
function isBrowser(path) {
  if (!isExecutable(path)) return false;
  // On Windows --version opens a window instead of answering.
  if (process.platform === "win32") return true;
  const { status, stdout } = spawnSync(path, ["--version"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    timeout: 20_000,
  });
  return status === 0 && /Chrom(e|ium)|Edge/.test(stdout);
}
