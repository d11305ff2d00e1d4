import { useRef } from "react";
import { costOf } from "../../engine/cost.ts";
import { formatCount } from "../common/count.ts";
import { useBackstep, useBackstepStore } from "../context.ts";
import { Dotted } from "../Dotted.tsx";
import { useWords } from "./useWords.ts";

/** Forward and reverse mode side by side, behind a switch. */
export function Comparison({ sizes }: { sizes: readonly number[] }) {
  const words = useWords();
  const open = useBackstep(({ view }) => view.comparison === "open");
  const { actions } = useBackstepStore().getState();
  const box = useRef<HTMLElement>(null);
  const toggle = (): void => {
    actions.choose({ comparison: open ? "closed" : "open" });
    // Once it is there.
    if (!open) requestAnimationFrame(() => box.current?.scrollIntoView({ block: "nearest" }));
  };
  return (
    <section className="comparison" ref={box}>
      <button type="button" className="button" aria-expanded={open} onClick={toggle}>
        {words.compare}
      </button>
      {open ? <ComparisonTable sizes={sizes} /> : null}
    </section>
  );
}

function ComparisonTable({ sizes }: { sizes: readonly number[] }) {
  const words = useWords();
  const cost = costOf(sizes);
  const rows = [
    ["travels", words.travels, words.travelsForward, words.travelsReverse],
    ["way", words.way, words.wayForward, words.wayReverse],
    [
      "passes",
      words.passes,
      words.passesForward(formatCount(cost.parameters)),
      words.passesReverse,
    ],
    ["keeps", words.keeps, words.keepsForward, words.keepsReverse],
    ["cost", words.cost, formatCount(cost.tangentPerParameter), formatCount(cost.backprop)],
    [
      "cost-neuron",
      words.costNeuron,
      formatCount(cost.tangentPerNeuron),
      formatCount(cost.backprop),
    ],
  ] as const;
  return (
    <>
      <table className="forward-table words" data-testid="comparison">
        <thead>
          <tr>
            <th scope="col">{words.compared}</th>
            <th scope="col">{words.modeForward}</th>
            <th scope="col">{words.modeReverse}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([id, name, forward, reverse]) => (
            <tr key={id} data-row={id}>
              <th scope="row">{name}</th>
              <td>
                <Dotted text={forward} />
              </td>
              <td>{reverse}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="forward-note">{words.costNote}</p>
    </>
  );
}
