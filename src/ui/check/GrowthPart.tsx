import { useMemo, type KeyboardEvent } from "react";
import { growthInDepth, growthInWidth, METHODS, type Growth } from "../../engine/cost.ts";
import { LIMITS } from "../../engine/layout.ts";
import { CHOICES } from "../../session/selection.ts";
import { Prose } from "../common/Prose.tsx";
import { Switch } from "../common/Switch.tsx";
import { Tex } from "../common/Tex.tsx";
import { useBackstep, useBackstepStore } from "../context.ts";
import { formatCount } from "../common/count.ts";
import { LEADING_TERMS } from "./forms.ts";
import { CurveSample, GrowthPlot } from "./GrowthPlot.tsx";
import { useWords } from "./reading.ts";

/** The costs of equally wide layers as their width or their number grows. */
export function GrowthPart({ sizes }: { sizes: readonly number[] }) {
  const words = useWords();
  const { actions } = useBackstepStore().getState();
  const axis = useBackstep(({ view }) => view.growth);
  const L = sizes.length;
  const n = Math.max(...sizes);
  const growth = useMemo(
    () => (axis === "width" ? growthInWidth(L, LIMITS.neurons) : growthInDepth(n, LIMITS.layers)),
    [axis, L, n],
  );
  const size = useBackstep(({ view }) => view.size) ?? (axis === "width" ? n : L);
  const index = Math.max(0, Math.min(growth.at.length - 1, size - growth.at[0]));
  const pick = (next: number): void => actions.choose({ size: growth.at[next] });
  return (
    <>
      <h3>{words.growthTitle}</h3>
      <div className="controls">
        <Switch
          label={words.axis}
          options={CHOICES.growth.map((id) => [id, words.axes[id]] as const)}
          value={axis}
          onChoice={(id) => actions.choose({ growth: id, size: null })}
        />
      </div>
      <p className="says">
        <Prose
          text={axis === "width" ? words.growthProse.width(L) : words.growthProse.depth(n)}
          typeset
        />
      </p>
      <GrowthPlot growth={growth} axis={axis} index={index} onIndex={pick} />
      <SizeSlider growth={growth} index={index} onIndex={pick} />
      <CostsAt growth={growth} index={index} leading={axis === "width" && L > 2} />
      <AllSizes growth={growth} />
    </>
  );
}

interface SizeSliderProps {
  readonly growth: Growth;
  readonly index: number;
  readonly onIndex: (index: number) => void;
}

// The arrows are the slider's, not the lecture's.
const keep = (event: KeyboardEvent): void => event.stopPropagation();

function SizeSlider({ growth, index, onIndex }: SizeSliderProps) {
  const words = useWords();
  const axis = useBackstep(({ view }) => view.growth);
  return (
    <label className="size-slider">
      <span>
        {words.sizeOf[axis]} <b data-testid="growth-at">{growth.at[index]}</b>
      </span>
      <input
        type="range"
        min={growth.at[0]}
        max={growth.at[growth.at.length - 1]}
        value={growth.at[index]}
        onKeyDown={keep}
        onChange={(event) => onIndex(growth.at.indexOf(Number(event.target.value)))}
      />
    </label>
  );
}

interface CostsAtProps {
  readonly growth: Growth;
  readonly index: number;
  /** Whether the leading terms say something: they are for K ≥ 2. */
  readonly leading: boolean;
}

/** The legend of the curves, with their values at the chosen size. */
function CostsAt({ growth, index, leading }: CostsAtProps) {
  const words = useWords();
  const cost = growth.cost[index];
  return (
    <table className="costs-at" data-testid="costs-at">
      <thead>
        <tr>
          <th scope="col">{words.method}</th>
          {leading ? (
            <th scope="col">
              <Prose text={words.leading} typeset />
            </th>
          ) : null}
          <th scope="col">{words.count}</th>
        </tr>
      </thead>
      <tbody>
        {METHODS.map((method) => (
          <tr key={method} data-method={method}>
            <th scope="row">
              <span className="curve-name">
                <CurveSample method={method} />
                <span>
                  <Prose text={words.methods[method]} typeset />
                </span>
              </span>
            </th>
            {leading ? (
              <td>
                <Tex tex={LEADING_TERMS[method]} />
              </td>
            ) : null}
            <td>{formatCount(cost[method])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the plot shows, number by number. */
function AllSizes({ growth }: { growth: Growth }) {
  const words = useWords();
  const axis = useBackstep(({ view }) => view.growth);
  const open = useBackstep(({ view }) => view.costs === "all");
  const { actions } = useBackstepStore().getState();
  return (
    <details
      className="all-sizes"
      open={open}
      onToggle={({ currentTarget }) =>
        actions.choose({ costs: currentTarget.open ? "all" : "one" })
      }
    >
      <summary>{words.allSizes}</summary>
      {open ? (
        <div className="scroller" role="region" aria-label={words.allSizes} tabIndex={0}>
          <table data-testid="all-sizes">
            <thead>
              <tr>
                <th scope="col">{words.axes[axis]}</th>
                {METHODS.map((method) => (
                  <th scope="col" key={method}>
                    <Prose text={words.methods[method]} typeset />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {growth.at.map((size, n) => (
                <tr key={size}>
                  <th scope="row">{size}</th>
                  {METHODS.map((method) => (
                    <td key={method}>{formatCount(growth.cost[n][method])}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </details>
  );
}
