/** The product's page and the bare one, built and served alike. */
import { join } from "node:path";
import { build, preview, type PreviewServer } from "vite";

export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Builds the page in `source` into `outDir` and serves it on a free port of this machine. */
export async function buildAndServe(
  source: string,
  outDir: string,
  configFile: string | false,
): Promise<Served> {
  const common = {
    root: source,
    base: "./",
    configFile,
    logLevel: "warn" as const,
    build: { outDir, emptyOutDir: true, target: "es2023", modulePreload: { polyfill: false } },
  };
  await build(common);
  const server = await preview({ ...common, preview: { port: 0, host: "127.0.0.1" } });
  return { url: addressOf(server), close: () => server.close() };
}

function addressOf({ httpServer }: PreviewServer): string {
  const address = httpServer.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return `http://127.0.0.1:${address.port}/`;
}

/** Both pages, each with a folder of its own in `cache`. */
export async function servePages(
  root: string,
  cache: string,
): Promise<{ ours: Served; bare: Served }> {
  const ours = await buildAndServe(root, join(cache, "page"), join(root, "vite.config.ts"));
  const bare = await buildAndServe(join(root, "scripts/bench/bare"), join(cache, "bare"), false);
  return { ours, bare };
}
