/** KaTeX, fetched after the network is drawn. */
import { KATEX_OPTIONS } from "../formula/trust.ts";
import type { RenderTex } from "./typeset.ts";

let loading: Promise<RenderTex> | null = null;
let loaded: RenderTex | null = null;

/**
 * Fetches KaTeX and its style sheet, once. Rejects if they cannot be had; the next call then tries
 * again. Only `katex.render` is used: it sets styles through the CSSOM, which a strict
 * Content-Security-Policy allows, where markup from `renderToString` would be refused.
 */
export function loadKatex(): Promise<RenderTex> {
  loading ??= Promise.all([import("katex"), import("katex/dist/katex-swap.min.css")]).then(
    ([{ default: katex }]) => {
      loaded = (tex, element, output = KATEX_OPTIONS.output) =>
        katex.render(tex, element, { ...KATEX_OPTIONS, output });
      return loaded;
    },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** KaTeX if it is here already, or null. */
export function katexIfLoaded(): RenderTex | null {
  return loaded;
}
