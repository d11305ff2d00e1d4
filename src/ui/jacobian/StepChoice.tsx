import type { KeyboardEvent } from "react";
import { nearestStep, STEPS } from "../../engine/stepSize.ts";
import { formatNumber } from "../../numbers/format.ts";
import { Quantity } from "../common/Quantity.tsx";
import { useFormat } from "../common/useFormat.ts";
import { useBackstep, useBackstepStore } from "../context.ts";
import type { Measure } from "./errorPlot.ts";
import { useWords } from "./reading.ts";
import { shortStep } from "./stepSize.ts";

interface ErrorProps {
  /** Null where the quotient has no number. */
  readonly error: number | null;
  readonly measure: Measure;
}

/** h and its error as numbers. `best` is null until it is known, −1 if no h is better. */
export function StepReading({ error, measure, best }: ErrorProps & { best: number | null }) {
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
export function StepSlider({ error, measure }: ErrorProps) {
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
