import { createStore, type StoreApi } from "zustand";
import type { Lang } from "../session/session.ts";
import type { BackstepStore } from "../store/store.ts";

/** What came of something the person did with the work as a whole: of saving, opening, sharing. */
export interface Report {
  /** Whether it is why something was not done. */
  readonly urgent: boolean;
  readonly say: (lang: Lang) => string;
}

/** The last report, as long as it is news. */
export type Reports = StoreApi<{ readonly report: Report | null }>;

/** Reports that are forgotten with the next step or change, and when all notices are dismissed. */
export function createReports(store: BackstepStore): Reports {
  const reports: Reports = createStore(() => ({ report: null }));
  store.subscribe((state, last) => {
    if (state.n !== last.n || state.session !== last.session) reports.setState({ report: null });
  });
  return reports;
}
