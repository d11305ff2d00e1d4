import { useMemo, useRef, useState, type KeyboardEvent } from "react";
import { ref, refKey, type Ref } from "../../engine/ref.ts";
import { value } from "../../formula/expr.ts";
import { concreteRef } from "../../formula/refs.ts";
import type { FormulaSpec } from "../../formula/rows.ts";
import { itemOf } from "../../homework/sheet.ts";
import {
  formulaOf,
  unfold,
  type Parameter,
  type UnfoldedLine,
  type Unfolding,
} from "../../homework/unfold.ts";
import { derivationMessages } from "../../i18n/derivation.ts";
import { homeworkMessages } from "../../i18n/homework.ts";
import { refText } from "../../session/names.ts";
import { hasModifier } from "../common/hasModifier.ts";
import { Choice } from "../Choice.tsx";
import { Prose } from "../common/Prose.tsx";
import { useBackstep, useBackstepStore } from "../context.ts";
import { BoardFormula } from "../EquationRows.tsx";
import { Symbol } from "../Symbol.tsx";
import type { Reader } from "./place.ts";
import { useNear } from "./useNear.ts";

type Kind = Parameter["q"];
type UnfoldProps = Reader & { readonly width: number };

/** The gradient of the chosen weight or bias, unfolded line by line. */
export function UnfoldPart(props: UnfoldProps) {
  const lang = useBackstep((state) => state.view.lang);
  const words = derivationMessages(lang);
  const kind: Kind = useBackstep((state) => (state.view.from === "b" ? "b" : "w"));
  const { actions } = useBackstepStore().getState();
  const { plan, target } = props;
  const { l, i, j } = target;
  const parameters: Readonly<Record<Kind, Parameter>> = {
    w: { ...ref("w", l, i, j), q: "w" },
    b: { ...ref("b", l, i), q: "b" },
  };
  const parameter = parameters[kind];
  const unfolding = useMemo(
    () => unfold(plan.shape, { ...ref(kind, l, i, kind === "w" ? j : 0), q: kind }),
    [plan.shape, kind, l, i, j],
  );
  return (
    <>
      <p className="intro">{words.unfoldIntro}</p>
      <label className="choice">
        {words.parameter}
        <Choice
          label={words.parameter}
          value={kind}
          options={(["w", "b"] as const).map((q) => [q, refText(parameters[q])] as const)}
          onChoice={(choice) => actions.choose({ from: choice === "b" ? "b" : "w", path: null })}
        />
      </label>
      {unfolding === null ? (
        <p className="aside">{homeworkMessages(lang).absences.noEdge}</p>
      ) : (
        <Lines
          key={refKey(parameter)}
          plan={plan}
          trace={props.trace}
          width={props.width}
          unfolding={unfolding}
        />
      )}
    </>
  );
}

/** From this width on, px, symbols and numbers have room beside each other. */
const BESIDE = 400;
/** What a relation or the left side of a formula takes, px. */
const RELATION = 24;
const LEFT_SIDE = 86;

type LinesProps = Omit<UnfoldProps, "target"> & { readonly unfolding: Unfolding };

