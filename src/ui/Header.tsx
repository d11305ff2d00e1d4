import { useRef, useState } from "react";
import { EXAMPLES } from "../share/examples.ts";
import { useBackstep, useBackstepStore, useMessages } from "./context.ts";
import { KeysDialog } from "./KeysDialog.tsx";
import { SettingsDialog } from "./SettingsDialog.tsx";
import "./Header.css";
import "./dialogs.css";

/** Name, examples, sharing, language, theme, settings. */
export function Header({ shareUrl }: { shareUrl: () => string }) {
  const messages = useMessages();
  const { ui } = messages;
  const { actions } = useBackstepStore().getState();
  const example = useBackstep((state) => state.example);
  const sizes = useBackstep((state) => state.session.network.layout.sizes);
  const lang = useBackstep((state) => state.view.lang);
  const theme = useBackstep((state) => state.view.theme);
  const previousLink = useBackstep((state) => state.previousLink);
  const settings = useRef<HTMLDialogElement>(null);
  return (
    <header className="header">
      <h1>
        <span className="mark" aria-hidden="true">
          δ
        </span>
        Backstep
      </h1>
      <select
        className="select examples"
        aria-label={ui.example}
        value={example ?? ""}
        title={example === null ? undefined : messages.examples[example].description}
        onChange={(event) => {
          const chosen = EXAMPLES.find(({ id }) => id === event.target.value);
          if (chosen !== undefined) actions.openExample(chosen.id);
        }}
      >
        {example === null ? <option value="">{ui.ownNetwork(sizes.join("–"))}</option> : null}
        {EXAMPLES.map(({ id }) => (
          <option key={id} value={id}>
            {messages.examples[id].name}
          </option>
        ))}
      </select>
      {previousLink === null ? null : (
        <button type="button" className="button quiet" onClick={actions.goBackToPrevious}>
          {ui.backToPrevious}
        </button>
      )}
      <span className="space" />
      <ShareButton shareUrl={shareUrl} />
      <span className="languages" role="group" aria-label={ui.language}>
        <button
          type="button"
          className="button quiet"
          lang="en"
          aria-pressed={lang === "en"}
          onClick={() => actions.setLang("en")}
        >
          EN
        </button>
        <button
          type="button"
          className="button quiet"
          lang="zh"
          aria-pressed={lang === "zh"}
          onClick={() => actions.setLang("zh")}
        >
          中文
        </button>
      </span>
      <select
        className="select"
        aria-label={ui.theme}
        value={theme ?? "system"}
        onChange={(event) => {
          const choice = event.target.value;
          actions.setTheme(choice === "paper" || choice === "slate" ? choice : null);
        }}
      >
        <option value="system">{ui.themes.system}</option>
        <option value="paper">{ui.themes.paper}</option>
        <option value="slate">{ui.themes.slate}</option>
      </select>
      <button type="button" className="button quiet" onClick={() => settings.current?.showModal()}>
        {ui.settings}
      </button>
      <KeysDialog />
      <SettingsDialog dialog={settings} />
    </header>
  );
}

function ShareButton({ shareUrl }: { shareUrl: () => string }) {
  const { ui } = useMessages();
  const [outcome, setOutcome] = useState<"shared" | "shareFailed" | null>(null);
  const share = async (): Promise<void> => {
    const url = shareUrl();
    try {
      await navigator.clipboard.writeText(url);
      setOutcome("shared");
    } catch {
      setOutcome("shareFailed");
    }
  };
  return (
    <>
      <span className="status" role="status">
        {outcome === null ? "" : ui[outcome]}
      </span>
      <button
        type="button"
        className="button"
        onClick={() => void share()}
        onBlur={() => setOutcome(null)}
      >
        {ui.share}
      </button>
    </>
  );
}
