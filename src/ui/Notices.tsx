import { useBackstep, useBackstepStore, useMessages } from "./context.ts";

/** What has to be said once: parts of a link that could not be used, a calculator started again. */
export function Notices() {
  const { ui, problems: words } = useMessages();
  const { actions } = useBackstepStore().getState();
  const problems = useBackstep((state) => state.problems);
  const restarted = useBackstep((state) => state.restarted);
  return (
    <div className="notices">
      {problems.length > 0 ? (
        <section className="notice-box" role="alert" data-testid="link-problems">
          <h2>{ui.problemsTitle(problems.length)}</h2>
          <ul>
            {problems.map((problem, k) => (
              <li key={k}>{words.problemText(problem)}</li>
            ))}
          </ul>
          <button type="button" className="button" onClick={actions.dismissProblems}>
            {ui.dismiss}
          </button>
        </section>
      ) : null}
      {restarted ? (
        <section className="notice-box" role="status">
          <p>{ui.restarted}</p>
        </section>
      ) : null}
    </div>
  );
}
