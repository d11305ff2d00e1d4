import { memo, useEffect, useMemo, useRef } from "react";
import { edgeExists, valueOf, type Trace } from "../engine/trace.ts";
import { matchesRef, ref, refKey, type Quantity, type Ref } from "../engine/ref.ts";
import { formatExact, formatNumber } from "../numbers/format.ts";
import { stepAt, type Plan } from "../steps/plan.ts";
import { isInRange, isKnown } from "../steps/known.ts";
import { useBackstep, useBackstepStore, useMessages } from "./context.ts";
import { keyUnder, placesOf } from "./pointing.ts";
import { reveal } from "./reveal.ts";
import { Symbol } from "./Symbol.tsx";
import { useLagging } from "./useLagging.ts";

/** How many rows are drawn: all where they are no more than `most`, else `around` the step's. */
interface Bounds {
  readonly most: number;
  readonly around: number;
}

/** Each row costs every step a moment of paint; four times what is in sight stand in the table. */
const OF_STEP: Bounds = { most: 48, around: 24 };
/** The update is one step, and all parameters are its result. */
const OF_UPDATE: Bounds = { most: 400, around: 400 };
const STRIDE = 8;
/** Numbers of more digits do not fit columns of equal width. */
const MOST_DIGITS_IN_COLUMN = 6;
/** Characters that a column holds in the type of the table. */
const MOST_IN_COLUMN = 10;

/** What is known so far: neuron by neuron, and from the gradients on parameter by parameter. */
export function Ledger() {
  const { plan, trace, n } = useSeen();
  const digits = useBackstep((state) => state.view.digits);
  const scroller = useRef<HTMLDivElement>(null);
  const current = plan === null ? null : firstFound(plan, n);
  useEffect(() => {
    const box = scroller.current;
    const cell = box?.querySelector(`[data-ref="${current}"]`);
    if (box !== null && cell) reveal(box, cell.closest("tr"));
    else if (box !== null) box.scrollTop = 0;
  }, [current]);
  const { actions } = useBackstepStore().getState();
  if (plan === null || trace === null) return <div className="ledger" />;
  const at = stepAt(plan, n);
  const parameters = at.kind === "gw" || at.kind === "gb" || at.kind === "u";
  return (
    <div
      className={digits > MOST_DIGITS_IN_COLUMN ? "ledger long-numbers" : "ledger"}
      ref={scroller}
      tabIndex={0}
      data-testid="ledger"
      role="region"
      aria-labelledby="ledger-caption"
      onPointerOver={(event) => actions.hover(keyUnder(event.target))}
      onPointerLeave={() => actions.hover(null)}
    >
      {parameters ? (
        <ParameterTable plan={plan} trace={trace} n={n} />
      ) : (
        <NeuronTable plan={plan} trace={trace} n={n} />
      )}
    </div>
  );
}

/** What the table shows. */
interface Seen {
  readonly plan: Plan | null;
  readonly trace: Trace | null;
  readonly n: number;
}

/**
 * The step and the numbers that are on the screen: the table follows the drawing and the formulas to
 * another step and, where it is that of a large network, to other numbers. To lay it out with them takes
 * such a network a fifth of the time that there is for a frame.
 */
function useSeen(): Seen {
  const plan = useBackstep((state) => state.plan);
  const trace = useBackstep((state) => state.trace);
  const n = useBackstep((state) => state.n);
  const now = useMemo<Seen>(() => ({ plan, trace, n }), [plan, trace, n]);
  const seen = useLagging(now, (drawn) => drawn.plan !== plan);
  return plan === null || isLong(plan) ? seen : { ...now, n: seen.n };
}

/** Whether the rows of the neurons are more than are drawn. */
function isLong({ shape: { layout } }: Plan): boolean {
  return layout.sizes.slice(1).reduce((rows, size) => rows + size, 0) > OF_STEP.most;
}

/** The key of the first quantity in the ledger that step n finds, or uses where it finds none there. */
function firstFound(plan: Plan, n: number): string | null {
  const { kind, l, i, j } = stepAt(plan, n);
  if (kind === "x" || kind === "u") return null;
  if (kind === "E" || kind === "tE") return refKey(ref("a", plan.shape.layout.L, Math.max(1, i)));
  return refKey(ref(kind, l, Math.max(1, i), kind === "gw" ? Math.max(1, j) : 0));
}

interface TableProps {
  readonly plan: Plan;
  readonly trace: Trace;
  readonly n: number;
}

const NEURON_COLUMNS = ["z", "a", "s", "d"] as const;

