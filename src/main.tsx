/** Composition root: worker, store, address bar, player, keyboard, page. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { preferredLang } from "./session/view.ts";
import { bindPlayer } from "./store/player.ts";
import { createBackstepStore } from "./store/store.ts";
import { bindUrl } from "./store/url.ts";
import { App } from "./ui/App.tsx";
import { StoreContext } from "./ui/context.ts";
import { loadKatex } from "./ui/katex.ts";
import { bindKeyboard } from "./ui/keyboard.ts";
import { connectEngine } from "./worker/connect.ts";

let warmUp = (): void => {};
const store = createBackstepStore({
  link: location.hash,
  lang: preferredLang(navigator.languages),
  engine: ({ onTrace, onRestart }) => {
    const engine = connectEngine({
      spawn: () =>
        new Worker(new URL("./worker/engine.worker.ts", import.meta.url), { type: "module" }),
      onTrace,
      onTrouble: onRestart,
    });
    warmUp = () => engine.warmUp();
    return engine;
  },
});
const { shareUrl } = bindUrl(store, window);
bindPlayer(store, window);
bindKeyboard(window, store);

/** The network stands first; the worker and the formulas' typesetter come after it. */
const onDrawn = (): void => {
  document.documentElement.dataset["ready"] = "true";
  requestAnimationFrame(() => {
    warmUp();
    void fetchTypesetter();
  });
};

async function fetchTypesetter(): Promise<void> {
  try {
    await loadKatex();
    document.documentElement.dataset["formulas"] = "true";
  } catch {
    // Each formula asks again and, without KaTeX, remains its sentence.
  }
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <StoreContext value={store}>
      <App shareUrl={shareUrl} onDrawn={onDrawn} />
    </StoreContext>
  </StrictMode>,
);
