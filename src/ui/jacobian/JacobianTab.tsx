import { useEffect, useMemo, useRef } from "react";
import { computeJacobian } from "../../engine/jacobian.ts";
import { isComplete } from "../../engine/network.ts";
import type { Ref } from "../../engine/ref.ts";
import type { Trace } from "../../engine/trace.ts";
import { CHOICES } from "../../session/selection.ts";
import { Prose } from "../common/Prose.tsx";
import { Switch } from "../common/Switch.tsx";
import { useLitPlaces } from "../common/useLitPlaces.ts";
import { useShownTrace } from "../common/useShownTrace.ts";
import { useBackstep, useBackstepStore } from "../context.ts";
import { keyUnder } from "../pointing.ts";
import { revealCell } from "../reveal.ts";
import type { ChainProps } from "./CurrentMultiplication.tsx";
import { DifferencePart } from "./DifferencePart.tsx";
import { EntryPart } from "./EntryPart.tsx";
import { within } from "./gridKeys.ts";
import { headsOf } from "./heads.tsx";
import { MatrixView } from "./MatrixView.tsx";
import { hasNumbers, NotFinite } from "./NotFinite.tsx";
import { ProductPart } from "./ProductPart.tsx";
import { useWords } from "./reading.ts";
import { SheetPart } from "./SheetPart.tsx";
import "./jacobian.css";

/** Question 2: ∂y/∂x as numbers, and where they come from. */
export function JacobianTab() {
  const words = useWords();
  const { actions } = useBackstepStore().getState();
  const trace = useShownTrace();
  const root = useRef<HTMLDivElement>(null);
  useLitPlaces(root);
  return (
    <div
      className="jacobian"
      ref={root}
      onPointerOver={(event) => actions.hover(keyUnder(event.target))}
      onPointerLeave={() => actions.hover(null)}
    >
      <p className="eyebrow">{words.eyebrow}</p>
      <h2>{words.title}</h2>
      {trace === null || !isComplete(trace) ? (
        <p className="says">{words.incomplete}</p>
      ) : (
        <Jacobian trace={trace} />
      )}
    </div>
  );
}

function Jacobian({ trace }: { trace: Trace }) {
  const words = useWords();
  const { actions } = useBackstepStore().getState();
  const chain = useMemo(() => computeJacobian(trace), [trace]);
  const part = useBackstep(({ view }) => view.jacobian);
  return (
    <>
      <p className="says">
        <Prose text={words.prose} typeset />
      </p>
      <Finished trace={trace} chain={chain} />
      <Switch
        label={words.part}
        options={CHOICES.jacobian.map((id) => [id, words.parts[id]] as const)}
        value={part}
        onChoice={(id) => actions.choose({ jacobian: id })}
      />
      {/* Another part begins at its top. */}
      <div key={part} className="part" data-part={part}>
        {part === "product" ? <ProductPart trace={trace} chain={chain} /> : null}
        {part === "entry" ? <EntryPart trace={trace} chain={chain} /> : null}
        {part === "difference" ? <DifferencePart trace={trace} chain={chain} /> : null}
        {part === "sheet" ? <SheetPart trace={trace} chain={chain} /> : null}
      </div>
    </>
  );
}

/** ∂y/∂x itself, always in sight. */
function Finished({ trace, chain }: ChainProps) {
  const words = useWords();
  const { actions } = useBackstepStore().getState();
  const { jacobian } = chain;
  const row = useBackstep(({ view }) => within(view.entry.i, jacobian.rows));
  const column = useBackstep(({ view }) => within(view.entry.j, jacobian.columns));
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current === null) return;
    const cell = `td[data-cell="${row}.${column}"]`;
    revealCell(box.current, box.current.querySelector<HTMLTableCellElement>(cell));
  }, [row, column]);
  return (
    <>
      <div className="scroller finished" data-testid="jacobian" ref={box}>
        <MatrixView
          matrix={jacobian}
          label={words.table}
          heads={headsOf(trace, "∂y/∂x")}
          chosen={{ row, column }}
          onChoose={(cell) => actions.choose({ entry: { i: cell.row, j: cell.column } })}
          entryName={words.entry}
        />
      </div>
      {hasNumbers(jacobian) ? null : (
        <NotFinite lost={lostForward(trace)} chain={chain} products={chain.fromRight} />
      )}
    </>
  );
}

/** What left the range of doubles on the way forward: what comes later ∂y/∂x does not depend on. */
function lostForward({ overflow }: Trace): Ref | null {
  return overflow !== null && (overflow.q === "z" || overflow.q === "a") ? overflow : null;
}
