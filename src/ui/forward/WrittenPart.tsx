import { useMemo } from "react";
import { neuronIndex } from "../../engine/layout.ts";
import { literalDelta, type LiteralDelta, type ZeroByZero } from "../../engine/literalDelta.ts";
import { ref, refKey } from "../../engine/ref.ts";
import { valueOf, type Trace } from "../../engine/trace.ts";
import type { Hidden } from "../../formula/fill.ts";
import { hiddenBy } from "../../steps/known.ts";
import type { Plan } from "../../steps/plan.ts";
import { withoutHidden } from "../../steps/shown.ts";
import type { Claims } from "../../steps/known.ts";
import { Symbol } from "../Symbol.tsx";
import { LayerRows } from "./LayerRows.tsx";
import { LayerStepper } from "./LayerStepper.tsx";
import { OutOfRange } from "./OutOfRange.tsx";
import { writtenRows } from "./recursions.ts";
import { useClaims } from "./useClaims.ts";
import { useWords } from "./useWords.ts";
import { Quantity } from "../common/Quantity.tsx";

interface WrittenPartProps {
  readonly plan: Plan;
  readonly trace: Trace;
  /** The layer the recursion has come to; null where all of it is shown. */
  readonly layer: number | null;
}

/** The recursion of the sheet on this network, letter by letter: zeros and 0/0, with the reason. */
export function WrittenPart({ plan, trace, layer }: WrittenPartProps) {
  const words = useWords();
  const { sizes, L } = trace.layout;
  const literal = useMemo(() => literalDelta(withoutHidden(trace, plan.by)), [trace, plan.by]);
  useClaims(useMemo(() => claimsOf(literal, trace, layer), [literal, trace, layer]));
  return (
    <LayerStepper name="written" layer={layer} L={L}>
      <h2>{words.writtenTitle}</h2>
      {layer === null ? <p className="forward-prose">{words.writtenProse}</p> : null}
      {(layer ?? 1) === 1 ? (
        <p className="forward-prose" data-testid="reason" data-erratum="B3">
          <b>{words.whyZero}</b> {words.whyZeroText}
        </p>
      ) : null}
      {layer === null ? null : (
        <WrittenEquation plan={plan} trace={trace} literal={literal} l={layer} />
      )}
      <table className="forward-table">
        <thead>
          <tr>
            <th scope="col">
              <Symbol of={ref("d")} />
            </th>
            <th scope="col">{words.asWritten}</th>
            <th scope="col">{words.backprop}</th>
          </tr>
        </thead>
        {sizes.slice(0, layer ?? L).map((_, k) => (
          <LayerDeltas
            key={k}
            plan={plan}
            trace={trace}
            literal={literal}
            l={k + 1}
            current={k + 1 === layer}
          />
        ))}
      </table>
      <OutOfRange lost={[hiddenBy(plan, trace, ref("d", 1, 1))]} />
    </LayerStepper>
  );
}

/** What the recursion says of each δ up to a layer. */
function claimsOf(literal: LiteralDelta, { layout }: Trace, layer: number | null): Claims | null {
  if (layer === null) return null;
  const claims = new Map<string, number | string>();
  for (let l = 1; l <= layer; l++) {
    for (let i = 1; i <= layout.sizes[l - 1]; i++) {
      const slot = neuronIndex(layout, l, i);
      claims.set(refKey(ref("d", l, i)), claimOf(literal.delta[slot], literal.causes[slot]));
    }
  }
  return claims;
}

function claimOf(delta: number, cause: ZeroByZero | null): number | string {
  if (cause !== null) return "0/0";
  return Number.isNaN(delta) ? "—" : delta;
}

interface WrittenLayerProps {
  readonly plan: Plan;
  readonly trace: Trace;
  readonly literal: LiteralDelta;
  readonly l: number;
}

/** The layer's recursion with numbers, for its first neuron that is 0/0, or else its first. */
function WrittenEquation({ plan, trace, literal, l }: WrittenLayerProps) {
  const { shape } = plan;
  const { layout } = trace;
  const { delta, causes } = literal;
  const first = neuronIndex(layout, l, 1);
  const fails = causes
    .slice(first, first + layout.sizes[l - 1])
    .findIndex((cause) => cause !== null);
  const i = Math.max(0, fails) + 1;
  const rows = useMemo(() => writtenRows(shape, l, i), [shape, l, i]);
  const asWritten = useMemo(() => ({ ...trace, delta }), [trace, delta]);
  const hidden = useMemo<Hidden>(
    () => (r) => {
      if (r.q !== "d") return hiddenBy(plan, trace, r) === null ? null : "—";
      return causes[neuronIndex(layout, r.l, r.i)] === null ? null : "0/0";
    },
    [plan, trace, layout, causes],
  );
  return <LayerRows layer={l} rows={rows} trace={asWritten} hidden={hidden} />;
}

interface LayerDeltasProps extends WrittenLayerProps {
  /** Whether the recursion has just come here. */
  readonly current: boolean;
}

function LayerDeltas({ plan, trace, literal, l, current }: LayerDeltasProps) {
  const words = useWords();
  const neurons = Array.from({ length: trace.layout.sizes[l - 1] }, (_, k) => ref("d", l, k + 1));
  return (
    <tbody data-layer={l} data-current={current ? "" : undefined}>
      <tr className="layer">
        <th scope="rowgroup" colSpan={3}>
          {l === 1 ? words.start(l) : words.layer(l)}
        </th>
      </tr>
      {neurons.map((delta) => {
        const slot = neuronIndex(trace.layout, l, delta.i);
        const cause = literal.causes[slot];
        return (
          <tr key={delta.i} data-ref={refKey(delta)}>
            <th scope="row">
              <Symbol of={delta} />
            </th>
            <td data-testid="literal">
              {cause === null ? (
                <Quantity value={literal.delta[slot]} />
              ) : (
                <span className="cause" data-ref={refKey(cause.ref)}>
                  {words.causes[cause.cause]} <Symbol of={cause.ref} />
                </span>
              )}
            </td>
            <td>
              <Quantity
                value={hiddenBy(plan, trace, delta) === null ? valueOf(trace, delta) : NaN}
              />
            </td>
          </tr>
        );
      })}
    </tbody>
  );
}
