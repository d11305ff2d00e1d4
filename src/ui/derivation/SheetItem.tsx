import { useRef, useState } from "react";
import type { ErratumId } from "../../homework/ids.ts";
import type { Item } from "../../homework/item.ts";
import { derivationMessages } from "../../i18n/derivation.ts";
import { homeworkMessages } from "../../i18n/homework.ts";
import { Prose } from "../common/Prose.tsx";
import { useBackstep } from "../context.ts";
import { Erratum } from "../common/Erratum.tsx";
import { Line } from "./Line.tsx";
import { LiveForms } from "./LiveForms.tsx";
import type { Reader } from "./place.ts";
import { Shapes } from "./Shapes.tsx";
import { StepLinks } from "./StepLinks.tsx";
import { TexLine } from "./TexLine.tsx";
import { useNear } from "./useNear.ts";

interface SheetItemProps extends Reader {
  readonly item: Item;
  readonly width: number;
  /** Whether this is the place where an erratum is told at length. */
  readonly tellsOf: (erratum: ErratumId) => boolean;
}

/**
 * A statement of the sheet: as written, what is wrong, what is right and why, and what it says
 * here. Its words are always there; its formulas are typeset when it comes near, and keep their
 * numbers while it is out of sight.
 */
export function SheetItem({ item, width, tellsOf, plan, trace, target }: SheetItemProps) {
  const lang = useBackstep((state) => state.view.lang);
  const words = derivationMessages(lang);
  const homework = homeworkMessages(lang);
  const box = useRef<HTMLElement>(null);
  const near = useNear(box);
  const [held, setHeld] = useState<Reader | null>(null);
  if (near && !isSame(held, { plan, trace, target })) setHeld({ plan, trace, target });
  const typeset = held !== null;
  return (
    <article
      className="statement"
      id={`sheet-${item.id}`}
      ref={box}
      tabIndex={-1}
      data-item={item.id}
      aria-label={item.label === null ? undefined : words.statement(item.label)}
    >
      <header>
        {item.label === null ? null : <span className="number">{item.label}</span>}
        <p className="lead">
          <Prose text={homework.items[item.id]} typeset={typeset} />
        </p>
        <span className="verdict" data-verdict={item.verdict}>
          {homework.verdicts[item.verdict]}
        </span>
      </header>
      <Line name={words.asWritten}>
        {item.asWritten === null ? null : <TexLine tex={item.asWritten} typeset={typeset} />}
        {item.quote === null ? null : (
          <q className="quote" lang="zh">
            {item.quote}
          </q>
        )}
      </Line>
      {item.errata.map((id) => (
        <Erratum key={id} id={id} open={tellsOf(id)} typeset={typeset} />
      ))}
      {item.index === null ? null : (
        <Line name={words.indexForm}>
          <TexLine tex={item.index} typeset={typeset} />
        </Line>
      )}
      {item.matrix === null ? null : (
        <Line name={words.matrixForm}>
          <TexLine tex={item.matrix} typeset={typeset} />
        </Line>
      )}
      {item.by === null ? null : (
        <Line name={words.because}>
          <span>{homework.reasons[item.by]}</span>
          {item.range === null ? null : <TexLine tex={item.range} typeset={typeset} />}
        </Line>
      )}
      {held === null ? null : (
        <>
          <Shapes {...held} item={item} />
          <LiveForms {...held} item={item} width={width} />
          <StepLinks {...held} item={item} />
        </>
      )}
    </article>
  );
}

function isSame(p: Reader | null, q: Reader): boolean {
  return p !== null && p.plan === q.plan && p.trace === q.trace && p.target === q.target;
}
