/** The built folder under a path of some depth, as a course's web space would have it. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const BASE = "/some/deep/path/";
const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Where the page is, and how to end the server. Whatever lies outside the path is not found. */
export interface DeepServer {
  readonly url: string;
  readonly close: () => void;
}

export async function serveDeep(): Promise<DeepServer> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const name = path === BASE ? "index.html" : path.slice(BASE.length);
    const found = path.startsWith(BASE) ? readFile(join(DIST, name)) : Promise.reject(new Error());
    const type = TYPES[extname(name)] ?? "application/octet-stream";
    found.then(
      (body) => response.writeHead(200, { "content-type": type }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${BASE}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
