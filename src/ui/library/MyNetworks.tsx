import { useId, useRef, useState, type ReactNode, type RefObject } from "react";
import { networksMessages } from "../../i18n/networks.ts";
import type { KeptForm } from "../../storage/library.ts";
import { useBackstep, useBackstepStore } from "../context.ts";
import { focusOnArrival } from "./focusOnArrival.ts";
import { formOf, openKept } from "./kept.ts";
import { momentText } from "./momentText.ts";
import { RecentWork } from "./RecentWork.tsx";
import { SavedRow } from "./SavedRow.tsx";
import { useLibrary, type LibraryView, type NameTaken } from "./useLibrary.ts";
import { nameToSave, nameWork } from "./workName.ts";
import "./MyNetworks.css";

/** What the dialog holds: saving what is open, the saved networks, what other tabs had open. */
export function MyNetworks({ onOpened }: { onOpened: () => void }) {
  const store = useBackstepStore();
  const words = networksMessages(useBackstep((state) => state.view.lang));
  const library = useLibrary((name) => nameWork(store, name));
  const { networks } = library;
  const saving = useRef<HTMLButtonElement>(null);
  const openWork = (form: KeptForm, name: string | null): void => {
    if (!openKept(store, form)) return;
    if (name !== null) nameWork(store, name);
    onOpened();
  };
  return (
    <>
      <SaveForm library={library} saving={saving} />
      <Outcome library={library} onDone={() => saving.current?.focus()} />
      {networks?.length === 0 ? <p className="empty">{words.empty}</p> : null}
      {networks === null || networks.length === 0 ? null : (
        <ul className="networks">
          {networks.map((network) => (
            <SavedRow
              key={network.id}
              network={network}
              onOpen={() => openWork(network, network.name)}
              onRename={(name) => library.rename(network.id, name)}
              onRemove={() => library.remove(network.id)}
            />
          ))}
        </ul>
      )}
      <p className="note">{words.keptHere}</p>
      <RecentWork onOpen={(link) => openWork({ link, file: null }, null)} />
    </>
  );
}

interface SaveFormProps {
  readonly library: LibraryView;
  readonly saving: RefObject<HTMLButtonElement | null>;
}

/** What is open, under a name. */
function SaveForm({ library: { save, withdraw }, saving }: SaveFormProps) {
  const store = useBackstepStore();
  const words = networksMessages(useBackstep((state) => state.view.lang));
  const [name, setName] = useState(() => nameToSave(store));
  const id = useId();
  return (
    <form
      className="save"
      onSubmit={(event) => {
        event.preventDefault();
        save(name.trim(), formOf(store));
      }}
    >
      <label htmlFor={id}>{words.name}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        maxLength={120}
        value={name}
        onChange={({ target }) => {
          setName(target.value);
          withdraw();
        }}
      />
      <button type="submit" className="button primary" disabled={name.trim() === ""} ref={saving}>
        {words.save}
      </button>
    </form>
  );
}

interface OutcomeProps {
  readonly library: LibraryView;
  /** The button that had the focus is going: it needs another place. */
  readonly onDone: () => void;
}

/** What came of the last request, with what can be done about it. */
function Outcome({ library, onDone }: OutcomeProps) {
  const words = networksMessages(useBackstep((state) => state.view.lang));
  const { outcome, restore } = library;
  let said: ReactNode = null;
  if (outcome?.kind === "saved") said = <p>{words.saved(outcome.network.name)}</p>;
  if (outcome?.kind === "taken") {
    said = <Question taken={outcome.taken} library={library} onDone={onDone} />;
  }
  if (outcome?.kind === "removed" || outcome?.kind === "replaced") {
    const { kind, network } = outcome;
    said = (
      <>
        <p>{words[kind](network.name)}</p>
        {/* The button that was pressed is gone: the focus would be nowhere. */}
        <button
          type="button"
          className="button"
          key={network.id}
          ref={focusOnArrival}
          onClick={() => {
            restore(network);
            onDone();
          }}
        >
          {kind === "removed" ? words.restoreRemoved : words.keepReplaced}
        </button>
      </>
    );
  }
  return (
    <>
      <div className="outcome" role="status">
        {said}
      </div>
      {outcome?.kind === "problem" ? (
        <p className="problem" role="alert">
          {words.problems[outcome.problem]}
        </p>
      ) : null}
    </>
  );
}

/** What to do with the network that has the name already. */
function Question({ taken, library, onDone }: OutcomeProps & { readonly taken: NameTaken }) {
  const lang = useBackstep((state) => state.view.lang);
  const words = networksMessages(lang);
  const { name, time } = taken.earlier;
  return (
    <>
      <p>{words.nameTaken(name, momentText(time, lang))}</p>
      <form
        className="answers"
        onSubmit={(event) => {
          event.preventDefault();
          library.replace(taken);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          // Leaves the question, not the dialog.
          event.preventDefault();
          library.withdraw();
          onDone();
        }}
      >
        <button type="submit" className="button" ref={focusOnArrival}>
          {words.replace}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            library.keepBoth(taken);
            onDone();
          }}
        >
          {words.keepBoth}
        </button>
      </form>
    </>
  );
}
