import { useId, useMemo } from "react";
import type { GradientCheck } from "../../engine/check.ts";
import { refKey } from "../../engine/ref.ts";
import { CHOICES, PAGE_SIZE, type Chosen } from "../../session/selection.ts";
import { Choice } from "../Choice.tsx";
import { Quantity } from "../common/Quantity.tsx";
import { useBackstep, useBackstepStore } from "../context.ts";
import { worstFirst, type Judged } from "./agreement.ts";
import { formatCount } from "../common/count.ts";
import { Disagreement } from "./Disagreement.tsx";
import { ParameterButton } from "./ParameterButton.tsx";
import { useWords } from "./reading.ts";

interface ParameterTableProps {
  readonly check: GradientCheck;
  readonly judged: readonly Judged[];
}

/** Every parameter with its gradient by the three methods, a page at a time. */
export function ParameterTable({ check, judged }: ParameterTableProps) {
  const words = useWords();
  const { actions } = useBackstepStore().getState();
  const titleId = useId();
  const order = useBackstep(({ view }) => view.sort);
  const pages = Math.max(1, Math.ceil(judged.length / PAGE_SIZE));
  const page = useBackstep(({ view }) => Math.min(view.page, pages));
  const rows = useMemo(() => (order === "worst" ? worstFirst(judged) : judged), [order, judged]);
  const before = (page - 1) * PAGE_SIZE;
  const shown = rows.slice(before, before + PAGE_SIZE);
  return (
    <>
      <div className="controls">
        <h3 id={titleId}>{words.table}</h3>
        <Choice
          label={words.order}
          value={order}
          options={CHOICES.sort.map((id) => [id, words.orders[id]] as const)}
          onChoice={(id) => actions.choose({ sort: id as Chosen<"sort">, page: 1 })}
        />
      </div>
      <div className="scroller" role="region" aria-labelledby={titleId} tabIndex={0}>
        <table className="gradients" data-testid="gradients">
          <thead>
            <tr>
              <th scope="col">{words.parameter}</th>
              <th scope="col">{words.backprop}</th>
              <th scope="col">{words.forwardMode}</th>
              <th scope="col">{words.central}</th>
              <th scope="col">{words.disagreement}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ ref, q, slot, level, disagreement }) => (
              <tr key={refKey(ref)} data-ref={refKey(ref)} data-level={level}>
                <th scope="row">
                  <ParameterButton of={ref} />
                </th>
                {[check.backprop, check.forwardMode.gradient, check.central.gradient].map(
                  (gradient, column) => (
                    <td key={column}>
                      <Quantity value={gradient[q][slot]} />
                    </td>
                  ),
                )}
                <td className="disagreement">
                  <Disagreement value={disagreement} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pages === 1 ? null : (
        <div className="pages">
          <button
            type="button"
            className="button"
            aria-label={words.previousPage}
            aria-disabled={page === 1}
            onClick={() => actions.choose({ page: Math.max(1, page - 1) })}
          >
            ←
          </button>
          <span role="status">
            {words.rows(
              formatCount(before + 1),
              formatCount(before + shown.length),
              formatCount(judged.length),
            )}
          </span>
          <button
            type="button"
            className="button"
            aria-label={words.nextPage}
            aria-disabled={page === pages}
            onClick={() => actions.choose({ page: Math.min(pages, page + 1) })}
          >
            →
          </button>
        </div>
      )}
    </>
  );
}
