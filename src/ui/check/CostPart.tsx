import { useMemo } from "react";
import { costOf, METHODS } from "../../engine/cost.ts";
import { activationOf } from "../../engine/network.ts";
import type { Trace } from "../../engine/trace.ts";
import { formatNumber } from "../../numbers/format.ts";
import { Prose } from "../common/Prose.tsx";
import { Tex } from "../common/Tex.tsx";
import { Count } from "./Count.tsx";
import { formatCount } from "../common/count.ts";
import { dearestOf } from "./dearest.ts";
import { CLOSED_FORMS, sizesOf, TANGENT_FORM } from "./forms.ts";
import { GrowthPart } from "./GrowthPart.tsx";
import { useWords } from "./reading.ts";

/** Digits of how many times dearer than backpropagation a method is. */
const RATIO_FORMAT = { digits: 3 };

/** What the gradient of this network costs by each method, and how the costs grow. */
export function CostPart({ trace }: { trace: Trace }) {
  const words = useWords();
  const { sizes } = trace.layout;
  const cost = useMemo(() => costOf(sizes), [sizes]);
  const symbols = sizesOf({
    F: formatCount(cost.forwardPass),
    B: formatCount(cost.parameters - cost.forwardPass),
    P: formatCount(cost.parameters),
  });
  return (
    <>
      <h2>{words.costTitle}</h2>
      <p className="says">{words.costProse(sizes.join("–"))}</p>
      <table className="costs" data-testid="costs">
        <thead>
          <tr>
            <th scope="col">{words.method}</th>
            <th scope="col">{words.count}</th>
            <th scope="col">{words.ratio}</th>
          </tr>
        </thead>
        {METHODS.map((method) => (
          <tbody key={method} data-method={method}>
            <tr>
              <th scope="row">
                <Prose text={words.methods[method]} typeset />
              </th>
              <td data-testid={`cost-${method}`}>
                <Count count={cost[method]} />
              </td>
              <td>{formatNumber(cost[method] / cost.backprop, RATIO_FORMAT)}</td>
            </tr>
            <tr className="form">
              <td colSpan={3}>
                <Tex tex={CLOSED_FORMS[method]} />
              </td>
            </tr>
          </tbody>
        ))}
      </table>
      <h3>{words.symbols}</h3>
      <ul className="symbols-used">
        {symbols.map((tex) => (
          <li key={tex}>
            <Tex tex={tex} />
          </li>
        ))}
        <li>
          <Tex tex={TANGENT_FORM} />{" "}
          <span className="aside">
            <Prose text={words.tangentCost} typeset />
          </span>
        </li>
      </ul>
      <Remarks trace={trace} />
      <GrowthPart sizes={sizes} />
    </>
  );
}

/** What the counts do and do not say (errata, section 5). */
function Remarks({ trace }: { trace: Trace }) {
  const words = useWords();
  const { layout, mask } = trace;
  const { sizes, L } = layout;
  const cost = costOf(sizes);
  const dearest = dearestOf(cost, sizes);
  return (
    <div className="remarks" data-testid="remarks">
      <p>
        {dearest === "paths"
          ? words.dearest.paths(formatCount(cost.pathCount))
          : words.dearest[dearest]}
      </p>
      <p>{words.counted}</p>
      <p>
        <Prose text={words.inputs(formatCount(sizes[0] * sizes[1]))} typeset />
      </p>
      {mask !== null && mask.includes(0) ? <p>{words.fullyConnected}</p> : null}
      {activationOf(trace, L) === "softmax" ? <p>{words.softmax}</p> : null}
    </div>
  );
}
