import { lazy, Suspense } from "react";
import { formatExact, formatNumber } from "../numbers/format.ts";
import { writeAddress } from "../steps/address.ts";
import { stepAt } from "../steps/plan.ts";
import { useBackstep, useBackstepStore, useMessages } from "./context.ts";
import { Ledger } from "./Ledger.tsx";
import { useStepWords } from "./stepWords.ts";
import { Symbol } from "./Symbol.tsx";
import "./Board.css";

/** Formulas are fetched when the network stands: the drawing does not wait for them. */
const EquationRows = lazy(async () => ({
  default: (await import("./EquationRows.tsx")).EquationRows,
}));

/** Where we are in words; the rule, the rule here, the numbers, the result; what is known. */
export function Board() {
  const { ui } = useMessages();
  const words = useStepWords();
  const plan = useBackstep((state) => state.plan);
  const n = useBackstep((state) => state.n);
  if (plan === null || words === null) return <section className="board" aria-label={ui.board} />;
  const at = stepAt(plan, n);
  return (
    <section className="board" aria-label={ui.board} data-testid="board" data-at={writeAddress(at)}>
      <p className="eyebrow" data-phase={words.phase ?? undefined}>
        {words.where}
      </p>
      <h2>
        {words.title} {words.symbol === null ? null : <Symbol of={words.symbol} />}
      </h2>
      <p className="prose">{words.prose}</p>
      <div className="rows">
        <Suspense>
          <EquationRows plan={plan} n={n} />
        </Suspense>
        {at.kind === "u" ? <TakeStep /> : null}
      </div>
      <Ledger />
    </section>
  );
}

/** E before and after the step of gradient descent, and the step itself. */
function TakeStep() {
  const { ui } = useMessages();
  const { actions } = useBackstepStore().getState();
  const trace = useBackstep((state) => state.trace);
  const digits = useBackstep((state) => state.view.digits);
  const lastStep = useBackstep((state) => state.lastStep);
  if (trace === null) return null;
  const { overflow } = trace;
  const show = (value: number) => (
    <span title={formatExact(value)}>{formatNumber(value, { digits })}</span>
  );
  return (
    <div className="take">
      <dl>
        {lastStep === null ? null : (
          <div>
            <dt>{ui.eEarlier}</dt>
            <dd>{show(lastStep.eBefore)}</dd>
          </div>
        )}
        <div>
          <dt>{lastStep === null ? ui.eBefore : ui.eNow}</dt>
          <dd data-testid="e-before">{Number.isFinite(trace.E) ? show(trace.E) : "—"}</dd>
        </div>
        <div>
          <dt>{ui.eAfter}</dt>
          <dd data-testid="e-after">{Number.isFinite(trace.ENext) ? show(trace.ENext) : "—"}</dd>
        </div>
      </dl>
      <button
        type="button"
        className="button primary"
        onClick={actions.takeStep}
        disabled={overflow !== null && overflow.q !== "nE"}
      >
        {lastStep === null ? ui.takeStep : ui.takeStepAgain}
      </button>
    </div>
  );
}
