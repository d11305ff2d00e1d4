import { useId, useState, type ReactNode } from "react";
import { libraryMessages } from "../../i18n/library.ts";
import { currentLink } from "../../store/links.ts";
import { useBackstep, useBackstepStore } from "../context.ts";
import { focusOnArrival } from "./focusOnArrival.ts";
import { RecentWork } from "./RecentWork.tsx";
import { SavedRow } from "./SavedRow.tsx";
import { useLibrary, type LibraryView } from "./useLibrary.ts";
import { nameToSave, openKept } from "./work.ts";
import { nameWork } from "./workName.ts";
import "./MyNetworks.css";

/** What the dialog holds: saving what is open, the saved networks, what other tabs had open. */
export function MyNetworks({ onOpened }: { onOpened: () => void }) {
  const store = useBackstepStore();
  const words = libraryMessages(useBackstep((state) => state.view.lang));
  const library = useLibrary();
  const { networks } = library;
  const openWork = (link: string, name: string | null): void => {
    if (!openKept(store, link)) return;
    if (name !== null) nameWork(store, name);
    onOpened();
  };
  return (
    <>
      <SaveForm onSave={library.save} />
      <Outcome library={library} />
      {networks?.length === 0 ? <p className="empty">{words.empty}</p> : null}
      {networks === null || networks.length === 0 ? null : (
        <ul className="networks">
          {networks.map((network) => (
            <SavedRow
              key={network.id}
              network={network}
              onOpen={() => openWork(network.link, network.name)}
              onRename={(name) => library.rename(network.id, name)}
              onRemove={() => library.remove(network.id)}
            />
          ))}
        </ul>
      )}
      <p className="note">{words.keptHere}</p>
      <RecentWork onOpen={(link) => openWork(link, null)} />
    </>
  );
}

/** What is open, under a name. */
function SaveForm({ onSave }: { onSave: LibraryView["save"] }) {
  const store = useBackstepStore();
  const words = libraryMessages(useBackstep((state) => state.view.lang));
  const [name, setName] = useState(() => nameToSave(store));
  const id = useId();
  return (
    <form
      className="save"
      onSubmit={(event) => {
        event.preventDefault();
        const given = name.trim() === "" ? nameToSave(store) : name.trim();
        nameWork(store, given);
        onSave(given, currentLink(store.getState()));
      }}
    >
      <label htmlFor={id}>{words.name}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        maxLength={120}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" className="button primary">
        {words.save}
      </button>
    </form>
  );
}

/** What came of the last request; a deletion can be taken back. */
function Outcome({ library: { outcome, restore } }: { library: LibraryView }) {
  const words = libraryMessages(useBackstep((state) => state.view.lang));
  let said: ReactNode = null;
  if (outcome?.kind === "saved") said = <p>{words.saved(outcome.network.name)}</p>;
  if (outcome?.kind === "removed") {
    said = (
      <>
        <p>{words.removed(outcome.network.name)}</p>
        {/* The button that was pressed is gone with its row: the focus would be nowhere. */}
        <button
          type="button"
          className="button"
          key={outcome.network.id}
          ref={focusOnArrival}
          onClick={() => restore(outcome.network)}
        >
          {words.restoreRemoved}
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
