import { useMemo, useState, type PointerEvent } from "react";
import { METHODS, type Growth, type Method } from "../../engine/cost.ts";
import type { Chosen } from "../../session/selection.ts";
import { useWidth } from "../useWidth.ts";
import { formatCount } from "../common/count.ts";
import { growthPath, growthScale, indexAtX, MARGIN, type GrowthScale } from "./growthPlot.ts";
import { useWords } from "./reading.ts";

interface GrowthPlotProps {
  readonly growth: Growth;
  readonly axis: Chosen<"growth">;
  /** Index of the chosen size. */
  readonly index: number;
  readonly onIndex: (index: number) => void;
}

const HEIGHT = 210;

/** One curve for each method. What it shows the tables under it say. */
export function GrowthPlot({ growth, axis, index, onIndex }: GrowthPlotProps) {
  const words = useWords();
  const [room, setRoom] = useState<HTMLDivElement | null>(null);
  const width = useWidth(room);
  const scale = useMemo(() => growthScale(growth, { width, height: HEIGHT }), [growth, width]);
  const last = growth.cost[growth.cost.length - 1];
  const pick = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.type === "pointermove" && event.buttons !== 1) return;
    const { left } = event.currentTarget.getBoundingClientRect();
    onIndex(indexAtX(growth, scale, event.clientX - left));
  };
  return (
    <div className="growth-plot" ref={setRoom} style={{ height: HEIGHT }}>
      {width === 0 ? null : (
        <svg
          width={width}
          height={HEIGHT}
          role="img"
          aria-label={words.plot(
            words.axes[axis],
            formatCount(growth.cost[0].backprop),
            formatCount(last.backprop),
          )}
          data-testid="growth-plot"
          onPointerDown={pick}
          onPointerMove={pick}
        >
          <Axes scale={scale} width={width} />
          <line
            className="here"
            x1={scale.x(growth.at[index])}
            x2={scale.x(growth.at[index])}
            y1={MARGIN.top}
            y2={HEIGHT - MARGIN.bottom}
          />
          {METHODS.map((method) => (
            <g key={method} data-method={method}>
              <path className="curve" d={growthPath(growth, method, scale)} />
              <circle
                cx={scale.x(growth.at[index])}
                cy={scale.y(growth.cost[index][method])}
                r="3"
              />
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}

function Axes({ scale, width }: { scale: GrowthScale; width: number }) {
  const { x, y, sizes, decades } = scale;
  const bottom = HEIGHT - MARGIN.bottom;
  return (
    <g className="axes" aria-hidden="true">
      {sizes.map((size) => (
        <text key={size} x={x(size)} y={bottom + 16} textAnchor="middle">
          {size}
        </text>
      ))}
      {decades.map((power) => (
        <g key={power}>
          <line
            x1={MARGIN.left}
            x2={width - MARGIN.right}
            y1={y(10 ** power)}
            y2={y(10 ** power)}
          />
          <text x={MARGIN.left - 6} y={y(10 ** power) + 4} textAnchor="end">
            10
            <tspan className="power" dy="-4">
              {power}
            </tspan>
          </text>
        </g>
      ))}
    </g>
  );
}

/** How the curve of a method looks. */
export function CurveSample({ method }: { method: Method }) {
  return (
    <svg width="34" height="10" aria-hidden="true" data-method={method}>
      <line className="curve" x1="1" x2="33" y1="5" y2="5" />
    </svg>
  );
}
