import { useMemo, useState } from "react";
import { costOf } from "../../engine/cost.ts";
import { firstLayerOf, LARGEST_PATHS, type PathStart } from "../../engine/paths.ts";
import { refKey, type Ref } from "../../engine/ref.ts";
import { valueOf, type Trace } from "../../engine/trace.ts";
import { derivationMessages } from "../../i18n/derivation.ts";
import { formatExact, formatNumber } from "../../numbers/format.ts";
import { isInRange } from "../../steps/known.ts";
import type { Plan } from "../../steps/plan.ts";
import { JobNotice } from "../common/JobNotice.tsx";
import { formatCount } from "../common/count.ts";
import { usePathSum } from "../common/usePathSum.ts";
import { useBackstep, useBackstepStore } from "../context.ts";
import { Symbol } from "../Symbol.tsx";
import {
  countsByLayer,
  derivativeBy,
  mergedAt,
  wholePaths,
  zeroFirstFactor,
  type PartialPath,
} from "./merge.ts";
import { PathList } from "./PathList.tsx";

interface PathSumProps {
  readonly plan: Plan;
  readonly trace: Trace;
  readonly start: PathStart;
}

/** The paths, their sum, and the buttons that merge their tails. */
export function PathSum({ plan, trace, start }: PathSumProps) {
  const lang = useBackstep((state) => state.view.lang);
  const words = derivationMessages(lang);
  const { L } = plan.shape.layout;
  const from = firstLayerOf(start);
  const merge = useBackstep((state) => state.view.merge);
  const { actions } = useBackstepStore().getState();
  const l = Math.max(from, Math.min(L, merge ?? L));
  const mergeTo = (layer: number): void =>
    actions.choose({ merge: layer < L ? layer : null, path: null });
  const { q, i } = start;
  const j = "j" in start ? start.j : 0;
  const counts = useMemo(
    () => countsByLayer(trace, startOf(q, from, i, j)).toReversed(),
    [trace, q, from, i, j],
  );
  const level = useMemo(
    () => mergedAt(trace, startOf(q, from, i, j), l),
    [trace, q, from, i, j, l],
  );
  if (level.count === 0n) return <p className="aside">{words.noPath}</p>;
  const shared = { plan, start, from, l, count: formatCount(level.count) };
  return (
    <div className="path-sum">
      {level.all === null ? (
        <p data-testid="path-count">
          {l === L
            ? `${words.pathCount(shared.count, false)} ${words.largest(LARGEST_PATHS)}`
            : words.tooMany(shared.count)}
        </p>
      ) : (
        <p data-testid="path-count">
          {l === L
            ? words.pathCount(shared.count, level.count === 1n)
            : words.shared(shared.count, deltasIn(level.all), level.all.length)}
        </p>
      )}
      {from === L ? null : (
        <>
          <Levels counts={counts} l={l} L={L} />
          <div className="buttons">
            <button
              type="button"
              className="button"
              aria-disabled={l === L}
              onClick={() => mergeTo(l + 1)}
            >
              {words.takeApart}
            </button>
            <button
              type="button"
              className="button primary"
              aria-disabled={l === from}
              onClick={() => mergeTo(Math.max(from, l - 1))}
            >
              {words.merge(Math.max(from, l - 1))}
            </button>
            {l === from ? <span className="aside">{words.merged}</span> : null}
          </div>
        </>
      )}
      {level.all !== null ? (
        <>
          {level.count > 1n && l > from && l >= 2 ? (
            <p className="aside">{words.mergeHint(l - 1)}</p>
          ) : null}
          <Products {...shared} trace={trace} paths={level.all} complete />
        </>
      ) : l === L ? (
        <LargestPaths {...shared} trace={trace} />
      ) : null}
      <CostNote sizes={plan.shape.layout.sizes} />
    </div>
  );
}

interface ShownProps extends PathSumProps {
  readonly from: number;
  readonly l: number;
  readonly count: string;
}

interface Found {
  readonly trace: Trace;
  readonly paths: readonly PartialPath[];
}

/** The largest of very many paths. Those of the numbers before stand until the new ones are found. */
function LargestPaths(props: ShownProps) {
  const { trace, start } = props;
  const { q, i } = start;
  const from = firstLayerOf(start);
  const j = "j" in start ? start.j : 0;
  const input = useMemo(
    () => ({ trace, start: startOf(q, from, i, j), end: { q: "E" } as const }),
    [trace, q, from, i, j],
  );
  const handle = usePathSum(input);
  const sum = handle.job.state === "done" ? handle.job.result : null;
  const paths = useMemo(() => (sum === null ? null : wholePaths(trace, sum)), [trace, sum]);
  const [last, setLast] = useState<Found | null>(null);
  if (paths !== null && last?.paths !== paths) setLast({ trace, paths });
  const found =
    last !== null && sameSizes(last.trace.layout.sizes, trace.layout.sizes) ? last : null;
  return (
    <>
      <JobNotice handle={handle} />
      {found === null ? null : <Products {...props} {...found} complete={false} />}
    </>
  );
}

