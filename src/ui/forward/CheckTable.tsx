import { ref, refKey, type Ref } from "../../engine/ref.ts";
import { gradientRefOf, type Tangent } from "../../engine/tangent.ts";
import type { Trace } from "../../engine/trace.ts";
import { hiddenBy, isKnown } from "../../steps/known.ts";
import type { Plan } from "../../steps/plan.ts";
import { useMessages } from "../context.ts";
import { Symbol } from "../Symbol.tsx";
import { Gradient } from "./Gradient.tsx";
import { OutOfRange } from "./OutOfRange.tsx";
import { useWords } from "./useWords.ts";
import { Quantity } from "../common/Quantity.tsx";

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
  const rows = layers.map((l) => {
    const last = (q: "tz" | "d"): Ref => ref(q, l, sizes[l - 1]);
    const lost = hiddenBy(plan, trace, last("tz")) ?? hiddenBy(plan, trace, last("d"));
    return { l, lost, isHere: isKnown(plan, n, last("tz")), product: tangent.check[l] };
  });
  const { seed } = tangent;
  const here = rows.filter((row) => row.isHere);
  const tooLarge = here.some((row) => row.lost === null && !Number.isFinite(row.product));
  return (
    <>
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
          {rows.map(({ l, lost, isHere, product }) => (
            <tr key={l} data-layer={l} data-ref={refKey(ref("tz", l, 1)).replace(/1$/, "*")}>
              <th scope="row">{words.layer(l)}</th>
              <td data-testid="product">
                {isHere ? (
                  <Quantity value={lost === null ? product : NaN} />
                ) : (
                  <>
                    <span aria-hidden="true">·</span>
                    <span className="visually-hidden">{ui.notKnownYet}</span>
                  </>
                )}
              </td>
              <td>
                <Gradient plan={plan} trace={trace} seed={seed} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <OutOfRange
        lost={[...here.map((row) => row.lost), hiddenBy(plan, trace, gradientRefOf(seed))]}
      />
      {tooLarge ? (
        <p className="forward-prose" role="status">
          {words.productOutOfRange}
        </p>
      ) : null}
    </>
  );
}
