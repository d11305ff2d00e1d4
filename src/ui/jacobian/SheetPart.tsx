import { useMemo } from "react";
import { scalarDifference } from "../../engine/differences.ts";
import { literalJacobian, type LiteralFault } from "../../engine/literalJacobian.ts";
import { entryOf, rowSums } from "../../engine/matrix.ts";
import { activationOf } from "../../engine/network.ts";
import { nearestStep, STEPS } from "../../engine/stepSize.ts";
import type { Trace } from "../../engine/trace.ts";
import type { ItemId } from "../../homework/ids.ts";
import { itemOf } from "../../homework/sheet.ts";
import type { JacobianMessages } from "../../i18n/jacobian.ts";
import { formatNumber } from "../../numbers/format.ts";
import { Prose } from "../common/Prose.tsx";
import { Quantity } from "../common/Quantity.tsx";
import { Tex } from "../common/Tex.tsx";
import { useFormat } from "../common/useFormat.ts";
import { useBackstep } from "../context.ts";
import { Erratum } from "../common/Erratum.tsx";
import { Symbol } from "../Symbol.tsx";
import { reasonOfAgreement } from "./agreement.ts";
import type { ChainProps } from "./CurrentMultiplication.tsx";
import { largestDeviation } from "./deviation.ts";
import { headsOf } from "./heads.tsx";
import { KinkSentences } from "./KinkSentences.tsx";
import { MatrixView } from "./MatrixView.tsx";
import { hasNumbers } from "./NotFinite.tsx";
import { useWords } from "./reading.ts";
import { Component } from "../common/Component.tsx";

/** The forms of Question 2 as the sheet has them, evaluated, and what is wrong with them. */
export function SheetPart({ trace, chain }: ChainProps) {
  const words = useWords();
  return (
    <>
      <h3>{words.sheetProduct}</h3>
      <AsWritten id="product" />
      <Erratum id="Q2.1" open={false} typeset />
      <Erratum id="Q2.2" open={false} typeset />
      <LiteralValue trace={trace} chain={chain} />
      <h3>{words.sheetDifference}</h3>
      <AsWritten id="difference" />
      <Erratum id="Q2.3" open={false} typeset />
      <ScalarForm trace={trace} chain={chain} />
    </>
  );
}

/** The sheet's own formula. */
function AsWritten({ id }: { id: ItemId }) {
  const words = useWords();
  const { asWritten } = itemOf(id);
  return asWritten === null ? null : (
    <div className="scroller as-written" role="group" aria-label={words.asWritten} tabIndex={0}>
      <Tex tex={asWritten} display />
    </div>
  );
}

/** The sheet's product as far as it means anything, beside ∂y/∂x. */
function LiteralValue({ trace, chain }: ChainProps) {
  const words = useWords();
  const { faults, value, slope, overflow } = useMemo(() => literalJacobian(trace), [trace]);
  const worst = largestDeviation(value, chain.jacobian);
  return (
    <>
      <ul className="faults">
        {faultSentences(words, trace, faults).map((sentence) => (
          <li key={sentence}>
            <Prose text={sentence} typeset />
          </li>
        ))}
      </ul>
      <p className="says">
        <Prose text={words.literal} typeset />
      </p>
      <div className="scroller" data-testid="literal">
        <MatrixView
          matrix={value}
          label={words.literalTable}
          heads={headsOf(trace, words.asPrinted)}
        />
      </div>
      {hasNumbers(value) || !hasNumbers(chain.jacobian) ? null : (
        <p className="notice" role="status" data-testid="literal-lost">
          {overflow === null ? (
            words.notFinite.products
          ) : (
            <>
              {words.notFinite.literal} <Symbol of={overflow} />
            </>
          )}
        </p>
      )}
      {worst === null ? null : (
        <p className="says" data-testid="literal-off">
          {worst.size === 0 ? (
            <Prose text={words.literalSame[reasonOfAgreement(trace, chain, slope)]} typeset />
          ) : (
            <>
              <Prose text={words.literalOff(worst.row, worst.column)} typeset />{" "}
              <Quantity value={entryOf(value, worst.row, worst.column)} /> −{" "}
              <Quantity value={entryOf(chain.jacobian, worst.row, worst.column)} parens /> ={" "}
              <Quantity
                value={
                  entryOf(value, worst.row, worst.column) -
                  entryOf(chain.jacobian, worst.row, worst.column)
                }
              />
            </>
          )}
        </p>
      )}
    </>
  );
}

/** One sentence for each kind of fault; the layers of one kind together, layer 2 as it is printed. */
function faultSentences(
  words: JacobianMessages,
  trace: Trace,
  faults: readonly LiteralFault[],
): string[] {
  const { L } = trace.layout;
  const layers = faults.flatMap((fault) => ("l" in fault ? [fault.l] : [])).toReversed();
  const later = layers.filter((l) => l > 2);
  return [
    words.faults.noFirstWeights,
    ...(later.length > 0 ? [words.faults.columnTimesMatrix(later.join(", "))] : []),
    ...(layers.includes(2) ? [words.faults.lastColumn] : []),
    ...(activationOf(trace, L) === "softmax" ? [words.faults.softmaxMatrix(L)] : []),
  ];
}

/** The sheet's h, one number for all inputs: the sums of the rows. */
function ScalarForm({ trace, chain }: ChainProps) {
  const words = useWords();
  const format = useFormat();
  const h = useBackstep(({ view }) => STEPS[nearestStep(view.h)]);
  const sums = useMemo(() => rowSums(chain.jacobian), [chain]);
  const { plus, minus, quotient, kinks } = useMemo(() => scalarDifference(trace, h), [trace, h]);
  const lost = plus.overflow ?? minus.overflow;
  return (
    <>
      <p className="says">
        <Prose text={chain.jacobian.columns > 1 ? words.scalarProse : words.scalarSame} typeset />
      </p>
      <div className="warnings" data-testid="scalar-kinks">
        <KinkSentences trace={trace} kinks={kinks} />
      </div>
      {lost === null || !hasNumbers(chain.jacobian) ? null : (
        <p className="notice" role="status" data-testid="scalar-lost">
          {words.notFinite.scalar} <Symbol of={lost} />
        </p>
      )}
      <div className="scroller">
        <table className="numbers" data-testid="scalar">
          <thead>
            <tr>
              <th scope="col">{words.output}</th>
              <th scope="col">
                <Prose text={words.rowSum} typeset />
              </th>
              <th scope="col">
                {words.scalarForm}, h = {formatNumber(h, format)}
              </th>
            </tr>
          </thead>
          <tbody>
            {Array.from(sums, (sum, n) => (
              <tr key={n + 1}>
                <th scope="row">
                  <Component of="y" index={n + 1} />
                </th>
                <td>
                  <Quantity value={sum} />
                </td>
                <td>
                  <Quantity value={quotient[n]} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
