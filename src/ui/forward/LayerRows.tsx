import { useMemo, useState } from "react";
import type { Matrix } from "../../engine/matrix.ts";
import type { Trace } from "../../engine/trace.ts";
import type { Hidden } from "../../formula/fill.ts";
import type { Expr } from "../../formula/expr.ts";
import { useFormat } from "../common/useFormat.ts";
import { useBackstep, useBackstepStore, useMessages } from "../context.ts";
import { Formula } from "../Formula.tsx";
import { placesOf } from "../pointing.ts";
import { useWidth } from "../useWidth.ts";
import { keyOfLayer } from "./LayerStepper.tsx";
import { fitMatrix } from "./matrixFit.ts";
import type { LayerRow } from "./recursions.ts";
import { useWords } from "./useWords.ts";

/** What the name of a row takes, the left side of its formula and the relation, px. */
const NAME = 64;
const LETTER = 60;
const RELATION = 32;

interface LayerRowsProps {
  readonly layer: number;
  readonly rows: readonly LayerRow[];
  /** With the δ of the recursion in place of those of backpropagation. */
  readonly trace: Trace;
  readonly hidden: Hidden;
  /** What the rows multiply by; it is fitted into the room there is. */
  readonly jacobian?: Matrix;
}

/** The equation of the layer a recursion has come to; its terms light the stage. */
export function LayerRows({ layer, rows, trace, hidden, jacobian }: LayerRowsProps) {
  const words = useWords();
  const { ui, speech } = useMessages();
  const { actions } = useBackstepStore().getState();
  const chosen = useFormat();
  const hovered = useBackstep((state) => state.hovered);
  // The layer itself is lit on the stage while nothing is pointed at; here it would light all of δ.
  const pointed = hovered === keyOfLayer(layer) ? null : hovered;
  const lit = useMemo(() => placesOf(pointed), [pointed]);
  const [room, setRoom] = useState<HTMLDivElement | null>(null);
  const width = useWidth(room);
  const fit = useMemo(
    () => (jacobian === undefined ? null : fitMatrix(jacobian, width - RELATION, chosen.digits)),
    [jacobian, width, chosen.digits],
  );
  const fitted = useMemo(() => (fit === null ? chosen : { digits: fit.digits }), [fit, chosen]);
  const names = {
    rule: ui.rowRule,
    indices: ui.rowHere,
    numbers: ui.rowNumbers,
    result: ui.rowResult,
    started: words.started,
    remainder: words.remainder,
  };
  return (
    <div className="layer-rows" data-testid="layer-rows" ref={setRoom}>
      {rows.map(({ id, spec }) => (
        <div
          key={id}
          className="layer-row"
          data-row={id}
          data-wide={isLetter(spec.lhs) ? undefined : ""}
        >
          <span className="name">{names[id]}</span>
          <Formula
            spec={spec}
            trace={trace}
            format={id === "numbers" ? fitted : chosen}
            vocabulary={speech}
            hidden={hidden}
            lit={lit}
            onTerm={actions.hover}
            width={isLetter(spec.lhs) ? width - NAME - LETTER : (fit?.width ?? width - RELATION)}
          />
        </div>
      ))}
    </div>
  );
}

/** A longer left side has a line of its own, that what is right of it has the whole width. */
function isLetter({ kind }: Expr): boolean {
  return kind !== "matmul" && kind !== "difference";
}
