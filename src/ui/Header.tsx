import { useState } from "react";
import { EXAMPLES } from "../share/examples.ts";
import { Choice } from "./Choice.tsx";
import { useBackstep, useBackstepStore, useMessages } from "./context.ts";
import { KeysDialog } from "./KeysDialog.tsx";
import { SettingsDialog } from "./SettingsDialog.tsx";
import "./Header.css";
import "./dialogs.css";

/** Name, examples, sharing, language, theme, settings. */
export function Header({ shareUrl }: { shareUrl: () => Promise<string> }) {
  const messages = useMessages();
  const { ui } = messages;
  const { actions } = useBackstepStore().getState();
  const example = useBackstep((state) => state.example);
  const sizes = useBackstep((state) => state.session.network.layout.sizes);
  const lang = useBackstep((state) => state.view.lang);
  const theme = useBackstep((state) => state.view.theme);
  const previousWork = useBackstep((state) => state.previousWork);
  return (
    <header className="header">
      <h1>
        <span className="mark" aria-hidden="true">
          δ
        </span>
        Backstep
      </h1>
      <Choice
        className="examples"
        label={ui.example}
        value={example ?? ""}
        title={example === null ? "" : messages.examples[example].description}
        options={[
          ...(example === null ? [["", ui.ownNetwork(sizes.join("–"))] as const] : []),
          ...EXAMPLES.map(({ id }) => [id, messages.examples[id].name] as const),
        ]}
        onChoice={(choice) => {
          const chosen = EXAMPLES.find(({ id }) => id === choice);
          if (chosen !== undefined) actions.openExample(chosen.id);
        }}
      />
      {previousWork === null ? null : (
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
      <Choice
        label={ui.theme}
        value={theme ?? "system"}
        options={(["system", "paper", "slate"] as const).map((name) => [name, ui.themes[name]])}
        onChoice={(choice) =>
          actions.setTheme(choice === "paper" || choice === "slate" ? choice : null)
        }
      />
      <SettingsDialog />
      <KeysDialog />
    </header>
  );
}

function ShareButton({ shareUrl }: { shareUrl: () => Promise<string> }) {
  const { ui } = useMessages();
  const [outcome, setOutcome] = useState<"shared" | "shareFailed" | null>(null);
  const share = async (): Promise<void> => {
    const url = await shareUrl();
    try {
      await navigator.clipboard.writeText(url);
      setOutcome("shared");
    } catch {
      setOutcome("shareFailed");
    }
  };
  return (
    <>
      <button
        type="button"
        className="button share"
        onClick={() => void share()}
        onBlur={() => setOutcome(null)}
      >
        {outcome === "shared" ? ui.shared : ui.share}
      </button>
      <span className={outcome === "shareFailed" ? "status" : "visually-hidden"} role="status">
        {outcome === null ? "" : ui[outcome]}
      </span>
    </>
  );
}
