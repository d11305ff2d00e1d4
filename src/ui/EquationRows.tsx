import { useEffect, useMemo } from "react";
import { equationFor } from "../formula/equation.ts";
import type { Hidden } from "../formula/fill.ts";
import { matrixBudget } from "../formula/elision.ts";
import { layoutFormula, rowsOfStep, type FormulaSpec } from "../formula/rows.ts";
import { refKey } from "../engine/ref.ts";
import { isInRange } from "../steps/known.ts";
import { stepAt, type Plan } from "../steps/plan.ts";
import { useBackstep, useBackstepStore, useMessages } from "./context.ts";
import { Formula, FORMULA_FONT_SIZE } from "./Formula.tsx";
import { katexIfLoaded } from "./katex.ts";
import { placesOf } from "./pointing.ts";
import { Symbol } from "./Symbol.tsx";
import { warmFormula } from "./typeset.ts";

const ROWS = ["rule", "indices", "numbers", "result"] as const;

/** While nothing else is to do, typesets the step that *next* would lead to. */
function useWarmNext(plan: Plan, n: number, width: number): void {
  const digits = useBackstep((state) => state.view.digits);
  useEffect(() => {
    const render = katexIfLoaded();
    if (render === null || n >= plan.length) return;
    return whenIdle(() => {
      const budget = matrixBudget(width, digits, FORMULA_FONT_SIZE);
      for (const row of rowsOfStep(equationFor(plan, stepAt(plan, n + 1))).slice(0, 1)) {
        for (const id of ROWS) {
          const options = { shape: plan.shape, elide: true, budget };
          warmFormula(layoutFormula(row[id], options), render);
        }
      }
    });
  }, [plan, n, width, digits]);
}

/** A page that draws no frames is never told that it is idle. */
const IDLE_WITHIN_MS = 70;

/** Calls back when the page is idle; returns how to call it off. */
function whenIdle(act: () => void): () => void {
  // Safari has no idle callback.
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(act, IDLE_WITHIN_MS);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(act, { timeout: IDLE_WITHIN_MS });
  return () => cancelIdleCallback(request);
}

interface EquationRowsProps {
  readonly plan: Plan;
  readonly n: number;
  /** CSS pixels of a row. */
  readonly width: number;
}

/** What a row's name and the left side of its formula take, px. */
const LEFT_OF_FORMULA = 64 + 86;

/** The formulas of a step: the rule, the rule here, the numbers, the result. */
export function EquationRows({ plan, n, width }: EquationRowsProps) {
  const { ui } = useMessages();
  const step = useMemo(() => equationFor(plan, stepAt(plan, n)), [plan, n]);
  const rows = useMemo(() => rowsOfStep(step), [step]);
  useWarmNext(plan, n, width - LEFT_OF_FORMULA);
  const names = {
    rule: ui.rowRule,
    indices: ui.rowHere,
    numbers: ui.rowNumbers,
    result: ui.rowResult,
  };
  // The update has w and b of every layer: their rules once, their numbers in the ledger below.
  const shown =
    step.label === "update"
      ? rows
          .slice(0, 2)
          .map((row, k) => ({ id: `rule-${k}`, name: k === 0 ? names.rule : "", spec: row.rule }))
      : ROWS.map((row) => ({ id: row, name: names[row], spec: rows[0][row] }));
  return (
    <>
      <OverflowNotice plan={plan} n={n} />
      {shown.map((row) => (
        <Row
          key={row.id}
          {...row}
          width={width - LEFT_OF_FORMULA}
          label={row.id === "rule" ? ui.labels[step.label] : ""}
        />
      ))}
    </>
  );
}

interface RowProps {
  readonly name: string;
  /** Equation number on the sheet. */
  readonly label: string;
  readonly id: string;
  readonly spec: FormulaSpec;
  /** CSS pixels for its right side. */
  readonly width: number;
}

function Row({ name, label, id, spec, width }: RowProps) {
  const { ui } = useMessages();
  return (
    <div className={`row ${id}`} data-testid={id === "indices" ? "row-here" : id}>
      <span className="name">
        {name}{" "}
        {label === "" ? null : (
          <span className="label" title={ui.labelSource}>
            {label}
          </span>
        )}
      </span>
      <BoardFormula spec={spec} width={width} />
      {id === "result" ? (
        <span className="scroll-cue" aria-hidden="true">
          ↑ {ui.scrollCue}
        </span>
      ) : null}
    </div>
  );
}

function BoardFormula({ spec, width }: { spec: FormulaSpec; width: number }) {
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
      width={width}
    />
  );
}

/** Named from the step on that leaves the range of doubles. */
function OverflowNotice({ plan, n }: { plan: Plan; n: number }) {
  const { ui } = useMessages();
  const overflow = useBackstep((state) => state.trace?.overflow ?? null);
  if (overflow === null) return null;
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
