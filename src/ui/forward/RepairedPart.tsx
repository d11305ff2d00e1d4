import { useMemo } from "react";
import { ref, refKey } from "../../engine/ref.ts";
import type { RepairedDelta, RepairedLayer } from "../../engine/repairedDelta.ts";
import type { Trace } from "../../engine/trace.ts";
import { SHOW_ALL } from "../../formula/fill.ts";
import { hiddenBy } from "../../steps/known.ts";
import type { Plan } from "../../steps/plan.ts";
import type { Claims } from "../../steps/known.ts";
import { Symbol } from "../Symbol.tsx";
import { LayerRows } from "./LayerRows.tsx";
import { LayerStepper } from "./LayerStepper.tsx";
import { OutOfRange } from "./OutOfRange.tsx";
import { repairedRows } from "./recursions.ts";
import { useClaims } from "./useClaims.ts";
import { useRepaired } from "./useRepaired.ts";
import { useWords } from "./useWords.ts";
import { Quantity } from "../common/Quantity.tsx";

/** More layers than this are shown closed, to be opened one by one. */
const MOST_OPEN = 6;

interface RepairedPartProps {
  readonly plan: Plan;
  readonly trace: Trace;
  /** The layer the recursion has come to; null where all of it is shown. */
  readonly layer: number | null;
}

/** The recursion from the right start: what each layer allows, and what comes out. */
export function RepairedPart({ plan, trace, layer }: RepairedPartProps) {
  const words = useWords();
  const { found, of, failed } = useRepaired(trace);
  const { L } = trace.layout;
  const lost = hiddenBy(plan, trace, ref("d", 1, 1));
  return (
    <LayerStepper name="repaired" layer={layer} L={L}>
      <h2>{words.repairedTitle}</h2>
      {layer === null ? <p className="forward-prose">{words.repairedProse}</p> : null}
      {lost !== null ? (
        <OutOfRange lost={[lost]} says={words.cannotStart} />
      ) : found === null ? (
        <p className="forward-prose" role="status">
          {failed ? words.failed : words.working}
        </p>
      ) : (
        <Layers found={found} trace={of} layer={layer} />
      )}
    </LayerStepper>
  );
}

/** What the recursion finds of each δ up to a layer. */
function claimsOf({ layers }: RepairedDelta, layer: number | null): Claims | null {
  if (layer === null) return null;
  const reached = layers.filter(({ l }) => l <= layer);
  return new Map(
    reached.flatMap(({ l, delta }) =>
      Array.from(delta, (value, k) => [
        refKey(ref("d", l, k + 1)),
        Number.isFinite(value) ? value : "—",
      ]),
    ),
  );
}

interface LayersProps {
  readonly found: RepairedDelta;
  /** What it was found for. */
  readonly trace: Trace;
  readonly layer: number | null;
}

function Layers({ found, trace, layer }: LayersProps) {
  const words = useWords();
  const { start, layers } = found;
  const shown = layers.filter(({ l }) => layer === null || l <= layer);
  const current = layers.find(({ l }) => l === layer);
  useClaims(useMemo(() => claimsOf(found, layer), [found, layer]));
  return (
    <>
      {layer === null ? <Outcome layers={layers} /> : null}
      {current === undefined ? null : (
        <RepairedEquation found={found} trace={trace} layer={current} />
      )}
      {layer === 1 ? (
        <>
          <p className="forward-prose">{words.start(1)}</p>
          <DeltaTable l={1} delta={start} backprop={start} name={words.recursion} />
        </>
      ) : null}
      {shown.map((one) => (
        <details
          key={one.l}
          className="repaired"
          data-testid="repaired-layer"
          data-layer={one.l}
          data-current={one.l === layer ? "" : undefined}
          open={layer === null ? layers.length <= MOST_OPEN : one.l === layer}
        >
          <summary>
            <span className="where">{words.layer(one.l)}</span>{" "}
            <b data-testid="verdict" data-valid={one.standing === "right"}>
              {words.standings[one.standing]}
            </b>
          </summary>
          <LayerFacts layer={one} />
          <DeltaTable
            l={one.l}
            delta={one.delta}
            backprop={one.backprop}
            name={one.valid ? words.recursion : words.leastNorm}
          />
        </details>
      ))}
    </>
  );
}

interface RepairedEquationProps {
  readonly found: RepairedDelta;
  readonly trace: Trace;
  readonly layer: RepairedLayer;
}

