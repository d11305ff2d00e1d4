import { lazy, Suspense } from "react";
import { useStore } from "zustand";
import { libraryMessages } from "../i18n/library.ts";
import { useBackstep, useBackstepStore, useMessages } from "./context.ts";
import { focusStage } from "./focusStage.ts";
import { useServices } from "./services.ts";
import "./Notices.css";

const LinkProblems = lazy(async () => ({
  default: (await import("./LinkProblems.tsx")).LinkProblems,
}));

/**
 * What has to be said once, at the foot of the stage: what came of saving or opening, parts of
 * a link that could not be used, work that was restored or can be gone back to.
 */
export function Notices() {
  const { ui } = useMessages();
  const { actions } = useBackstepStore().getState();
  const { reports } = useServices();
  const report = useStore(reports, (state) => state.report);
  const lang = useBackstep((state) => state.view.lang);
  const problems = useBackstep((state) => state.problems);
  const unkept = useBackstep((state) => state.unkept);
  const restored = useBackstep((state) => state.restored === "visit");
  const restarted = useBackstep((state) => state.restarted);
  const previous = useBackstep((state) => state.previousWork);
  const words = libraryMessages(lang);
  const hasSentences = report !== null || unkept || restored || restarted;
  const isEmpty = !hasSentences && previous === null && problems.length === 0;
  return (
    <div className="notices" data-empty={isEmpty}>
      <div className="notice-lines">
        {problems.length > 0 ? (
          <Suspense>
            <LinkProblems />
          </Suspense>
        ) : null}
        {report?.urgent ? <p role="alert">{report.say(lang)}</p> : null}
        <div role="status" data-testid="notices">
          {report !== null && !report.urgent ? <p>{report.say(lang)}</p> : null}
          {unkept ? <p>{words.unkept}</p> : null}
          {restored ? <p>{words.restored}</p> : null}
          {restarted ? <p>{words.restarted}</p> : null}
          {previous === null ? null : <p>{words.previous[previous.from]}</p>}
        </div>
      </div>
      {previous === null ? null : (
        <button
          type="button"
          className="button"
          onClick={() => {
            actions.goBackToPrevious();
            focusStage();
          }}
        >
          {words.openPrevious}
        </button>
      )}
      {isEmpty ? null : (
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            reports.setState({ report: null });
            actions.dismissProblems();
            focusStage();
          }}
        >
          {ui.dismiss}
        </button>
      )}
    </div>
  );
}
