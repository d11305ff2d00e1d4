import { useMemo, useState } from "react";
import { costOf } from "../../engine/cost.ts";
import type { PathStart } from "../../engine/paths.ts";
import { refKey, type Ref } from "../../engine/ref.ts";
import { valueOf, type Trace } from "../../engine/trace.ts";
import { derivationMessages } from "../../i18n/derivation.ts";
import { formatExact, formatNumber } from "../../numbers/format.ts";
import { isInRange } from "../../steps/known.ts";
import type { Plan } from "../../steps/plan.ts";
import { useBackstep } from "../context.ts";
import { Symbol } from "../Symbol.tsx";
import { countAt, derivativeBy, firstLayerOf, largestPaths, mergedAt } from "./merge.ts";
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
  const [wanted, setMerged] = useState(L);
  const l = Math.max(from, Math.min(L, wanted));
  const { q, i } = start;
  const j = "j" in start ? start.j : 0;
  const counts = useMemo(() => {
    const same = startOf(q, from, i, j);
    return Array.from({ length: L - from + 1 }, (_, k) => countAt(trace, same, L - k));
  }, [trace, q, from, i, j, L]);
  const level = useMemo(
    () => mergedAt(trace, startOf(q, from, i, j), l),
    [trace, q, from, i, j, l],
  );
  const listed = useMemo(
    () => level.all ?? (l === L ? largestPaths(trace, startOf(q, from, i, j)) : []),
    [level, l, L, trace, q, from, i, j],
  );
  const sum = listed.reduce((total, { product }) => total + product, 0);
  const deltas = new Set(listed.map(({ factors }) => refKey(factors[factors.length - 1]))).size;
  const count = group(level.count);
  if (level.count === 0n) return <p className="aside">{words.noPath}</p>;
  return (
    <div className="path-sum">
      <p data-testid="path-count">
        {l === L
          ? words.pathCount(count, level.count === 1n)
          : level.all === null
            ? words.tooMany(count)
            : words.shared(count, deltas)}
        {l === L && level.all === null ? ` ${words.largest(listed.length)}` : ""}
      </p>
      {from === L ? null : (
        <>
          <Levels counts={counts} l={l} L={L} />
          <div className="buttons">
            <button
              type="button"
              className="button"
              aria-disabled={l === L}
              onClick={() => setMerged(Math.min(L, l + 1))}
            >
              {words.takeApart}
            </button>
            {l > from ? (
              <button type="button" className="button primary" onClick={() => setMerged(l - 1)}>
                {words.merge(l - 1)}
              </button>
            ) : (
              <span className="aside">{words.merged}</span>
            )}
          </div>
        </>
      )}
      {listed.length === 0 ? null : (
        <>
          {l > from && level.all !== null && l >= 2 ? (
            <p className="aside">{words.mergeHint(l - 1)}</p>
          ) : null}
          <PathList
            key={l}
            plan={plan}
            trace={trace}
            from={from}
            l={l}
            paths={listed}
            merges={l > from && level.all !== null}
            count={count}
          />
          <dl className="sums">
            <Sum
              name={level.all === null ? words.sumOfShown : words.sumOfAll}
              value={sum}
              testId="path-sum"
            />
            <Sum
              name={words.byBackpropagation}
              of={derivativeBy(start)}
              value={shownValue(plan, trace, derivativeBy(start))}
              testId="path-gradient"
            />
          </dl>
        </>
      )}
      <CostNote sizes={plan.shape.layout.sizes} />
    </div>
  );
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
          {words.atLayer(L - k)}: {group(count)}
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
      <dd title={formatExact(value)} data-testid={testId}>
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
      {words.cost(about(paths), about(backprop), paths < FEW_TIMES * backprop)}
    </p>
  );
}

/** Up to this many times dearer is no great difference. */
const FEW_TIMES = 4;

/** A count with its digits in groups; from 16 digits on its magnitude. */
function group(count: bigint): string {
  return count < 10n ** 15n
    ? groupDigits(count.toString())
    : formatNumber(Number(count), { digits: 4 });
}

function about(count: number): string {
  return count < 1e15 ? groupDigits(String(count)) : formatNumber(count, { digits: 4 });
}

function groupDigits(text: string): string {
  return text.replace(/\B(?=(\d{3})+$)/g, ",");
}
