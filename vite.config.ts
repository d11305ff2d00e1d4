import react from "@vitejs/plugin-react";
import type { Plugin, Rolldown } from "vite";
import { defineConfig } from "vitest/config";

/** Nothing but the page's own files: no inline script or style, nothing from elsewhere. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The built page carries its policy itself, since it may stand on any static server. */
function contentSecurityPolicy(): Plugin {
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: CONTENT_SECURITY_POLICY },
        injectTo: "head-prepend",
      },
    ],
  };
}

/** KaTeX offers each face in three formats; every browser this page runs in reads the first. */
function onlyWoff2(): Plugin {
  return {
    name: "only-woff2",
    enforce: "pre",
    transform(code, id) {
      if (!/katex[^/]*\.css/.test(id)) return null;
      return {
        code: code.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'][a-z]+["']\)/g, ""),
        map: null,
      };
    },
  };
}

/** The faces that the drawing's labels and the first formula need. */
const FIRST_FONTS = [/KaTeX_Main-Regular-[^/]*\.woff2$/, /KaTeX_Math-Italic-[^/]*\.woff2$/];

function preloadFirstFonts(): Plugin {
  return {
    name: "preload-first-fonts",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle }) =>
        FIRST_FONTS.map((font) => {
          const file = Object.keys(bundle ?? {}).find((name) => font.test(name));
          if (file === undefined) throw new Error(`no font ${font} to preload`);
          return {
            tag: "link",
            attrs: {
              rel: "preload",
              as: "font",
              type: "font/woff2",
              href: `./${file}`,
              crossorigin: "",
            },
            injectTo: "head" as const,
          };
        }),
    },
  };
}

/**
 * All scripts that the drawing waits for in one file: what later parts use of them would else be
 * nine files of its own, in two turns of the browser's six connections.
 */
function startOnly(): (id: string, context: Rolldown.ChunkingContext) => string | null {
  const known = new Map<string, boolean>();
  const isAtStart = (id: string, context: Rolldown.ChunkingContext): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    // For what imports itself by way of others.
    known.set(id, false);
    const info = context.getModuleInfo(id);
    const is =
      info !== null &&
      (info.isEntry || info.importers.some((importer) => isAtStart(importer, context)));
    known.set(id, is);
    return is;
  };
  return (id, context) => (isAtStart(id, context) ? "start" : null);
}

export default defineConfig({
  // Relative addresses: the built folder works from any path.
  base: "./",
  plugins: [onlyWoff2(), react(), contentSecurityPolicy(), preloadFirstFonts()],
  build: {
    target: "es2023",
    // An inlined font would be a data: address, which the policy refuses.
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: startOnly() }] } },
    },
  },
  worker: { format: "es" },
  // A property of hundreds of networks takes its time on a busy machine.
  test: { include: ["tests/**/*.test.{ts,tsx}"], testTimeout: 30_000 },
});
