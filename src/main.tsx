/** Composition root: worker, store, address bar, storage, player, keyboard, drawing, page. */
import { preferredLang } from "./session/view.ts";
import { createKeeper } from "./storage/keep.ts";
import { bindAutosave } from "./store/autosave.ts";
import { bindPlayer } from "./store/player.ts";
import { createBackstepStore } from "./store/store.ts";
import { bindUrl, plainLink } from "./store/url.ts";
import { createDrawing } from "./ui/drawing.ts";
import { loadKatex } from "./ui/katex.ts";
import { bindKeyboard } from "./ui/keyboard.ts";
import { bindLooks } from "./ui/looks.ts";
import { connectEngine } from "./worker/connect.ts";

let warmUp = (): void => {};
const keeper = createKeeper(window);
const store = createBackstepStore({
  link: await plainLink(location.hash),
  kept: keeper.last,
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
bindAutosave(store, window, keeper.keep);
bindPlayer(store, window);

bindLooks(document.documentElement, store);

const drawing = createDrawing(document.querySelector<HTMLElement>(".drawing")!, store);
bindKeyboard(window, store, drawing.desk);
document.documentElement.dataset["ready"] = "true";
// The network is painted first. React, the worker and the formulas' typesetter come after it.
requestAnimationFrame(() => setTimeout(() => void furnish()));

async function furnish(): Promise<void> {
  const { mountPage } = await import("./ui/page.tsx");
  mountPage(document.getElementById("root")!, store, drawing, {
    shareUrl,
    recentWork: keeper.recentWork,
  });
  warmUp();
  try {
    await loadKatex();
    document.documentElement.dataset["formulas"] = "true";
  } catch {
    // Each formula asks again and, without KaTeX, remains its sentence.
  }
}
