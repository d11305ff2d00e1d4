import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { BackstepStore } from "../store/store.ts";
import { App } from "./App.tsx";
import { StoreContext } from "./context.ts";
import type { Drawing } from "./drawing.ts";
import { createReports } from "./reports.ts";
import { ServicesContext, type PageServices } from "./services.ts";

/** Puts the page around the drawing, in place of the frame it was drawn in. */
export function mountPage(
  root: HTMLElement,
  store: BackstepStore,
  drawing: Drawing,
  services: PageServices,
): void {
  createRoot(root).render(
    <StrictMode>
      <StoreContext value={store}>
        <ServicesContext value={{ ...services, reports: createReports(store) }}>
          <App drawing={drawing} />
        </ServicesContext>
      </StoreContext>
    </StrictMode>,
  );
}
