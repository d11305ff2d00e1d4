import { libraryMessages } from "../i18n/library.ts";
import { useBackstep, useBackstepStore, useMessages } from "./context.ts";
import { focusStage } from "./focusStage.ts";
import { KeysDialog } from "./KeysDialog.tsx";
import { ExamplesMenu } from "./library/ExamplesMenu.tsx";
import { FileDrop } from "./library/FileDrop.tsx";
import { FileMenu } from "./library/FileMenu.tsx";
import { ShareButton } from "./library/ShareButton.tsx";
import { UndoButtons } from "./library/UndoButtons.tsx";
import { SettingsDialog } from "./SettingsDialog.tsx";
import "./Header.css";
import "./dialogs.css";

/** Name, the work as a whole (examples, undo, files, sharing), language, settings, keys. */
export function Header() {
  const { actions } = useBackstepStore().getState();
  const lang = useBackstep((state) => state.view.lang);
  const words = libraryMessages(lang);
  return (
    <header className="header">
      <h1>
        <span className="mark" aria-hidden="true">
          δ
        </span>
        Backstep
      </h1>
      <ExamplesMenu />
      <UndoButtons />
      <button
        type="button"
        className="button quiet"
        title={words.startTitle}
        onClick={() => {
          actions.openEmpty();
          // There is one thing to do now: to draw on it.
          focusStage();
        }}
      >
        {words.start}
      </button>
      <FileMenu />
      <FileDrop />
      <span className="space" />
      <ShareButton />
      <Languages />
      <SettingsDialog />
      <KeysDialog />
    </header>
  );
}

function Languages() {
  const { ui } = useMessages();
  const { actions } = useBackstepStore().getState();
  const lang = useBackstep((state) => state.view.lang);
  return (
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
  );
}
