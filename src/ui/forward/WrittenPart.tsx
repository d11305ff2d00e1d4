import { useMemo } from "react";
import { neuronIndex } from "../../engine/layout.ts";
import { literalDelta, type LiteralDelta } from "../../engine/literalDelta.ts";
import { ref, refKey } from "../../engine/ref.ts";
import { valueOf, type Trace } from "../../engine/trace.ts";
import { hiddenBy } from "../../steps/known.ts";
import type { Plan } from "../../steps/plan.ts";
import { Symbol } from "../Symbol.tsx";
import { OutOfRange } from "./OutOfRange.tsx";
import { useWords } from "./useWords.ts";
import { Value } from "./Value.tsx";

interface WrittenPartProps {
  readonly plan: Plan;
  readonly trace: Trace;
}

/** The recursion of the sheet on this network, letter by letter: zeros and 0/0, with the reason. */
export function WrittenPart({ plan, trace }: WrittenPartProps) {
  const words = useWords();
  const literal = useMemo(() => literalDelta(trace), [trace]);
  return (
    <>
      <h2>{words.writtenTitle}</h2>
      <p className="forward-prose">{words.writtenProse}</p>
      <p className="forward-prose" data-testid="reason" data-erratum="B3">
        <b>{words.whyZero}</b> {words.whyZeroText}
      </p>
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
        {trace.layout.sizes.map((_, k) => (
          <LayerRows key={k} plan={plan} trace={trace} literal={literal} l={k + 1} />
        ))}
      </table>
      <OutOfRange lost={[hiddenBy(plan, trace, ref("d", 1, 1))]} />
    </>
  );
}

interface LayerRowsProps {
  readonly plan: Plan;
  readonly trace: Trace;
  readonly literal: LiteralDelta;
  readonly l: number;
}

function LayerRows({ plan, trace, literal, l }: LayerRowsProps) {
  const words = useWords();
  const neurons = Array.from({ length: trace.layout.sizes[l - 1] }, (_, k) => ref("d", l, k + 1));
  return (
    <tbody data-layer={l}>
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
                <Value value={literal.delta[slot]} />
              ) : (
                <span className="cause" data-ref={refKey(cause.ref)}>
                  {words.causes[cause.cause]} <Symbol of={cause.ref} />
                </span>
              )}
            </td>
            <td>
              <Value value={hiddenBy(plan, trace, delta) === null ? valueOf(trace, delta) : NaN} />
            </td>
          </tr>
        );
      })}
    </tbody>
  );
}
