import { memo, useMemo } from "react";
import type { Expr } from "../../formula/expr.ts";
import { isName, type FormulaSpec } from "../../formula/rows.ts";
import type { Item } from "../../homework/item.ts";
import { instantiateItem, type LiveEquation } from "../../homework/live.ts";
import { derivationMessages } from "../../i18n/derivation.ts";
import { homeworkMessages } from "../../i18n/homework.ts";
import { useBackstep } from "../context.ts";
import { BoardFormula } from "../EquationRows.tsx";
import type { Reader } from "./place.ts";
import { Line } from "./Line.tsx";

/** What the name of a line and the left side of a formula take, px. */
const LEFT_OF_FORMULA = 82 + 86;

interface LiveFormsProps extends Reader {
  readonly item: Item;
  readonly width: number;
}

/** The corrected forms with indices filled in, with numbers, and what they come to. */
export const LiveForms = memo(function LiveForms({
  item,
  plan,
  trace,
  target,
  width,
}: LiveFormsProps) {
  const lang = useBackstep((state) => state.view.lang);
  const words = derivationMessages(lang);
  const { shape } = plan;
  const { equations, absence } = useMemo(
    () => instantiateItem(item.id, shape, target),
    [item, shape, target],
  );
  const specs = useMemo(() => equations.map(filledIn), [equations]);
  return (
    <>
      {specs.map((formulas, k) => (
        <Line key={k} name={equations[k].form === "index" ? words.here : words.hereMatrix}>
          {formulas.map((spec, n) => (
            <BoardFormula
              key={n}
              spec={spec}
              plan={plan}
              trace={trace}
              current
              width={width - LEFT_OF_FORMULA}
            />
          ))}
        </Line>
      ))}
      {absence === null ? null : (
        <p className="aside">{homeworkMessages(lang).absences[absence]}</p>
      )}
    </>
  );
});

/** What is one number or one matrix already comes to nothing else. */
const ONE_VALUE: ReadonlySet<Expr["kind"]> = new Set([
  "literal",
  "ref",
  "array",
  "partial",
  "unit",
]);

/**
 * Symbols, numbers and result of an equation under each other; apart where the left side has
 * numbers of its own. Whole columns of them would leave no room for the right side.
 */
function filledIn({ form, equation, rows }: LiveEquation): readonly FormulaSpec[] {
  const { lhs, rhs } = equation.instance;
  const numbers = rhs.kind === "literal" ? [] : [...rows.numbers.lines];
  if (!ONE_VALUE.has(rhs.kind)) numbers.push(...rows.result.lines);
  if (form === "index" && !isName(lhs)) return [rows.indices, { ...rows.numbers, lines: numbers }];
  return [{ ...rows.indices, lines: [...rows.indices.lines, ...numbers] }];
}
