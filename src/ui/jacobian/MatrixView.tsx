import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { entryOf, type Matrix } from "../../engine/matrix.ts";
import { allTerms, shownTerms, type Shown } from "../../formula/elision.ts";
import { commonMessages } from "../../i18n/common.ts";
import { Quantity } from "../common/Quantity.tsx";
import { hasModifier } from "../common/hasModifier.ts";
import { speakMatrix } from "../common/speakMatrix.ts";
import { useFormat } from "../common/useFormat.ts";
import { useBackstep, useMessages } from "../context.ts";
import { cellAfter, type Cell } from "./gridKeys.ts";

export interface MatrixHeads {
  /** What the matrix is. */
  readonly corner: string;
  readonly row: (row: number) => ReactNode;
  readonly column: (column: number) => ReactNode;
}

export interface MatrixViewProps {
  readonly matrix: Matrix;
  /** What it is called to those who hear it. */
  readonly label: string;
  /** Heads of rows and columns; such a matrix is shown whole. Without them it has brackets. */
  readonly heads?: MatrixHeads;
  readonly chosen?: Cell;
  readonly onChoose?: (cell: Cell) => void;
  /** How an entry that can be chosen is called. */
  readonly entryName?: (row: number, column: number) => string;
  /** A row or a column that stands out; 0 is none. */
  readonly band?: Cell;
  /** The key of the quantity an entry is. */
  readonly refOf?: ((row: number, column: number) => string | undefined) | undefined;
}

/** A matrix of numbers. A large one without heads shows its first three rows and its last. */
export function MatrixView({
  matrix,
  label,
  heads,
  chosen,
  onChoose,
  entryName,
  band,
  refOf,
}: MatrixViewProps) {
  const words = commonMessages(useBackstep((state) => state.view.lang));
  const { speech } = useMessages();
  const format = useFormat();
  const box = useRef<HTMLTableElement>(null);
  const byKey = useRef(false);
  useEffect(() => {
    // The entry moved to may have been left out until now.
    if (byKey.current) box.current?.querySelector<HTMLElement>("[aria-pressed=true]")?.focus();
    byKey.current = false;
  });

  const move = (event: KeyboardEvent): void => {
    if (chosen === undefined || onChoose === undefined || hasModifier(event)) return;
    const next = cellAfter(event.key, chosen, matrix);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    byKey.current = true;
    onChoose(next);
  };
  // What is left out can still be walked to by key where entries can be chosen.
  const whole = heads !== undefined || onChoose !== undefined;
  const positions = (count: number, current = 0): Shown =>
    heads === undefined ? shownTerms(count, current - 1) : allTerms(count);
  const columns = positions(matrix.columns, chosen?.column ?? band?.column);
  const rows = positions(matrix.rows, chosen?.row ?? band?.row);
  const cellAt = (row: number, column: number): ReactNode => {
    const value = entryOf(matrix, row, column);
    const isChosen = chosen?.row === row && chosen.column === column;
    return (
      <td
        key={column}
        data-cell={`${row}.${column}`}
        data-ref={refOf?.(row, column)}
        data-band={band?.row === row || band?.column === column ? "" : undefined}
      >
        {onChoose === undefined ? (
          <Quantity value={value} />
        ) : (
          <button
            type="button"
            aria-pressed={isChosen}
            tabIndex={isChosen ? 0 : -1}
            onClick={() => onChoose({ row, column })}
          >
            {entryName === undefined ? null : (
              <span className="visually-hidden">{entryName(row, column)} </span>
            )}
            <Quantity value={value} />
          </button>
        )}
      </td>
    );
  };
  return (
    <table
      ref={box}
      className={heads === undefined ? "matrix brackets" : "matrix"}
      aria-label={label}
      onKeyDown={move}
    >
      <caption className="visually-hidden">
        {speakMatrix(label, matrix, { words, speech, format, whole })}
      </caption>
      {heads === undefined ? null : (
        <thead>
          <tr>
            <th scope="col" className="corner">
              {heads.corner}
            </th>
            {columns.map((place) =>
              "show" in place ? (
                <th scope="col" key={place.show}>
                  {heads.column(place.show + 1)}
                </th>
              ) : null,
            )}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((place, n) =>
          "omit" in place ? (
            <tr key={`gap ${n}`} className="gap">
              <td colSpan={columns.length}>
                <LeftOut sign="⋮" says={words.matrix.leftOut} />
              </td>
            </tr>
          ) : (
            <tr key={place.show}>
              {heads === undefined ? null : <th scope="row">{heads.row(place.show + 1)}</th>}
              {columns.map((other, m) =>
                "omit" in other ? (
                  <td key={`gap ${m}`}>
                    <LeftOut sign="⋯" says={words.matrix.leftOut} />
                  </td>
                ) : (
                  cellAt(place.show + 1, other.show + 1)
                ),
              )}
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

/** Dots in place of rows or columns, and what they stand for in words. */
function LeftOut({ sign, says }: { sign: string; says: string }) {
  return (
    <>
      <span aria-hidden="true">{sign}</span>
      <span className="visually-hidden">{says}</span>
    </>
  );
}
