import type { BackstepStore } from "../store/store.ts";
import "./fonts.css";
import "./theme.css";
import "./base.css";
import "./App.css";

/** Keeps the document's language and theme at the store's, before and after the page is there. */
export function bindLooks(root: HTMLElement, store: BackstepStore): void {
  const follow = (): void => {
    const { lang, theme } = store.getState().view;
    const tag = lang === "zh" ? "zh-Hans" : "en";
    if (root.lang !== tag) root.lang = tag;
    if (theme === null) delete root.dataset["theme"];
    else if (root.dataset["theme"] !== theme) root.dataset["theme"] = theme;
  };
  follow();
  store.subscribe(follow);
}
