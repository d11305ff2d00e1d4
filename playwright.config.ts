import { defineConfig } from "@playwright/test";
import { findBrowser, LAUNCH_ARGS } from "./scripts/browser.mjs";

const PORT = 41730;
const executablePath = await findBrowser();
// Each worker reads this file again; it need not search again.
if (executablePath !== null) process.env["CHROMIUM_PATH"] = executablePath;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // Two cores, and other work on them: patience, and one more try for what a slow spell has met.
  workers: 2,
  retries: 1,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    baseURL: `http://localhost:${PORT}/`,
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    launchOptions: { args: LAUNCH_ARGS, ...(executablePath !== null && { executablePath }) },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${PORT} --strictPort`,
    port: PORT,
    reuseExistingServer: false,
  },
});
