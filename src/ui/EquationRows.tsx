import { memo, useMemo } from "react";
import type { Trace } from "../engine/trace.ts";
import { equationFor } from "../formula/equation.ts";
import { evaluate } from "../formula/evaluate.ts";
import type { Hidden } from "../formula/fill.ts";
import { rowsOfStep, type FormulaSpec } from "../formula/rows.ts";
import { sameRef, type Ref } from "../engine/ref.ts";
import type { Address } from "../steps/address.ts";
import { establishedBy, hiddenBy } from "../steps/known.ts";
import { stepAt, type Plan } from "../steps/plan.ts";
import { useBackstep, useBackstepStore, useMessages } from "./context.ts";
import { Formula } from "./Formula.tsx";
import { placesOf } from "./pointing.ts";
import { Symbol } from "./Symbol.tsx";

const ROWS = ["rule", "indices", "numbers", "result"] as const;

interface EquationRowsProps {
  readonly plan: Plan;
  readonly n: number;
  /** The numbers to show while this is not the current step; the newest ones are shown while it is. */
  readonly trace: Trace;
  readonly current: boolean;
  /** CSS pixels of a row. */
  readonly width: number;
}

/** What a row's name and the left side of its formula take, px. */
const LEFT_OF_FORMULA = 64 + 86;
/** In less room than this, px, three numbers of a product do not stand in a line. */
const NARROW = 280;

/** The formulas of a step: the rule, the rule here, the numbers, the result. */
export const EquationRows = memo(function EquationRows({
  plan,
  n,
  width,
  trace: held,
  current,
}: EquationRowsProps) {
  const { ui } = useMessages();
  const { actions } = useBackstepStore().getState();
  const trace = useBackstep((state) => (current ? (state.moved ?? state.trace) : null)) ?? held;
  const at = useMemo(() => stepAt(plan, n), [plan, n]);
  const step = useMemo(() => equationFor(plan, at), [plan, at]);
  const rows = useMemo(() => rowsOfStep(step), [step]);
  const names = {
    rule: ui.rowRule,
    indices: ui.rowHere,
    numbers: ui.rowNumbers,
    result: ui.rowResult,
  };
  const openStatement = async (): Promise<void> => {
    // The sheet is not here before somebody asks for it.
    const { itemOfStep } = await import("../homework/steps.ts");
    const item = itemOfStep(at);
    if (item !== null) actions.openPassage(item);
  };
  // The input's numbers are its result: a long vector twice over would not find its room.
  const own = at.kind === "x" ? ROWS.filter((row) => row !== "numbers") : ROWS;
  // The update has w and b of every layer: their rules once, their numbers in the ledger below.
  const shown =
    step.label === "update"
      ? rows
          .slice(0, 2)
          .map((row, k) => ({ id: `rule-${k}`, name: k === 0 ? names.rule : "", spec: row.rule }))
      : own.map((row) => ({ id: row, name: names[row], spec: rows[0][row] }));
  return (
    <>
      <OverflowNotice plan={plan} n={n} trace={trace} />
      {shown.map((row) => (
        <Row
          key={row.id}
          {...row}
          plan={plan}
          trace={trace}
          current={current}
          width={width - LEFT_OF_FORMULA}
          narrow={row.id === "numbers" && width - LEFT_OF_FORMULA < NARROW}
          label={row.id === "rule" ? ui.labels[step.label] : ""}
          onLabel={() => void openStatement()}
        />
      ))}
    </>
  );
});

interface BoardFormulaProps {
  readonly spec: FormulaSpec;
  readonly plan: Plan;
  readonly trace: Trace;
  /** Whether it is in sight: only then it is lit, and reached by key. */
  readonly current: boolean;
  /** CSS pixels for its right side. */
  readonly width: number;
  /** Whether lines may break between factors too. */
  readonly narrow?: boolean;
}

interface RowProps extends BoardFormulaProps {
  readonly name: string;
  /** Equation number on the sheet. */
  readonly label: string;
  readonly id: string;
  /** Opens the derivation at the equation. */
  readonly onLabel: () => void;
}

function Row({ name, label, id, onLabel, ...formula }: RowProps) {
  const { ui } = useMessages();
  return (
    <div
      className={`row ${id}`}
      data-row={id}
      data-testid={!formula.current ? undefined : id === "indices" ? "row-here" : id}
    >
      <span className="name">
        {name}{" "}
        {label === "" ? null : (
          <button
            type="button"
            className="label"
            title={ui.labelSource}
            tabIndex={formula.current ? undefined : -1}
            onClick={onLabel}
          >
            {label}
          </button>
        )}
      </span>
      <BoardFormula {...formula} />
      {id === "result" ? (
        <span className="scroll-cue" aria-hidden="true">
          ↑ <span className="words">{ui.scrollCue}</span>
        </span>
      ) : null}
    </div>
  );
}

/** A formula with the numbers of a trace that may be shown; its terms light the stage. */
export function BoardFormula({
  spec,
  plan,
  trace,
  current,
  width,
  narrow = false,
}: BoardFormulaProps) {
  const { actions } = useBackstepStore().getState();
  const digits = useBackstep((state) => state.view.digits);
  const hovered = useBackstep((state) => (current ? state.hovered : null));
  const { speech } = useMessages();
  const lit = useMemo(() => placesOf(hovered), [hovered]);
  const format = useMemo(() => ({ digits }), [digits]);
  const hidden = useMemo<Hidden>(
    () => (r) => (hiddenBy(plan, trace, r) === null ? null : "—"),
    [plan, trace],
  );
  return (
    <Formula
      spec={spec}
      trace={trace}
      format={format}
      hidden={hidden}
      vocabulary={speech}
      lit={lit}
      onTerm={actions.hover}
      width={width}
      narrow={narrow}
      reachable={current}
    />
  );
}

/** Named from the step on that leaves the range of doubles. */
function OverflowNotice({ plan, n, trace }: { plan: Plan; n: number; trace: Trace }) {
  const { ui } = useMessages();
  const first = trace.overflow ?? trace.tangent?.overflow ?? null;
  if (first === null) return null;
  const at = stepAt(plan, n);
  const { equations, results } = equationFor(plan, at);
  // The sum so far may have left the range already, and takes with it what it becomes.
  const sumLeft =
    isTermOf(at, first) &&
    equations.some(
      ({ running }) => running !== null && !Number.isFinite(evaluate(running.sum, trace)),
    );
  const lost = sumLeft
    ? first
    : (results.map((r) => hiddenBy(plan, trace, r)).find((r) => r !== null) ?? null);
  if (lost === null) return null;
  const here = sumLeft || results.some((r) => sameRef(r, lost));
  return (
    <p className="notice" role="status">
      {here ? ui.overflow : ui.overflowLater} {ui.overflowAt} <Symbol of={lost} />
    </p>
  );
}

/** Whether a step belongs to the sum that a quantity is. */
function isTermOf({ kind, l, i }: Address, quantity: Ref): boolean {
  const by = establishedBy(quantity);
  return by !== null && by.kind === kind && by.l === l && (by.i === 0 || by.i === i);
}
