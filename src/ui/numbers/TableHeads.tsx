import { ref, refKey } from "../../engine/ref.ts";
import type { MatrixTarget } from "../../share/matrixFit.ts";
import { Symbol } from "../Symbol.tsx";
import { useNumbersWords } from "./words.ts";

/** The first row: the table's symbol and, over a matrix, the activations its columns multiply. */
export function ColumnHeads({ target: { table, l, columns } }: { target: MatrixTarget }) {
  const words = useNumbersWords();
  const numbered = table === "w" ? Array.from({ length: columns }, (_, c) => c + 1) : [];
  return (
    <thead>
      <tr>
        <th scope="col" className="corner" colSpan={table === "w" ? 1 : 2}>
          <TableSymbol table={table} l={l} />
        </th>
        {numbered.map((j) => {
          const of = ref("a", l - 1, j);
          return (
            <th key={j} scope="col" data-ref={refKey(of)} aria-label={words.column(j, l - 1)}>
              <Symbol of={of} />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** The neuron of a row: as the z that its numbers add up to, or as the activation they belong to. */
export function RowHead({ target: { table, l }, i }: { target: MatrixTarget; i: number }) {
  const words = useNumbersWords();
  const of = ref(table === "w" || table === "b" ? "z" : "a", l, i);
  return (
    <th scope="row" data-ref={refKey(of)} aria-label={words.row(i, l)}>
      <Symbol of={of} />
    </th>
  );
}

const LETTERS = { w: "W", b: "b", x: "x", t: "t" } as const;

/** W^(l), b^(l), x, t: a whole table, in the colour of its numbers. */
export function TableSymbol({ table, l }: Pick<MatrixTarget, "table" | "l">) {
  return (
    <span className={`symbol whole ${table === "x" ? "a" : table}`}>
      {LETTERS[table]}
      {table === "w" || table === "b" ? (
        <span className="scripts">
          <span>({l})</span>
          <span />
        </span>
      ) : null}
    </span>
  );
}
