import { memo } from "react";
import type { Difference } from "../../engine/differences.ts";
import { neuronIndex } from "../../engine/layout.ts";
import { ref, refKey } from "../../engine/ref.ts";
import type { Trace } from "../../engine/trace.ts";
import { Quantity } from "../common/Quantity.tsx";
import { Symbol } from "../Symbol.tsx";
import { useWords } from "./reading.ts";
import { Component } from "./symbols.tsx";

interface RunTableProps {
  readonly trace: Trace;
  readonly column: Difference;
  readonly j: number;
  /** Id of its heading. */
  readonly labelledBy: string;
}

/** x − h e_j and x + h e_j on their way through the network, layer by layer. */
export const RunTable = memo(function RunTable({ trace, column, j, labelledBy }: RunTableProps) {
  const words = useWords();
  const { layout, a } = trace;
  const { plus, minus } = column;
  const moved = (sign: "+" | "−") => (
    <span className="moved">
      <Component of="x" index={j} /> {sign} h
    </span>
  );
  return (
    <div className="scroller tall" role="region" aria-labelledby={labelledBy} tabIndex={0}>
      <table className="numbers" data-testid="runs">
        <thead>
          <tr>
            <th scope="col">{words.neuron}</th>
            <th scope="col">{moved("−")}</th>
            <th scope="col">
              <Component of="x" index={j} />
            </th>
            <th scope="col">{moved("+")}</th>
            <th scope="col">{words.apart}</th>
          </tr>
        </thead>
        {layout.sizes.map((size, n) => (
          <tbody key={n + 1}>
            {Array.from({ length: size }, (_, m) => {
              const of = ref("a", n + 1, m + 1);
              const at = neuronIndex(layout, n + 1, m + 1);
              return (
                <tr key={m + 1} data-ref={refKey(of)}>
                  <th scope="row">
                    <Symbol of={of} />
                  </th>
                  <td data-run="minus">
                    <Quantity value={minus.a[at]} />
                  </td>
                  <td>
                    <Quantity value={a[at]} />
                  </td>
                  <td data-run="plus">
                    <Quantity value={plus.a[at]} />
                  </td>
                  <td>
                    <Quantity value={plus.a[at] - minus.a[at]} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
});
