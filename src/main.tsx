/** Composition root: worker, store, address bar, storage, player, keyboard, drawing, page. */
import type { RunTask } from "./engine/runTask.ts";
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
import type { TaskClient } from "./worker/taskClient.ts";

/** Long computations have a worker of their own, which the first of them starts. */
let tasks: TaskClient | null = null;
const runTask: RunTask = async (kind, input, options) => {
  const { createTaskClient } = await import("./worker/taskClient.ts");
  tasks ??= createTaskClient({
    spawn: () =>
      new Worker(new URL("./worker/tasks.worker.ts", import.meta.url), { type: "module" }),
  });
  return tasks.run(kind, input, options);
};

function start(link: string): void {
  let warmUp: (() => void) | null = null;
  const keeper = createKeeper(window);
  const store = createBackstepStore({
    link,
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
  bindLooks(document.documentElement, store);
  const drawing = createDrawing(document.querySelector<HTMLElement>(".drawing")!, store);
  bindKeyboard(window, store, drawing.desk);
  document.documentElement.dataset["ready"] = "true";
  // First the work and then its address, when the page is left.
  bindAutosave(store, window, keeper);
  const { shareUrl } = bindUrl(store, window);
  bindPlayer(store, window);

  // The network is painted first. React, the worker and the formulas' typesetter come after it: when
  // the next frame is due the first one has been handed over.
  requestAnimationFrame(() => requestAnimationFrame(() => void furnish()));

  async function furnish(): Promise<void> {
    const { mountPage } = await import("./ui/page.tsx");
    const services = { shareUrl, recentWork: keeper.recentWork, runTask };
    mountPage(document.getElementById("root")!, store, drawing, services);
    warmUp?.();
    try {
      await loadKatex();
      document.documentElement.dataset["formulas"] = "true";
    } catch {
      // Each formula asks again and, without KaTeX, remains its sentence.
    }
  }
}

// Not awaited at the top: only a compressed link takes a moment to read.
const link = plainLink(location.hash);
if (typeof link === "string") start(link);
else void link.then(start);