function Lines({ plan, trace, width, unfolding }: LinesProps) {
  const lang = useBackstep((state) => state.view.lang);
  const words = derivationMessages(lang);
  const wanted = useBackstep((state) => state.view.lines);
  const [spoken, setSpoken] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const { lines, complete } = unfolding;
  const shown = Math.min(wanted, lines.length);
  const beside = width >= BESIDE;
  const { actions } = useBackstepStore().getState();
  const show = (count: number): void => {
    const next = Math.max(1, Math.min(lines.length, count));
    actions.choose({ lines: next });
    setSpoken(words.line(next, lines.length));
    // Once it is there.
    requestAnimationFrame(() =>
      list.current?.lastElementChild?.scrollIntoView({ block: "nearest" }),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (move === undefined || hasModifier(event)) return;
    // Here the arrows are not the steps'.
    event.preventDefault();
    event.stopPropagation();
    show(shown + move);
  };
  return (
    <div
      className="unfolding"
      role="group"
      aria-label={words.parts.unfold}
      data-beside={beside ? "" : undefined}
      onKeyDown={onKeyDown}
    >
      <div className="buttons">
        <button
          type="button"
          className="button"
          aria-disabled={shown === 1}
          onClick={() => show(shown - 1)}
        >
          {words.foldBack}
        </button>
        <button
          type="button"
          className="button primary"
          aria-disabled={shown === lines.length}
          onClick={() => show(shown + 1)}
        >
          {words.unfold}
        </button>
        <button
          type="button"
          className="button quiet"
          aria-disabled={shown === lines.length}
          onClick={() => show(lines.length)}
        >
          {words.unfoldAll}
        </button>
        <span className="aside">
          {words.line(shown, lines.length)} · {words.unfoldKeys}
        </span>
        {beside ? <Columns of={concreteRef(unfolding.gradient)} /> : null}
      </div>
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
      <ol className="lines" ref={list} data-testid="unfolding">
        {lines.slice(0, shown).map((line, k) => (
          <LineItem
            key={k}
            n={k + 1}
            line={line}
            unfolding={unfolding}
            plan={plan}
            trace={trace}
            width={beside ? width / 2 - RELATION : width - LEFT_SIDE}
            newest={k === shown - 1}
          />
        ))}
      </ol>
      {shown < lines.length ? null : (
        <p className="aside">{complete ? words.unfolded : words.unfoldedFirst}</p>
      )}
    </div>
  );
}

/** What every line is equal to, and what stands below: the left sides themselves are not shown. */
function Columns({ of }: { of: Ref }) {
  const words = derivationMessages(useBackstep((state) => state.view.lang));
  return (
    <span className="columns" aria-hidden="true">
      <span>
        <Symbol of={of} /> {words.inSymbols}
      </span>
      <span>{words.inNumbers}</span>
    </span>
  );
}

interface LineItemProps extends LinesProps {
  readonly n: number;
  readonly line: UnfoldedLine;
  readonly newest: boolean;
}

/**
 * A line with its reason. The newest is typeset at once; of many unfolded together the others when
 * they come near, and out of sight they keep their numbers: in a deep network a line is long.
 */
function LineItem({ n, line, unfolding, plan, trace, width, newest }: LineItemProps) {
  const box = useRef<HTMLLIElement>(null);
  const near = useNear(box) || newest;
  const [held, setHeld] = useState(near ? trace : null);
  if (near && held !== trace) setHeld(trace);
  const spec = useMemo(() => specOf(unfolding, line), [unfolding, line]);
  return (
    <li ref={box} data-line={n}>
      <Reason n={n} line={line} />
      {held === null ? null : (
        <BoardFormula spec={spec} plan={plan} trace={held} current width={width} narrow />
      )}
    </li>
  );
}

/** What of the line before was unfolded, by which equation, and why that may be done. */
function Reason({ n, line: { item, by, replaced } }: { n: number; line: UnfoldedLine }) {
  const lang = useBackstep((state) => state.view.lang);
  const words = derivationMessages(lang);
  const homework = homeworkMessages(lang);
  const { actions } = useBackstepStore().getState();
  const label = itemOf(item).label;
  return (
    <p className="reason">
      <span className="nth">{n}</span>
      <button type="button" className="link" onClick={() => actions.openPassage(item)}>
        {label === null ? homework.reasons[by] : `${label} ${homework.reasons[by]}`}
      </button>
      <span className="why">
        <Prose text={homework.items[item]} typeset />
      </span>
      <span className="replaced">
        {replaced.length === 0 ? (
          words.workedOut
        ) : (
          <>
            {words.unfolds}{" "}
            {replaced.slice(0, MOST_NAMED).map((r) => (
              <Symbol key={refKey(r)} of={r} />
            ))}
            {replaced.length > MOST_NAMED ? "…" : null}
          </>
        )}
      </span>
    </p>
  );
}

/** More symbols than these are not named one by one. */
const MOST_NAMED = 6;

/** A line in symbols, in numbers, and what it comes to. */
function specOf(unfolding: Unfolding, line: UnfoldedLine): FormulaSpec {
  const symbols = formulaOf(unfolding, line, "symbols");
  const numbers = formulaOf(unfolding, line, "numbers");
  const result = { relation: "equals", expr: value(line.expr), mode: "numbers" } as const;
  return { ...symbols, lines: [...symbols.lines, ...numbers.lines, result] };
}
