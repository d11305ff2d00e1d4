import { useMemo } from "react";
import {
  factorValue,
  pathFactors,
  type Path,
  type PathFactor,
  type PathSum,
} from "../../engine/paths.ts";
import { ref, refKey } from "../../engine/ref.ts";
import type { TaskInput } from "../../engine/tasks.ts";
import type { Trace } from "../../engine/trace.ts";
import { JobNotice } from "../common/JobNotice.tsx";
import { Quantity } from "../common/Quantity.tsx";
import { formatCount } from "../common/count.ts";
import { usePathSum } from "../common/usePathSum.ts";
import { useBackstep, useBackstepStore } from "../context.ts";
import { Symbol } from "../Symbol.tsx";
import { largestFirst } from "./pathOrder.ts";
import { useWords } from "./reading.ts";
import { Component } from "../common/Component.tsx";

const SHOWN_AT_FIRST = 6;

interface PathsProps {
  readonly trace: Trace;
  readonly i: number;
  readonly j: number;
  /** Whether it is said elsewhere why there are entries without a number. */
  readonly explained: boolean;
}

/** ∂y_i/∂x_j as the sum over all paths from x_j to y_i. */
export function Paths({ trace, i, j, explained }: PathsProps) {
  const input = useMemo<TaskInput<"paths">>(
    () => ({ trace, start: { q: "x", i: j }, end: { q: "y", i } }),
    [trace, i, j],
  );
  const handle = usePathSum(input);
  if (handle.job.state !== "done") return <JobNotice handle={handle} />;
  return <PathTable trace={trace} sum={handle.job.result} explained={explained} />;
}

type PathTableProps = Pick<PathsProps, "trace" | "explained"> & { readonly sum: PathSum };

function PathTable({ trace, sum, explained }: PathTableProps) {
  const words = useWords();
  const all = useBackstep(({ view }) => view.paths === "all");
  const { actions } = useBackstepStore().getState();
  const { complete, count } = sum;
  const paths = useMemo(() => largestFirst(sum.paths), [sum]);
  if (paths.length === 0) return <p className="says">{words.noPath}</p>;
  const shown = all ? paths : paths.slice(0, SHOWN_AT_FIRST);
  const more = paths.length - shown.length;
  return (
    <>
      <p className="says" data-testid="path-count">
        {complete
          ? words.pathCount(formatCount(count))
          : words.pathsLargest(paths.length, formatCount(count))}
      </p>
      <div className="scroller">
        <table className="numbers paths" data-testid="paths">
          <thead>
            <tr>
              <th scope="col">{words.path}</th>
              <th scope="col">{words.pathProduct}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((path) => (
              <PathRow key={path.neurons.join(".")} trace={trace} sum={sum} path={path} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{complete ? words.pathSum : words.pathSumShown}</th>
              <td data-testid="path-sum">
                <Quantity value={sum.sum} />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      {explained || Number.isFinite(sum.sum) ? null : (
        <p className="notice" role="status">
          {words.notFinite.products}
        </p>
      )}
      {paths.length > SHOWN_AT_FIRST ? (
        <button
          type="button"
          className="button"
          onClick={() => actions.choose({ paths: all ? "first" : "all" })}
        >
          {all ? words.fewerPaths(SHOWN_AT_FIRST) : words.morePaths(more)}
        </button>
      ) : null}
    </>
  );
}

interface PathRowProps {
  readonly trace: Trace;
  readonly sum: PathSum;
  readonly path: Path;
}

/** Where the path leads, and under it what its product is made of; pointed at, it is lit. */
function PathRow({ trace, sum: { start, end }, path }: PathRowProps) {
  const { actions } = useBackstepStore().getState();
  const { L } = trace.layout;
  const factors = pathFactors(trace, start, end, path.neurons);
  const keys = path.neurons.map((neuron, n) => refKey(ref("a", path.from + n, neuron)));
  const edges = factors.flatMap((factor) => (factor.q === "w" ? [refKey(factor)] : []));
  const places = [...keys, ...edges].join(" ");
  return (
    <tr data-ref={places}>
      <th scope="row">
        <button
          type="button"
          className="way"
          onFocus={() => actions.hover(places)}
          onClick={() => actions.hover(places)}
          onBlur={() => actions.hover(null)}
        >
          {path.neurons.map((neuron, n) => {
            const l = path.from + n;
            return (
              <span key={l} className="stop">
                {n > 0 ? " → " : ""}
                {l === 1 || l === L ? (
                  <Component of={l === 1 ? "x" : "y"} index={neuron} />
                ) : (
                  <Symbol of={ref("a", l, neuron)} />
                )}
              </span>
            );
          })}
        </button>
        <span className="factors">
          {factors.map((factor, n) => (
            <span key={n} className={kindOf(factor)}>
              {n > 0 ? " · " : ""}
              <Quantity value={factorValue(trace, factor)} parens={n > 0} />
            </span>
          ))}
        </span>
      </th>
      <td>
        <Quantity value={path.product} />
      </td>
    </tr>
  );
}

/** Slopes have the colour of z. */
function kindOf(factor: PathFactor): string | undefined {
  return factor.q === "w" ? undefined : "slope";
}
