import { useMemo, useState, type PointerEvent } from "react";
import type { StepSweep } from "../../engine/differences.ts";
import { commonMessages } from "../../i18n/common.ts";
import { formatNumber } from "../../numbers/format.ts";
import { Prose } from "../common/Prose.tsx";
import { useFormat } from "../common/useFormat.ts";
import { useBackstep } from "../context.ts";
import { useWidth } from "../useWidth.ts";
import {
  bestStep,
  curvePath,
  guideLine,
  MARGIN,
  plotScale,
  slopesOf,
  stepAtX,
  type Measure,
  type PlotScale,
} from "./errorPlot.ts";
import { useWords } from "./reading.ts";

interface ErrorPlotProps {
  readonly sweep: StepSweep;
  readonly measure: Measure;
  /** Index of the current h. */
  readonly step: number;
  readonly onStep: (step: number) => void;
}

const HEIGHT = 190;

/** The V of truncation and rounding. What it shows the slider under it says. */
export function ErrorPlot({ sweep, measure, step, onStep }: ErrorPlotProps) {
  const words = useWords();
  const [room, setRoom] = useState<HTMLDivElement | null>(null);
  const width = useWidth(room);
  const scale = useMemo(() => plotScale(sweep, { width, height: HEIGHT }), [sweep, width]);
  const slopes = useMemo(() => slopesOf(sweep), [sweep]);
  const summary = useSummary(sweep, measure);
  const pick = (event: PointerEvent<SVGSVGElement>): void => {
    if (scale === null || (event.type === "pointermove" && event.buttons !== 1)) return;
    const { left } = event.currentTarget.getBoundingClientRect();
    onStep(stepAtX(sweep, scale, event.clientX - left));
  };
  return (
    <div className="plot" ref={setRoom}>
      {scale === null ? (
        <p className="says">{words.plotEmpty}</p>
      ) : width === 0 ? null : (
        <svg
          width={width}
          height={HEIGHT}
          role="img"
          aria-label={summary}
          data-testid="error-plot"
          onPointerDown={pick}
          onPointerMove={pick}
        >
          <Axes scale={scale} width={width} />
          <Guide c={slopes.truncation} power={2} scale={scale} />
          <Guide c={slopes.rounding} power={-1} scale={scale} />
          <path className="curve" d={curvePath(sweep, scale)} />
          <Marks sweep={sweep} step={step} scale={scale} />
        </svg>
      )}
    </div>
  );
}

/** The curve in a sentence: its two ends and its lowest point, if there is one. */
function useSummary(sweep: StepSweep, measure: Measure): string {
  const words = useWords();
  const { noNumber } = commonMessages(useBackstep((state) => state.view.lang));
  const format = useFormat();
  const { h, error } = sweep;
  if (sweep.best < 0) return words.plotEmpty;
  const at = (n: number) => ({
    h: formatNumber(h[n], format),
    error: Number.isFinite(error[n]) ? formatNumber(error[n], format) : noNumber,
  });
  const best = bestStep(sweep);
  const name = words.errorMeasure[measure];
  return best < 0
    ? words.plotFlat(name, at(0).error)
    : words.plotSays(name, at(0), at(best), at(h.length - 1));
}

function Axes({ scale, width }: { scale: PlotScale; width: number }) {
  const { x, y, decadesX, decadesY } = scale;
  const bottom = HEIGHT - MARGIN.bottom;
  return (
    <g className="axes" aria-hidden="true">
      {decadesX.map((power) => (
        <g key={power}>
          <line x1={x(10 ** power)} x2={x(10 ** power)} y1={MARGIN.top} y2={bottom} />
          <text x={x(10 ** power)} y={bottom + 15} textAnchor="middle">
            <PowerOfTen power={power} />
          </text>
        </g>
      ))}
      {decadesY.map((power) => (
        <g key={power}>
          <line
            x1={MARGIN.left}
            x2={width - MARGIN.right}
            y1={y(10 ** power)}
            y2={y(10 ** power)}
          />
          <text x={MARGIN.left - 8} y={y(10 ** power) + 4} textAnchor="end">
            <PowerOfTen power={power} />
          </text>
        </g>
      ))}
    </g>
  );
}

function PowerOfTen({ power }: { power: number }) {
  return (
    <>
      10
      <tspan className="power" dy="-4">
        {`${power}`.replace("-", "−")}
      </tspan>
    </>
  );
}

function Guide({ c, power, scale }: { c: number | null; power: 2 | -1; scale: PlotScale }) {
  const line = c === null ? null : guideLine(c, power, scale);
  return line === null ? null : <line className="guide" data-power={power} {...line} />;
}

function Marks({ sweep, step, scale }: { sweep: StepSweep; step: number; scale: PlotScale }) {
  const { h, error } = sweep;
  const { x, y } = scale;
  const best = bestStep(sweep);
  return (
    <g aria-hidden="true">
      {best < 0 ? null : (
        <circle className="best" data-h={h[best]} cx={x(h[best])} cy={y(error[best])} r="7" />
      )}
      <line
        className="current"
        x1={x(h[step])}
        x2={x(h[step])}
        y1={MARGIN.top}
        y2={HEIGHT - MARGIN.bottom}
      />
      {Number.isFinite(error[step]) ? (
        <circle className="current" data-h={h[step]} cx={x(h[step])} cy={y(error[step])} r="3.5" />
      ) : null}
    </g>
  );
}

/** What the lines and marks are. */
export function PlotLegend({ sweep }: { sweep: StepSweep }) {
  const words = useWords();
  const slopes = useMemo(() => slopesOf(sweep), [sweep]);
  const exact = sweep.error.some((e) => e === 0);
  return (
    <ul className="plot-legend">
      <li>
        <svg width="14" height="14" aria-hidden="true">
          <circle className="current" cx="7" cy="7" r="3.5" />
        </svg>
        {words.current}
      </li>
      {bestStep(sweep) < 0 ? null : (
        <li>
          <svg width="16" height="16" aria-hidden="true">
            <circle className="best" cx="8" cy="8" r="7" />
          </svg>
          {words.best}
        </li>
      )}
      {slopes.truncation === null ? null : (
        <li>
          <svg width="22" height="14" aria-hidden="true">
            <line className="guide" data-power="2" x1="2" y1="13" x2="20" y2="1" />
          </svg>
          <span>
            <Prose text={words.truncation} typeset />
          </span>
        </li>
      )}
      {slopes.rounding === null ? null : (
        <li>
          <svg width="22" height="14" aria-hidden="true">
            <line className="guide" data-power="-1" x1="2" y1="3" x2="20" y2="12" />
          </svg>
          <span>
            <Prose text={words.rounding} typeset />
          </span>
        </li>
      )}
      {exact ? <li>{words.exactly}</li> : null}
    </ul>
  );
}
