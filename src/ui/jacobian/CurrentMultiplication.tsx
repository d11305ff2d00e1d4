import { useId } from "react";
import type { JacobianProduct, Product } from "../../engine/jacobian.ts";
import { entryOf } from "../../engine/matrix.ts";
import { ref, refKey } from "../../engine/ref.ts";
import { edgeExists, type Trace } from "../../engine/trace.ts";
import { shownTerms } from "../../formula/elision.ts";
import type { Chosen } from "../../session/selection.ts";
import { Quantity } from "../common/Quantity.tsx";
import { useBackstep, useBackstepStore } from "../context.ts";
import { within, type Cell } from "./gridKeys.ts";
import { MatrixView } from "./MatrixView.tsx";
import { termsOf, type Multiplication, type Operand } from "./multiplication.ts";
import { useWords } from "./reading.ts";
import { ProductName } from "./symbols.tsx";

export interface ChainProps {
  readonly trace: Trace;
  readonly chain: JacobianProduct;
}

/** The entry of a product so far that has been chosen, and how another one is. */
function useCell(
  order: Chosen<"order">,
  result: Product,
  finished: boolean,
): [Cell, (cell: Cell) => void] {
  const { actions } = useBackstepStore().getState();
  const { i, j } = useBackstep(({ view }) => view.entry);
  const k = useBackstep(({ view }) => view.through);
  const cell = {
    row: within(order === "left" || finished ? i : k, result.rows),
    column: within(order === "right" || finished ? j : k, result.columns),
  };
  const onChoose = ({ row, column }: Cell): void => {
    if (finished) actions.choose({ entry: { i: row, j: column } });
    else if (order === "right") actions.choose({ entry: { i, j: column }, through: row });
    else actions.choose({ entry: { i: row, j }, through: column });
  };
  return [cell, onChoose];
}

/** left · right = product, and one entry of it worked out. */
export function CurrentMultiplication({
  trace,
  chain,
  current,
  order,
}: ChainProps & { current: Multiplication; order: Chosen<"order"> }) {
  const words = useWords();
  const { left, right, result } = current;
  const finished = result.last - result.first === chain.factors.length - 1;
  const [cell, onChoose] = useCell(order, result, finished);
  const product: Operand = { ...result, kind: "product" };
  const shared = { trace, chain };
  return (
    <>
      <div className="multiplication">
        <OperandView {...shared} operand={left} band={{ row: cell.row, column: 0 }} />
        <OperandView {...shared} operand={right} band={{ row: 0, column: cell.column }} />
        <span className="equals">=</span>
        <OperandView
          {...shared}
          operand={product}
          chosen={cell}
          onChoose={onChoose}
          entryName={words.sumOf}
        />
      </div>
      <EntrySum current={current} cell={cell} />
    </>
  );
}

interface OperandViewProps extends ChainProps {
  readonly operand: Operand;
  readonly band?: Cell;
  readonly chosen?: Cell;
  readonly onChoose?: (cell: Cell) => void;
  readonly entryName?: (row: number, column: number) => string;
}

/** A matrix with its name and shape above it. */
function OperandView({ trace, chain, operand, ...grid }: OperandViewProps) {
  const words = useWords();
  const { factors } = chain;
  const nameOf = (index: number): string => {
    const { kind, l } = factors[index];
    return kind === "weights" ? words.factor.weights(l) : words.factor.slopes(l);
  };
  const { first, last, rows, columns } = operand;
  const name = first === last ? nameOf(first) : words.productOf(nameOf(first), nameOf(last));
  return (
    <div className="operand">
      <span className="operand-name" aria-hidden="true">
        <ProductName factors={factors} of={operand} />
        <span className="shape">
          {rows}×{columns}
        </span>
      </span>
      <MatrixView
        matrix={operand}
        label={name}
        refOf={first === last ? refsOf(trace, chain, first) : undefined}
        {...grid}
      />
    </div>
  );
}

/** The keys of the entries of a factor that are quantities of the network. */
function refsOf(trace: Trace, { factors }: JacobianProduct, index: number) {
  const { kind, l } = factors[index];
  return (row: number, column: number): string | undefined => {
    if (kind === "weights") {
      return edgeExists(trace, l, row, column) ? refKey(ref("w", l, row, column)) : undefined;
    }
    return row === column ? refKey(ref("s", l, row)) : undefined;
  };
}

/** The chosen entry as row times column. */
function EntrySum({ current, cell }: { current: Multiplication; cell: Cell }) {
  const words = useWords();
  const id = useId();
  const terms = termsOf(current, cell.row, cell.column);
  return (
    <div className="entry-sum" role="group" aria-labelledby={id} data-testid="entry-sum">
      <span className="name" id={id}>
        {words.sumOf(cell.row, cell.column)}
      </span>
      <p className="sum">
        {shownTerms(terms.length, -1).map((place, n) => (
          <span key={n} className="term">
            {n > 0 ? " + " : ""}
            {"omit" in place ? (
              "⋯"
            ) : (
              <>
                <Quantity value={terms[place.show][0]} parens={n > 0} /> ·{" "}
                <Quantity value={terms[place.show][1]} parens />
              </>
            )}
          </span>
        ))}{" "}
        <span className="term">
          ={" "}
          <strong>
            <Quantity value={entryOf(current.result, cell.row, cell.column)} />
          </strong>
        </span>
      </p>
    </div>
  );
}
