import { problemsMessages } from "../i18n/problems.ts";
import { useBackstep } from "./context.ts";

/** The parts of the link that could not be used, with their reasons. */
export function LinkProblems() {
  const words = useBackstep((state) => problemsMessages(state.view.lang));
  const problems = useBackstep((state) => state.problems);
  return (
    <section role="alert" data-testid="link-problems">
      <h2>{words.title(problems.length)}</h2>
      <ul>
        {problems.map((problem, k) => (
          <li key={k}>{words.problemText(problem)}</li>
        ))}
      </ul>
    </section>
  );
}
