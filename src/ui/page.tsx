import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { BackstepStore } from "../store/store.ts";
import { App } from "./App.tsx";
import { StoreContext } from "./context.ts";
import type { Drawing } from "./drawing.ts";

/** Puts the page around the drawing, in place of the frame it was drawn in. */
export function mountPage(
  root: HTMLElement,
  store: BackstepStore,
  drawing: Drawing,
  shareUrl: () => Promise<string>,
): void {
  createRoot(root).render(
    <StrictMode>
      <StoreContext value={store}>
        <App drawing={drawing} shareUrl={shareUrl} />
      </StoreContext>
    </StrictMode>,
  );
}