/** Drawn for the step that is seen, so not with the one that is on its way. */
const NeuronTable = memo(({ plan, trace, n }: TableProps) => {
  const { ui } = useMessages();
  const rows: [number, number][] = [];
  const { layout } = trace;
  for (let l = 2; l <= layout.L; l++) {
    for (let i = 1; i <= layout.sizes[l - 1]; i++) rows.push([l, i]);
  }
  const at = stepAt(plan, n);
  const l = at.kind === "x" ? 2 : at.l === 0 ? layout.L : at.l;
  const current = rows.findIndex((row) => row[0] === l && row[1] === Math.max(1, at.i));
  const { before, shown, after } = around(rows, Math.max(0, current), OF_STEP);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" id="ledger-caption">
            {ui.known}
          </th>
          {NEURON_COLUMNS.map((q) => (
            <th scope="col" key={q}>
              {q === "s" ? <span className="symbol s">σ′(z)</span> : <Symbol of={ref(q)} />}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <More count={before} />
        {shown.map(([l, i]) => (
          <tr key={`${l}.${i}`}>
            <th scope="row">{ui.layerNeuron(l, i)}</th>
            <Cells of={NEURON_COLUMNS.map((q) => ref(q, l, i))} plan={plan} trace={trace} n={n} />
          </tr>
        ))}
        <More count={after} />
      </tbody>
    </table>
  );
});

const WEIGHT_COLUMNS = ["w", "gw", "nw"] as const;
const BIAS_COLUMNS = ["b", "gb", "nb"] as const;

const ParameterTable = memo(({ plan, trace, n }: TableProps) => {
  const { ui } = useMessages();
  const at = stepAt(plan, n);
  const { layout } = trace;
  const isUpdate = at.kind === "u";
  const rows: Ref[][] = [];
  for (let l = isUpdate ? 2 : at.l; l <= (isUpdate ? layout.L : at.l); l++) {
    for (let i = 1; i <= layout.sizes[l - 1]; i++) {
      for (let j = 1; j <= layout.sizes[l - 2]; j++) {
        if (edgeExists(trace, l, i, j)) rows.push(WEIGHT_COLUMNS.map((q) => ref(q, l, i, j)));
      }
      rows.push(BIAS_COLUMNS.map((q) => ref(q, l, i)));
    }
  }
  const current = rows.findIndex((row) => isCurrent(plan, n, row[1]));
  const { before, shown, after } = around(
    rows,
    Math.max(0, current),
    isUpdate ? OF_UPDATE : OF_STEP,
  );
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" id="ledger-caption">
            {isUpdate ? ui.known : ui.ledgerLayer(at.l)}
          </th>
          <th scope="col">{ui.oldValue}</th>
          <th scope="col">
            <span className="symbol gw">∂E/∂·</span>
          </th>
          <th scope="col">{ui.newValue}</th>
        </tr>
      </thead>
      <tbody>
        <More count={before} />
        {shown.map((row) => (
          <tr key={refKey(row[0])}>
            <th scope="row">
              <Symbol of={row[0]} />
            </th>
            <Cells of={row} plan={plan} trace={trace} n={n} />
          </tr>
        ))}
        <More count={after} />
      </tbody>
    </table>
  );
});

/** Says how many rows are left out here. */
function More({ count }: { count: number }) {
  const { ui } = useMessages();
  if (count === 0) return null;
  return (
    <tr className="more-rows">
      <td colSpan={5}>{ui.moreRows(count)}</td>
    </tr>
  );
}

interface CellsProps extends TableProps {
  readonly of: readonly Ref[];
}

/** The cells of a row. Each is drawn again only if what it shows has changed. */
function Cells({ of, plan, trace, n }: CellsProps) {
  const { ui } = useMessages();
  const digits = useBackstep((state) => state.view.digits);
  const hovered = useBackstep((state) => state.hovered);
  const lit = placesOf(hovered);
  return of.map((r) => {
    const key = refKey(r);
    const shown = isKnown(plan, n, r) && isInRange(plan, trace.overflow, r);
    return (
      <Cell
        key={key}
        keyOf={key}
        kind={r.q}
        value={shown ? valueOf(trace, r) : null}
        digits={digits}
        current={isCurrent(plan, n, r)}
        unknown={ui.notKnownYet}
        lit={lit.some((pattern) => matchesRef(pattern, key))}
      />
    );
  });
}

interface CellProps {
  readonly keyOf: string;
  readonly kind: Quantity;
  /** null where it is not known yet. */
  readonly value: number | null;
  readonly digits: number;
  readonly current: boolean;
  readonly lit: boolean;
  /** What is said where there is no value. */
  readonly unknown: string;
}

const Cell = memo(({ keyOf, kind, value, digits, current, lit, unknown }: CellProps) => {
  const text = value === null ? "" : formatNumber(value, { digits });
  const classes = [
    ...(current ? ["current", kind] : []),
    ...(text.length > MOST_IN_COLUMN ? ["long"] : []),
  ];
  return (
    <td
      data-ref={keyOf}
      data-lit={lit ? "" : undefined}
      className={classes.length > 0 ? classes.join(" ") : undefined}
      title={value === null ? undefined : formatExact(value)}
    >
      {value === null ? (
        <>
          <span aria-hidden="true">·</span>
          <span className="visually-hidden">{unknown}</span>
        </>
      ) : (
        text
      )}
    </td>
  );
});

/** Whether step n is the one that finds this quantity. */
function isCurrent(plan: Plan, n: number, r: Ref): boolean {
  const at = stepAt(plan, n);
  if (at.kind !== r.q || at.l !== r.l) return false;
  if (at.i === 0) return true;
  return at.i === r.i && (r.j === 0 || at.j === r.j);
}

interface Window<T> {
  readonly shown: readonly T[];
  /** How many rows come before those that are shown, and after them. */
  readonly before: number;
  readonly after: number;
}

/** All rows where the bounds let them stand, else those around the one at `center`. */
function around<T>(rows: readonly T[], center: number, bounds: Bounds): Window<T> {
  if (rows.length <= bounds.most) return { shown: rows, before: 0, after: 0 };
  // In strides, so that from one step to the next the rows mostly stay.
  const middle = center - (center % STRIDE) + STRIDE / 2;
  const last = rows.length - bounds.around;
  const before = Math.max(0, Math.min(last, middle - bounds.around / 2));
  return { shown: rows.slice(before, before + bounds.around), before, after: last - before };
}
