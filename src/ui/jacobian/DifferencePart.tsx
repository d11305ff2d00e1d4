import { useEffect, useId, useMemo, useRef, type KeyboardEvent } from "react";
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
import { CHOICES, type Chosen } from "../../session/selection.ts";
import { Choice } from "../Choice.tsx";
import { JobNotice } from "../common/JobNotice.tsx";
import { Prose } from "../common/Prose.tsx";
import { Quantity } from "../common/Quantity.tsx";
import { Switch } from "../common/Switch.tsx";
import { useFormat } from "../common/useFormat.ts";
import { useJob } from "../common/useJob.ts";
import { useBackstep, useBackstepStore } from "../context.ts";
import { ShiftName } from "../ShiftName.tsx";
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
import { RunPart } from "./RunPart.tsx";
import { RunTable } from "./RunTable.tsx";

/** Multiply-adds of a sweep that is done before the next frame. */
const LIGHT_SWEEP = 200_000;

function sweep({ trace }: TaskInput<"differences">): StepSweep {
  return finish(sweepSteps(trace));
}

/** ∂y/∂x by central differences, column by column, for any h. */
export function DifferencePart({ trace, chain }: ChainProps) {
  const words = useWords();
  const store = useBackstepStore();
  const { actions } = store.getState();
  const { layout } = trace;
  const i = useBackstep(({ view }) => view.entry.i);
  const j = useBackstep(({ view }) => within(view.entry.j, layout.sizes[0]));
  const step = useBackstep(({ view }) => nearestStep(view.h));
  const h = STEPS[step];
  const column = useMemo(() => differenceColumn(trace, j, h), [trace, j, h]);
  const found = useMemo(() => differenceJacobian(trace, h), [trace, h]);
  const off = largestDeviation(found, chain.jacobian);
  const largest = largestOf(chain.jacobian.values);
  const measure: Measure = largest === 0 ? "absolute" : "relative";
  const error = off === null ? null : off.size / (largest || 1);
  const plan = useBackstep((state) => state.plan);
  const moved = useBackstep((state) => state.moved);
  const run = useBackstep(({ view }) => view.run);
  const n = useBackstep((state) => (state.moved === null ? 0 : state.n));
  const [runsId, compareId] = [useId(), useId()];
  const runs = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A link to a step of a pass opens where its steps are.
    if (store.getState().moved !== null) scrollTo(runs.current);
  }, [store]);
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
      <div className="controls runs" ref={runs}>
        <h3 id={runsId}>
          <Prose text={words.runs(j)} typeset />
        </h3>
        {layout.sizes[0] > 1 ? (
          <Choice
            label={words.column}
            value={`${j}`}
            options={Array.from({ length: layout.sizes[0] }, (_, n) => [`${n + 1}`, `x ${n + 1}`])}
            onChoice={(value) => actions.choose({ entry: { i, j: Number(value) } })}
          />
        ) : null}
        <Switch
          label={words.run}
          options={CHOICES.run.map((id) => [id, <RunName key={id} run={id} j={j} />] as const)}
          value={run}
          onChoice={(id) => actions.choose({ run: id })}
        />
      </div>
      {plan === null ? null : (
        <RunTable
          trace={trace}
          column={column}
          j={j}
          labelledBy={runsId}
          plan={plan}
          run={run}
          n={n}
        />
      )}
      {plan === null || moved?.shift === undefined ? null : (
        <RunPart
          plan={plan}
          moved={moved}
          shift={moved.shift}
          onQuotient={() => document.getElementById(compareId)?.focus()}
        />
      )}
      <CompareTable exact={chain.jacobian} found={found} j={j} id={compareId} />
    </>
  );
}

/** x, x + h e_j or x − h e_j. */
function RunName({ run, j }: { run: Chosen<"run">; j: number }) {
  if (run === "none") return <span className="symbol">x</span>;
  return <ShiftName shift={{ j, h: run === "plus" ? 1 : -1 }} />;
}

/** Scrolls the open part of the tab, and nothing else, to a place in it. */
function scrollTo(place: HTMLElement | null): void {
  const part = place?.closest(".part");
  if (!place || !part) return;
  part.scrollTop += place.getBoundingClientRect().top - part.getBoundingClientRect().top;
}

interface ErrorProps {
  /** Null where the quotient has no number. */
  readonly error: number | null;
  readonly measure: Measure;
}

/** h and its error as numbers. `best` is null until it is known, −1 if no h is better. */
function StepReading({ error, measure, best }: ErrorProps & { best: number | null }) {
  const words = useWords();
  const { actions } = useBackstepStore().getState();
  const h = useBackstep(({ view }) => STEPS[nearestStep(view.h)]);
  return (
    <div className="controls">
      <dl className="reading">
        <div>
          <dt>h</dt>
          <dd data-testid="h">
            <Quantity value={h} />
          </dd>
        </div>
        <div title={words.errorIs[measure]}>
          <dt>{words.errorMeasure[measure]}</dt>
          <dd data-testid="relative-error">
            <Quantity value={error ?? NaN} />
          </dd>
        </div>
      </dl>
      {best === -1 ? (
        <span className="no-best">{words.noBest}</span>
      ) : (
        <button
          type="button"
          className="button"
          disabled={best === null}
          onClick={() => (best === null ? undefined : actions.choose({ h: shortStep(best) }))}
        >
          {words.toBest}
        </button>
      )}
    </div>
  );
}

/** The arrows are the slider's here, not the lecture's. */
function keepKey(event: KeyboardEvent): void {
  event.stopPropagation();
}

/** h on the axis of the plot above it. */
function StepSlider({ error, measure }: ErrorProps) {
  const words = useWords();
  const format = useFormat();
  const { actions } = useBackstepStore().getState();
  const step = useBackstep(({ view }) => nearestStep(view.h));
  const h = formatNumber(STEPS[step], format);
  const says =
    error === null
      ? words.hSaysNone(h)
      : words.hSays(h, words.errorMeasure[measure], formatNumber(error, format));
  const last = STEPS.length - 1;
  return (
    <input
      className="step-slider"
      type="range"
      aria-label={words.h}
      aria-valuetext={says}
      min={0}
      max={last}
      value={last - step}
      onKeyDown={keepKey}
      onChange={(event) => actions.choose({ h: shortStep(last - Number(event.target.value)) })}
    />
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
