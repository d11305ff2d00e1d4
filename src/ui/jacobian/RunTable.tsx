import { memo, useEffect, useRef } from "react";
import type { Difference } from "../../engine/differences.ts";
import { neuronIndex } from "../../engine/layout.ts";
import { ref, refKey, type Ref } from "../../engine/ref.ts";
import type { Trace } from "../../engine/trace.ts";
import type { Chosen } from "../../session/selection.ts";
import { isInRange, isKnown } from "../../steps/known.ts";
import { stepAt, type Plan } from "../../steps/plan.ts";
import { Quantity } from "../common/Quantity.tsx";
import { useFormat } from "../common/useFormat.ts";
import { useMessages } from "../context.ts";
import { reveal } from "../reveal.ts";
import { Symbol } from "../Symbol.tsx";
import { useWords } from "./reading.ts";
import { tellingDigits } from "./telling.ts";
import { Component } from "../common/Component.tsx";

interface RunTableProps {
  readonly trace: Trace;
  readonly column: Difference;
  readonly j: number;
  /** Id of its heading. */
  readonly labelledBy: string;
  readonly plan: Plan;
  /** The pass that the steps play, whose numbers come with them; the others all stand there. */
  readonly run: Chosen<"run">;
  /** How far its steps have come; 0 where none is played. */
  readonly n: number;
}

/** x − h e_j and x + h e_j on their way through the network, layer by layer. */
export const RunTable = memo(function RunTable({ labelledBy, ...row }: RunTableProps) {
  const words = useWords();
  const { trace, j, plan, run, n } = row;
  const scroller = useRef<HTMLDivElement>(null);
  const at = run === "none" ? null : stepAt(plan, n);
  const current = at && `${at.l}.${at.i}`;
  useEffect(() => {
    const box = scroller.current;
    if (box === null || current === null) return;
    reveal(box, box.querySelector<HTMLElement>("[data-current]"));
  }, [current]);
  const moved = (sign: "+" | "−") => (
    <span className="moved">
      <Component of="x" index={j} /> {sign} h
    </span>
  );
  return (
    <div
      className={run === "none" ? "scroller tall" : "scroller playing"}
      role="region"
      aria-labelledby={labelledBy}
      tabIndex={0}
      ref={scroller}
    >
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
        {trace.layout.sizes.map((size, index) => (
          <tbody key={index + 1}>
            {Array.from({ length: size }, (_, m) => {
              const of = ref("a", index + 1, m + 1);
              const isCurrent = at?.l === of.l && (at.i === 0 || at.i === of.i);
              return <Row key={m + 1} {...row} of={of} isCurrent={isCurrent} />;
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
});

interface RowProps extends Omit<RunTableProps, "labelledBy"> {
  readonly of: Ref;
  /** Whether the step is about this neuron. */
  readonly isCurrent: boolean;
}

/** A neuron's activation in the three passes, in digits that tell one from the other. */
function Row({ of, isCurrent, trace, column, plan, run, n }: RowProps) {
  const at = neuronIndex(trace.layout, of.l, of.i);
  const isHere = (side: "plus" | "minus"): boolean => side !== run || isKnown(plan, n, of);
  const valueIn = (side: "plus" | "minus"): number =>
    isInRange(plan, column[side].overflow, of) ? column[side].a[at] : NaN;
  const [minus, own, plus] = [valueIn("minus"), trace.a[at], valueIn("plus")];
  const digits = tellingDigits([minus, own, plus], useFormat().digits);
  return (
    <tr data-ref={refKey(of)} data-current={isCurrent ? "" : undefined}>
      <th scope="row">
        <Symbol of={of} />
      </th>
      <td data-run="minus">
        {isHere("minus") ? <Quantity value={minus} digits={digits} /> : <NotYet />}
      </td>
      <td>
        <Quantity value={own} digits={digits} />
      </td>
      <td data-run="plus">
        {isHere("plus") ? <Quantity value={plus} digits={digits} /> : <NotYet />}
      </td>
      <td>{isHere("plus") && isHere("minus") ? <Quantity value={plus - minus} /> : <NotYet />}</td>
    </tr>
  );
}

/** In the place of a number that the steps have not come to. */
function NotYet() {
  const { ui } = useMessages();
  return (
    <>
      <span aria-hidden="true">·</span>
      <span className="visually-hidden">{ui.notKnownYet}</span>
    </>
  );
}
