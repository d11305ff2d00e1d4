import { ref, refKey } from "../../engine/ref.ts";
import { gradientOf, type Tangent } from "../../engine/tangent.ts";
import type { Trace } from "../../engine/trace.ts";
import { isInRange, isKnown } from "../../steps/known.ts";
import type { Plan } from "../../steps/plan.ts";
import { useMessages } from "../context.ts";
import { Symbol } from "../Symbol.tsx";
import { useWords } from "./useWords.ts";
import { Value } from "./Value.tsx";

interface CheckTableProps {
  readonly plan: Plan;
  readonly n: number;
  readonly trace: Trace;
  readonly tangent: Tangent;
}

/** δᵀ ż beside ∂E/∂θ at every layer from that of θ on, as far as the steps have come. */
export function CheckTable({ plan, n, trace, tangent }: CheckTableProps) {
  const { ui } = useMessages();
  const words = useWords();
  const { sizes, L } = trace.layout;
  const layers = Array.from({ length: L - tangent.m + 1 }, (_, k) => tangent.m + k);
  const gradient = gradientOf(trace, tangent.seed);
  return (
    <table className="forward-table check" data-testid="check">
      <caption>{words.check}</caption>
      <thead>
        <tr>
          <th scope="col">{words.checkedLayer}</th>
          <th scope="col">
            <Symbol of={ref("d")} />
            <sup>T</sup> <Symbol of={ref("tz")} />
          </th>
          <th scope="col">
            <span className="symbol gw">∂E/∂θ</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {layers.map((l) => {
          const last = ref("tz", l, sizes[l - 1]);
          const isHere = isKnown(plan, n, last) && isInRange(plan, trace.overflow, last);
          return (
            <tr key={l} data-layer={l} data-ref={refKey(ref("tz", l, 1)).replace(/1$/, "*")}>
              <th scope="row">{words.layer(l)}</th>
              <td data-testid="product">
                {isHere ? (
                  <Value value={tangent.check[l]} />
                ) : (
                  <>
                    <span aria-hidden="true">·</span>
                    <span className="visually-hidden">{ui.notKnownYet}</span>
                  </>
                )}
              </td>
              <td>
                <Value value={gradient} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
