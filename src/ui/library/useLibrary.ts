import { useCallback, useEffect, useMemo, useState } from "react";
import {
  openLibrary,
  type LibraryProblem,
  type LibraryResult,
  type SavedNetwork,
} from "../../storage/library.ts";

/** What came of the last thing that was asked for. */
export type Outcome =
  | { readonly kind: "saved" | "removed"; readonly network: SavedNetwork }
  | { readonly kind: "problem"; readonly problem: LibraryProblem };

export interface LibraryView {
  /** Null until the browser has answered. */
  readonly networks: readonly SavedNetwork[] | null;
  readonly outcome: Outcome | null;
  readonly save: (name: string, link: string) => void;
  readonly rename: (id: string, name: string) => void;
  readonly remove: (id: string) => void;
  /** Takes back a removal. */
  readonly restore: (network: SavedNetwork) => void;
}

/** The library of this browser as it is now, and what can be done with it. */
export function useLibrary(): LibraryView {
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
    kind: "saved" | "removed" | null,
  ): Promise<void> => {
    const result = await asked;
    if (!result.ok) setOutcome({ kind: "problem", problem: result.problem });
    else setOutcome(kind === null ? null : { kind, network: result.value });
    show(await library.list());
  };
  return {
    networks,
    outcome,
    save: (name, link) => void settle(library.save(name, link), "saved"),
    rename: (id, name) => void settle(library.rename(id, name), null),
    remove: (id) => void settle(library.remove(id), "removed"),
    restore: (network) => void settle(library.restore(network), null),
  };
}
