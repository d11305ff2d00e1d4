import { memo } from "react";
import { entryOf, type Matrix } from "../../engine/matrix.ts";
import { Quantity } from "../common/Quantity.tsx";
import { useWords } from "./reading.ts";
import { Component } from "../common/Component.tsx";

interface CompareTableProps {
  readonly exact: Matrix;
  readonly found: Matrix;
  readonly j: number;
  /** Of its frame, to lead the focus there. */
  readonly id: string;
}

/** Of larger matrices only the column of the input that moves is compared entry by entry. */
const MOST_ENTRIES = 64;

/** ∂y/∂x by the chain rule and by differences, entry by entry. */
export const CompareTable = memo(function CompareTable({ exact, found, j, id }: CompareTableProps) {
  const words = useWords();
  const { rows, columns } = exact;
  const whole = rows * columns <= MOST_ENTRIES;
  const shown = whole ? Array.from({ length: columns }, (_, n) => n + 1) : [j];
  const name = whole ? words.compare : words.compareColumn(j);
  return (
    <>
      <h3>{name}</h3>
      <div className="scroller tall" role="region" aria-label={name} tabIndex={0} id={id}>
        <table className="numbers" data-testid="compare">
          <thead>
            <tr>
              <th scope="col">{words.entryHead}</th>
              <th scope="col">{words.analytic}</th>
              <th scope="col">{words.quotient}</th>
              <th scope="col">{words.deviation}</th>
            </tr>
          </thead>
          {shown.map((column) => (
            <tbody key={column}>
              {Array.from({ length: rows }, (_, n) => n + 1).map((row) => {
                const [right, near] = [entryOf(exact, row, column), entryOf(found, row, column)];
                return (
                  <tr key={row} data-entry={`${row}.${column}`}>
                    <th scope="row" className="quotient">
                      ∂<Component of="y" index={row} />
                      /∂
                      <Component of="x" index={column} />
                    </th>
                    <td>
                      <Quantity value={right} />
                    </td>
                    <td>
                      <Quantity value={near} />
                    </td>
                    <td>
                      <Quantity value={near - right} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          ))}
        </table>
      </div>
    </>
  );
});