function sameSizes(a: readonly number[], b: readonly number[]): boolean {
  return a.join() === b.join();
}

interface ProductsProps extends ShownProps, Found {
  /** Whether they are all there are, or only the largest. */
  readonly complete: boolean;
}

/** Products one under the other, and what they add up to. */
function Products({ plan, trace, start, from, l, paths, complete, count }: ProductsProps) {
  const words = derivationMessages(useBackstep((state) => state.view.lang));
  const gradient = derivativeBy(start);
  const hasFactors = ({ factors }: PartialPath): boolean =>
    factors.every((r) => Number.isFinite(shownValue(plan, trace, r)));
  // A product with a factor that may not be shown is no number either.
  const shown = paths.map((path) => (hasFactors(path) ? path : { ...path, product: NaN }));
  const sum = shown.reduce((total, { product }) => total + product, 0);
  const zero = sum === 0 ? zeroFirstFactor(trace, start) : null;
  const lost = Number.isFinite(sum)
    ? null
    : paths.every(hasFactors)
      ? words.leavesRange
      : words.lostFactor(complete);
  return (
    <>
      {lost === null ? null : (
        <p className="aside" role="status" data-testid="path-lost">
          {lost}
        </p>
      )}
      <PathList
        key={l}
        plan={plan}
        trace={trace}
        start={start}
        from={from}
        l={l}
        paths={shown}
        merges={l > from && complete}
        count={count}
      />
      <dl className="sums">
        <Sum name={complete ? words.sumOfAll : words.sumOfShown} value={sum} testId="path-sum" />
        <Sum
          name={words.byBackpropagation}
          of={gradient}
          value={shownValue(plan, trace, gradient)}
          testId="path-gradient"
        />
      </dl>
      {zero === null ? null : (
        <p className="aside" data-testid="path-zero">
          {words.zeroFactor.before} <Symbol of={zero} /> {words.zeroFactor.after}
        </p>
      )}
    </>
  );
}

/** How many different δ end the products. */
function deltasIn(paths: readonly PartialPath[]): number {
  return new Set(paths.map(({ factors }) => refKey(factors[factors.length - 1]))).size;
}

function startOf(q: PathStart["q"], from: number, i: number, j: number): PathStart {
  switch (q) {
    case "x":
      return { q, i };
    case "w":
      return { q, l: from, i, j };
    default:
      return { q, l: from, i };
  }
}

/** NaN, which is shown as a dash, for what is out of range. */
function shownValue(plan: Plan, trace: Trace, r: Ref): number {
  return isInRange(plan, trace.overflow, r) ? valueOf(trace, r) : NaN;
}

/** How many products are left, layer by layer. */
function Levels({ counts, l, L }: { counts: readonly bigint[]; l: number; L: number }) {
  const words = derivationMessages(useBackstep((state) => state.view.lang));
  return (
    <ol className="levels" aria-label={words.mergeLabel}>
      {counts.map((count, k) => (
        <li key={k} aria-current={L - k === l ? "step" : undefined}>
          {words.atLayer(L - k, formatCount(count))}
        </li>
      ))}
    </ol>
  );
}

interface SumProps {
  readonly name: string;
  readonly of?: Ref;
  readonly value: number;
  readonly testId: string;
}

function Sum({ name, of, value, testId }: SumProps) {
  const digits = useBackstep((state) => state.view.digits);
  return (
    <div>
      <dt>
        {name} {of === undefined ? null : <Symbol of={of} />}
      </dt>
      <dd title={Number.isFinite(value) ? formatExact(value) : undefined} data-testid={testId}>
        {formatNumber(value, { digits })}
      </dd>
    </div>
  );
}

/** Not in every network the paths are dear: said as it is (errata, section 5). */
function CostNote({ sizes }: { sizes: readonly number[] }) {
  const words = derivationMessages(useBackstep((state) => state.view.lang));
  const { paths, backprop } = costOf(sizes);
  return (
    <p className="aside">
      {words.cost(formatCount(paths), formatCount(backprop), paths < FEW_TIMES * backprop)}
    </p>
  );
}

/** Up to this many times dearer is no great difference. */
const FEW_TIMES = 4;
