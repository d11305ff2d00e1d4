import { useEffect, useState } from "react";
import { valueOf, type Trace } from "../../engine/trace.ts";
import type { Shift } from "../../engine/shift.ts";
import { formatNumber } from "../../numbers/format.ts";
import { hiddenBy, isKnown } from "../../steps/known.ts";
import type { Plan } from "../../steps/plan.ts";
import { useFormat } from "../common/useFormat.ts";
import { useBackstep, useBackstepStore, useMessages } from "../context.ts";
import { EquationRows } from "../EquationRows.tsx";
import { ShiftName } from "../ShiftName.tsx";
import { useStepWords, type StepWords } from "../stepWords.ts";
import { Symbol } from "../Symbol.tsx";
import { useWidth } from "../useWidth.ts";
import { useWords } from "./reading.ts";

interface RunPartProps {
  readonly plan: Plan;
  /** The pass of the moved input. */
  readonly moved: Trace;
  readonly shift: Shift;
  /** Leads on to what both passes are compared for. */
  readonly onQuotient: () => void;
}

/** The pass of a moved input through the page's own steps: the step, what comes after the last, the formulas. */
export function RunPart({ plan, moved, shift, onQuotient }: RunPartProps) {
  const words = useWords();
  const n = useBackstep((state) => state.n);
  const step = useStepWords();
  const [page, setPage] = useState<HTMLDivElement | null>(null);
  const width = useWidth(page);
  return (
    <div className="run" ref={setPage} data-testid="run">
      <p className="eyebrow" data-phase="forward">
        {step?.where}
      </p>
      <h4>
        <ShiftName shift={shift} />
        {n === 0 || step === null ? null : (
          <span>
            {step.title} {step.symbol === null ? null : <Symbol of={step.symbol} />}
          </span>
        )}
      </h4>
      {n === plan.length ? <Onward shift={shift} onQuotient={onQuotient} /> : null}
      {n === 0 ? (
        <p className="says">{words.runStart}</p>
      ) : (
        <EquationRows plan={plan} n={n} trace={moved} current width={width} />
      )}
      {step === null ? null : (
        <Announcer step={step} n={n} plan={plan} moved={moved} shift={shift} />
      )}
    </div>
  );
}

/** How long a step has to stand before it is read out: not every step of a fast run is. */
const ANNOUNCE_AFTER_MS = 500;

interface AnnouncerProps extends Pick<RunPartProps, "plan" | "moved" | "shift"> {
  readonly step: StepWords;
  readonly n: number;
}

/** Says where the pass has come to, and what was found there. */
function Announcer({ step: { spoken, symbol }, n, plan, moved, shift }: AnnouncerProps) {
  const { ui, speech } = useMessages();
  const words = useWords();
  const format = useFormat();
  const [said, setSaid] = useState("");
  // A whole layer, or a product, finds no one number of its own.
  const isFound =
    symbol !== null && symbol.i > 0 && isKnown(plan, n, symbol) && !hiddenBy(plan, moved, symbol);
  const found = !isFound
    ? ""
    : ui.says(
        speech.quantity[symbol.q]({ l: `${symbol.l}`, i: `${symbol.i}`, j: `${symbol.j}` }),
        speech.number(formatNumber(valueOf(moved, symbol), format)),
      );
  const sentence = `${words.runSpoken(shift.j, shift.h > 0)} ${ui.spokenValue(spoken, found)}`;
  useEffect(() => {
    const timer = setTimeout(() => setSaid(sentence), ANNOUNCE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [sentence]);
  return (
    <p className="visually-hidden" role="status" data-testid="announcement">
      {said}
    </p>
  );
}

/** After the last step: to the other pass, or to the quotient of both. */
function Onward({ shift, onQuotient }: Pick<RunPartProps, "shift" | "onQuotient">) {
  const words = useWords();
  const { actions } = useBackstepStore().getState();
  const other = { j: shift.j, h: -shift.h };
  return (
    <div className="controls onward">
      <p className="says">{words.runEnd}</p>
      <button
        type="button"
        className="button"
        onClick={() => {
          actions.choose({ run: other.h > 0 ? "plus" : "minus" });
          actions.first();
        }}
      >
        {words.nowRun} <ShiftName shift={other} />
      </button>
      <button type="button" className="button" onClick={onQuotient}>
        {words.toQuotient}
      </button>
    </div>
  );
}
