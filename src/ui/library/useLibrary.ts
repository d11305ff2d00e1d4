import { useCallback, useEffect, useMemo, useState } from "react";
import {
  openLibrary,
  type KeptForm,
  type LibraryProblem,
  type LibraryResult,
  type SavedNetwork,
} from "../../storage/library.ts";

/** Work that is to be saved under the name of another one, the newest if there are more. */
export interface NameTaken {
  readonly earlier: SavedNetwork;
  readonly form: KeptForm;
}

/** What came of the last thing that was asked for. */
export type Outcome =
  | { readonly kind: "saved" | "replaced" | "removed"; readonly network: SavedNetwork }
  | { readonly kind: "taken"; readonly taken: NameTaken }
  | { readonly kind: "problem"; readonly problem: LibraryProblem };

export interface LibraryView {
  /** Null until the browser has answered. */
  readonly networks: readonly SavedNetwork[] | null;
  readonly outcome: Outcome | null;
  /** Saves under a name; where it is taken by other work the outcome is the question what to do. */
  readonly save: (name: string, form: KeptForm) => void;
  /** The answers to it; what is replaced can be kept beside all the same, by `restore`. */
  readonly replace: (taken: NameTaken) => void;
  readonly keepBoth: (taken: NameTaken) => void;
  readonly withdraw: () => void;
  /** Whether it is done with; false where another network has the name, and nothing is renamed. */
  readonly rename: (id: string, name: string) => Promise<boolean>;
  readonly remove: (id: string) => void;
  /** Puts back what was removed or replaced. */
  readonly restore: (network: SavedNetwork) => void;
}

/** The library of this browser as it is now, and what can be done with it. */
export function useLibrary(onSaved: (name: string) => void): LibraryView {
  const library = useMemo(() => openLibrary(), []);
  const [networks, setNetworks] = useState<readonly SavedNetwork[] | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const show = useCallback((listed: LibraryResult<readonly SavedNetwork[]>) => {
    if (listed.ok) setNetworks(listed.value);
    else setOutcome({ kind: "problem", problem: listed.problem });
  }, []);
  useEffect(() => void library.list().then(show), [library, show]);

  const settle = async (
    asked: Promise<LibraryResult<SavedNetwork>>,
    outcomeOf: (network: SavedNetwork) => Outcome | null,
  ): Promise<void> => {
    const result = await asked;
    setOutcome(result.ok ? outcomeOf(result.value) : { kind: "problem", problem: result.problem });
    show(await library.list());
  };
  const put = (name: string, form: KeptForm): Promise<void> =>
    settle(library.save(name, form), (network) => {
      onSaved(name);
      return { kind: "saved", network };
    });
  const replace = ({ earlier, form }: NameTaken): Promise<void> =>
    settle(library.replace(earlier, form), (network) => {
      onSaved(earlier.name);
      return { kind: isSame(network, form) ? "saved" : "replaced", network };
    });
  /** Asks the browser and not what is shown: another tab may have saved under the name. */
  const named = async (name: string): Promise<readonly SavedNetwork[]> => {
    const listed = await library.list();
    return listed.ok ? listed.value.filter((network) => network.name === name) : [];
  };
  const save = async (name: string, form: KeptForm): Promise<void> => {
    const [earlier] = await named(name);
    if (earlier === undefined) return put(name, form);
    if (isSame(earlier, form)) return replace({ earlier, form });
    setOutcome({ kind: "taken", taken: { earlier, form } });
  };
  const rename = async (id: string, name: string): Promise<boolean> => {
    if ((await named(name)).some((network) => network.id !== id)) return false;
    await settle(library.rename(id, name), () => null);
    return true;
  };
  return {
    networks,
    outcome,
    save: (name, form) => void save(name, form),
    replace: (taken) => void replace(taken),
    keepBoth: ({ earlier, form }) => void put(earlier.name, form),
    withdraw: () => setOutcome((now) => (now?.kind === "taken" ? null : now)),
    rename,
    remove: (id) => void settle(library.remove(id), (network) => ({ kind: "removed", network })),
    restore: (network) => void settle(library.restore(network), () => null),
  };
}

function isSame(one: KeptForm, other: KeptForm): boolean {
  return one.link === other.link && one.file === other.file;
}
