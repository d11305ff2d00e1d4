import { useMemo } from "react";
import { equationFor, type StepEquation } from "../formula/equation.ts";
import type { Hidden } from "../formula/fill.ts";
import { rowsOfStep, type FormulaSpec } from "../formula/rows.ts";
import { refKey, type Ref } from "../engine/ref.ts";
import { formatExact, formatNumber } from "../numbers/format.ts";
import { isInRange } from "../steps/known.ts";
import { writeAddress } from "../steps/address.ts";
import { stepAt, type Plan } from "../steps/plan.ts";
import { useBackstep, useBackstepStore, useMessages } from "./context.ts";
import { Formula } from "./Formula.tsx";
import { Ledger } from "./Ledger.tsx";
import { placesOf } from "./pointing.ts";
import { useStepWords } from "./stepWords.ts";
import { Symbol } from "./Symbol.tsx";
import "./Board.css";

/** Where we are in words; the rule, the rule here, the numbers, the result; what is known. */
export function Board() {
  const { ui } = useMessages();
  const words = useStepWords();
  const plan = useBackstep((state) => state.plan);
  const n = useBackstep((state) => state.n);
  const overflow = useBackstep((state) => state.trace?.overflow ?? null);
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
        {overflow === null ? null : <OverflowNotice overflow={overflow} plan={plan} n={n} />}
        <EquationRows plan={plan} n={n} />
        {at.kind === "u" ? <TakeStep /> : null}
      </div>
      <Ledger />
    </section>
  );
}

const ROWS = ["rule", "indices", "numbers", "result"] as const;

function EquationRows({ plan, n }: { plan: Plan; n: number }) {
  const { ui } = useMessages();
  const step = useMemo(() => equationFor(plan, stepAt(plan, n)), [plan, n]);
  const rows = useMemo(() => rowsOfStep(step), [step]);
  const names = {
    rule: `${ui.rowRule} ${ui.labels[step.label]}`,
    indices: ui.rowHere,
    numbers: ui.rowNumbers,
    result: ui.rowResult,
  };
  // The update has w and b of every layer: their rules once, their numbers in the ledger below.
  if (step.label === "update") {
    return rows
      .slice(0, 2)
      .map((row, k) => (
        <Row key={k} name={k === 0 ? names.rule : ""} id={`rule-${k}`} spec={row.rule} />
      ));
  }
  return ROWS.map((row) => (
    <Row key={row} name={names[row]} id={row} spec={rows[0][row]} step={step} />
  ));
}

interface RowProps {
  readonly name: string;
  readonly id: string;
  readonly spec: FormulaSpec;
  readonly step?: StepEquation;
}

function Row({ name, id, spec }: RowProps) {
  return (
    <div className={`row ${id}`} data-testid={id === "indices" ? "row-here" : id}>
      <span className="name">{name}</span>
      <BoardFormula spec={spec} />
    </div>
  );
}

function BoardFormula({ spec }: { spec: FormulaSpec }) {
  const { actions } = useBackstepStore().getState();
  const trace = useBackstep((state) => state.trace);
  const plan = useBackstep((state) => state.plan);
  const digits = useBackstep((state) => state.view.digits);
  const hovered = useBackstep((state) => state.hovered);
  const { speech } = useMessages();
  const lit = useMemo(() => placesOf(hovered), [hovered]);
  const format = useMemo(() => ({ digits }), [digits]);
  const overflow = trace?.overflow ?? null;
  const hidden = useMemo<Hidden>(
    () => (r) => (plan !== null && isInRange(plan, overflow, r) ? null : "—"),
    [plan, overflow],
  );
  if (trace === null) return null;
  return (
    <Formula
      spec={spec}
      trace={trace}
      format={format}
      hidden={hidden}
      vocabulary={speech}
      lit={lit}
      onTerm={actions.hover}
    />
  );
}

interface OverflowNoticeProps {
  readonly overflow: Ref;
  readonly plan: Plan;
  readonly n: number;
}

/** Named from the step on that leaves the range of doubles. */
function OverflowNotice({ overflow, plan, n }: OverflowNoticeProps) {
  const { ui } = useMessages();
  const results = equationFor(plan, stepAt(plan, n)).results;
  const here = results.some((r) => refKey(r) === refKey(overflow));
  const later = !here && results.some((r) => !isInRange(plan, overflow, r));
  if (!here && !later) return null;
  return (
    <p className="notice" role="status">
      {here ? ui.overflow : ui.overflowLater} {ui.overflowAt} <Symbol of={overflow} />
    </p>
  );
}

/** E before and after the step of gradient descent, and the step itself. */
function TakeStep() {
  const { ui } = useMessages();
  const { actions } = useBackstepStore().getState();
  const trace = useBackstep((state) => state.trace);
  const plan = useBackstep((state) => state.plan);
  const digits = useBackstep((state) => state.view.digits);
  const lastStep = useBackstep((state) => state.lastStep);
  if (trace === null || plan === null) return null;
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
        className="button primary"
        onClick={actions.takeStep}
        disabled={overflow !== null && overflow.q !== "nE"}
      >
        {lastStep === null ? ui.takeStep : ui.takeStepAgain}
      </button>
    </div>
  );
}
