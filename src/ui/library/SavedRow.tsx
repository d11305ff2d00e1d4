import { useId, useMemo, useState } from "react";
import { networksMessages } from "../../i18n/networks.ts";
import { readLink } from "../../share/link.ts";
import type { SavedNetwork } from "../../storage/library.ts";
import { useBackstep } from "../context.ts";
import { focusOnArrival } from "./focusOnArrival.ts";
import { NetworkPicture } from "./NetworkPicture.tsx";
import { momentText } from "./momentText.ts";
import { sizesText } from "./work.ts";

interface SavedRowProps {
  readonly network: SavedNetwork;
  readonly onOpen: () => void;
  /** Resolves to false where another network has the name. */
  readonly onRename: (name: string) => Promise<boolean>;
  readonly onRemove: () => void;
}

/** A saved network: its drawing, name and time, and what can be done with it. */
export function SavedRow({ network: saved, onOpen, onRename, onRemove }: SavedRowProps) {
  const lang = useBackstep((state) => state.view.lang);
  const words = networksMessages(lang);
  /** Null until the name has been asked for the first time. */
  const [isRenaming, setRenaming] = useState<boolean | null>(null);
  const network = useMemo(() => readLink(saved.link).network, [saved.link]);
  return (
    <li className="network">
      {network === null ? <span /> : <NetworkPicture network={network} />}
      {isRenaming ? (
        <NameForm
          name={saved.name}
          onName={async (name) => {
            const isDone = name === null || name === saved.name || (await onRename(name));
            if (isDone) setRenaming(false);
            return isDone;
          }}
        />
      ) : (
        <>
          <div className="about">
            <p className="name">{saved.name}</p>
            <p className="when">
              {sizesText(saved.sizes)} · {words.savedAt(momentText(saved.time, lang))}
            </p>
          </div>
          <span className="actions">
            <button
              type="button"
              className="button"
              aria-label={words.openNamed(saved.name)}
              onClick={onOpen}
            >
              {words.open}
            </button>
            <button
              type="button"
              className="button quiet"
              aria-label={words.renameNamed(saved.name)}
              ref={isRenaming === null ? undefined : focusOnArrival}
              onClick={() => setRenaming(true)}
            >
              {words.rename}
            </button>
            <button
              type="button"
              className="button quiet"
              aria-label={words.removeNamed(saved.name)}
              onClick={onRemove}
            >
              {words.remove}
            </button>
          </span>
        </>
      )}
    </li>
  );
}

interface NameFormProps {
  readonly name: string;
  /** With the new name, or null where it stays as it is; resolves to false where it is taken. */
  readonly onName: (name: string | null) => Promise<boolean>;
}

function NameForm({ name, onName }: NameFormProps) {
  const words = networksMessages(useBackstep((state) => state.view.lang));
  const [draft, setDraft] = useState(name);
  const [taken, setTaken] = useState<string | null>(null);
  const id = useId();
  const submit = async (): Promise<void> => {
    const asked = draft.trim();
    if (!(await onName(asked === "" ? null : asked))) setTaken(asked);
  };
  return (
    <form
      className="rename"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // Leaves the field, not the dialog.
        event.preventDefault();
        void onName(null);
      }}
    >
      <input
        type="text"
        aria-label={words.nameOf(name)}
        autoComplete="off"
        maxLength={120}
        // It stands where the button was that asked for it.
        ref={focusOnArrival}
        value={draft}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => {
          setDraft(target.value);
          setTaken(null);
        }}
        aria-invalid={taken !== null}
        aria-describedby={taken === null ? undefined : id}
      />
      <button type="submit" className="button">
        {words.rename}
      </button>
      <button type="button" className="button quiet" onClick={() => void onName(null)}>
        {words.cancel}
      </button>
      {taken === null ? null : (
        <p className="problem" id={id} role="alert">
          {words.renameTaken(taken)}
        </p>
      )}
    </form>
  );
}
