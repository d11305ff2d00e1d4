import { useId, useMemo } from "react";
import {
  differenceColumn,
  differenceJacobian,
  sweepSteps,
  type Difference,
  type StepSweep,
} from "../../engine/differences.ts";
import { finish } from "../../engine/finish.ts";
import { largestOf } from "../../engine/matrix.ts";
import { nearestStep, STEPS } from "../../engine/stepSize.ts";
import type { TaskInput } from "../../engine/tasks.ts";
import type { Trace } from "../../engine/trace.ts";
import { formatNumber } from "../../numbers/format.ts";
import { JobNotice } from "../common/JobNotice.tsx";
import { Prose } from "../common/Prose.tsx";
import { useFormat } from "../common/useFormat.ts";
import { useJob } from "../common/useJob.ts";
import { useBackstep, useBackstepStore } from "../context.ts";
import { Symbol } from "../Symbol.tsx";
import { CompareTable } from "./CompareTable.tsx";
import { largestDeviation } from "./deviation.ts";
import { ErrorPlot, PlotLegend } from "./ErrorPlot.tsx";
import { bestStep, type Measure } from "./errorPlot.ts";
import { within } from "./gridKeys.ts";
import type { ChainProps } from "./CurrentMultiplication.tsx";
import { KinkSentences } from "./KinkSentences.tsx";
import { useWords } from "./reading.ts";
import { shortStep } from "./stepSize.ts";
import { Runs } from "./Runs.tsx";
import { StepReading, StepSlider } from "./StepChoice.tsx";

/** Multiply-adds of a sweep that is done before the next frame. */
const LIGHT_SWEEP = 200_000;

function sweep({ trace }: TaskInput<"differences">): StepSweep {
  return finish(sweepSteps(trace));
}

/** ∂y/∂x by central differences, column by column, for any h. */
export function DifferencePart({ trace, chain }: ChainProps) {
  const words = useWords();
  const { actions } = useBackstepStore().getState();
  const { layout } = trace;
  const j = useBackstep(({ view }) => within(view.entry.j, layout.sizes[0]));
  const step = useBackstep(({ view }) => nearestStep(view.h));
  const h = STEPS[step];
  const column = useMemo(() => differenceColumn(trace, j, h), [trace, j, h]);
  const found = useMemo(() => differenceJacobian(trace, h), [trace, h]);
  const off = largestDeviation(found, chain.jacobian);
  const largest = largestOf(chain.jacobian.values);
  const measure: Measure = largest === 0 ? "absolute" : "relative";
  const error = off === null ? null : off.size / (largest || 1);
  const compareId = useId();
  const input = useMemo(() => ({ trace }), [trace]);
  const light = 2 * layout.sizes[0] * STEPS.length * layout.weights <= LIGHT_SWEEP;
  const handle = useJob("differences", input, { light, compute: sweep });
  const { job } = handle;
  return (
    <>
      <p className="says">
        <Prose text={words.differenceProse} typeset />
      </p>
      <StepReading
        error={error}
        measure={measure}
        best={job.state === "done" ? bestStep(job.result) : null}
      />
      <div className="plot-room">
        {job.state === "done" ? (
          <ErrorPlot
            sweep={job.result}
            measure={measure}
            step={step}
            onStep={(to) => actions.choose({ h: shortStep(to) })}
          />
        ) : (
          <JobNotice handle={handle} />
        )}
      </div>
      <StepSlider error={error} measure={measure} />
      {job.state === "done" ? <PlotLegend sweep={job.result} /> : null}
      <Warnings trace={trace} column={column} j={j} h={h} />
      <Runs
        trace={trace}
        column={column}
        j={j}
        onQuotient={() => document.getElementById(compareId)?.focus()}
      />
      <CompareTable exact={chain.jacobian} found={found} j={j} id={compareId} />
    </>
  );
}

interface WarningsProps {
  readonly trace: Trace;
  readonly column: Difference;
  readonly j: number;
  readonly h: number;
}

/** Why the quotient is not what one would think: kinks, a lost h, no number. */
function Warnings({ trace, column, j, h }: WarningsProps) {
  const words = useWords();
  const format = useFormat();
  const x = trace.a[j - 1];
  const lost = x + h === x && x - h === x;
  const overflow = column.plus.overflow ?? column.minus.overflow;
  const finite = column.quotient.every((value) => Number.isFinite(value));
  return (
    <div className="warnings" role="status" data-testid="warnings">
      {lost && finite ? (
        <p>
          <Prose text={words.lost(j, formatNumber(h, format))} typeset />
        </p>
      ) : null}
      {finite ? null : (
        <p>
          {overflow === null ? (
            words.notFinite.quotient
          ) : (
            <>
              {words.notFinite.moved} <Symbol of={overflow} />
            </>
          )}
        </p>
      )}
      <KinkSentences trace={trace} kinks={column.kinks} />
    </div>
  );
}