/** What the layer's δ has to solve, with what the recursion found for it. */
function RepairedEquation({ found, trace, layer }: RepairedEquationProps) {
  const words = useWords();
  const { l, verdict, delta, fit, jacobian } = layer;
  const { layout, activations, loss, mask } = trace;
  const rows = useMemo(
    () => repairedRows({ layout, activations, loss, mask }, l, fit),
    [layout, activations, loss, mask, l, fit],
  );
  const recursive = useMemo(() => {
    const all = [found.start, ...found.layers.map((one) => one.delta)];
    return { ...trace, delta: Float64Array.from(all.flatMap((part) => [...part])) };
  }, [found, trace]);
  // Without numbers there is nothing but the rule to show; the verdict says why.
  const hasNumbers = verdict !== "notFinite" && delta.every(Number.isFinite);
  return (
    <>
      <LayerRows
        layer={l}
        rows={hasNumbers ? rows : rows.slice(0, 1)}
        trace={recursive}
        hidden={SHOW_ALL}
        jacobian={jacobian}
      />
      {fit === "met" ? null : (
        <p className="forward-prose" data-testid="misfit">
          {words.fits[fit](l)}
        </p>
      )}
    </>
  );
}

/** What becomes of the recursion: where its digits are lost, and where it is impossible. */
function Outcome({ layers }: { layers: readonly RepairedLayer[] }) {
  const words = useWords();
  const wrong = layers.find(({ standing }) => standing !== "right");
  const impossible = layers.find(({ standing }) => standing === "impossible");
  const says = [
    wrong === undefined ? words.allValid : "",
    wrong?.standing === "underflow" ? words.dies(wrong.l) : "",
    wrong?.standing === "inaccurate" ? words.drifts(wrong.l) : "",
    impossible === undefined ? "" : words.notValid(impossible.l),
  ];
  return (
    <p
      className="forward-prose"
      data-testid="outcome"
      data-valid={wrong === undefined}
      role="status"
    >
      {says.filter((text) => text !== "").join(words.sentenceGap)}
    </p>
  );
}

function LayerFacts({ layer }: { layer: RepairedLayer }) {
  const words = useWords();
  const { jacobian, rank, valid, condition, standing, verdict, delta, lost, relativeError } = layer;
  // Rounding that grows means something only where what grows would be right without it.
  const isDetermined = !["impossible", "wrongStart", "chance"].includes(standing);
  const { amplification } = layer;
  const found = [...delta, lost, relativeError];
  const leavesRange = verdict !== "notFinite" && !found.every(Number.isFinite);
  const facts = [
    ["shape", words.shape, `${jacobian.rows} × ${jacobian.columns}`],
    ["rank", words.rank, Number.isNaN(rank) ? "—" : words.rankOf(`${rank}`, jacobian.rows)],
    // The zero matrix has none.
    ...(rank === 0
      ? []
      : ([
          [
            "condition",
            valid ? words.condition : words.pseudoCondition,
            <Quantity key="" value={condition} />,
          ],
        ] as const)),
    ...(isDetermined
      ? ([
          [
            "amplification",
            words.amplification,
            amplification === Infinity ? (
              words.beyondDoubles
            ) : (
              <Quantity key="" value={amplification} />
            ),
          ],
        ] as const)
      : []),
    ["lost", words.lost, <Quantity key="" value={lost} />],
    ["error", words.relativeError, <Quantity key="" value={relativeError} />],
  ] as const;
  return (
    <>
      <p className="forward-prose">
        {words.verdicts[verdict]}
        {words.notes[standing] === "" ? "" : words.sentenceGap + words.notes[standing]}
        {leavesRange ? words.sentenceGap + words.layerOutOfRange : ""}
      </p>
      <dl>
        {facts.map(([id, name, fact]) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd data-testid={id}>{fact}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

interface DeltaTableProps {
  readonly l: number;
  /** δ^(l) of the recursion and of backpropagation, length n_l. */
  readonly delta: Float64Array;
  readonly backprop: Float64Array;
  /** What the recursion's column is called. */
  readonly name: string;
}

function DeltaTable({ l, delta, backprop, name }: DeltaTableProps) {
  const words = useWords();
  return (
    <table className="forward-table">
      <thead>
        <tr>
          <th scope="col">
            <Symbol of={ref("d")} />
          </th>
          <th scope="col">{name}</th>
          <th scope="col">{words.backprop}</th>
        </tr>
      </thead>
      <tbody>
        {Array.from(delta, (value, k) => (
          <tr key={k} data-ref={refKey(ref("d", l, k + 1))}>
            <th scope="row">
              <Symbol of={ref("d", l, k + 1)} />
            </th>
            <td data-testid="recursion">
              <Quantity value={value} />
            </td>
            <td data-testid="backprop">
              <Quantity value={backprop[k]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
