import { useMemo, useState } from "react";
import type { Trace } from "../../engine/trace.ts";
import type { Hidden } from "../../formula/fill.ts";
import { useFormat } from "../common/useFormat.ts";
import { useBackstep, useBackstepStore, useMessages } from "../context.ts";
import { Formula } from "../Formula.tsx";
import { placesOf } from "../pointing.ts";
import { useWidth } from "../useWidth.ts";
import { keyOfLayer } from "./LayerStepper.tsx";
import type { LayerRow } from "./recursions.ts";

/** What the name of a row takes, and the left side of its formula: one letter or a product, px. */
const NAME = 64;
const LETTER = 60;
const PRODUCT = 130;

interface LayerRowsProps {
  readonly layer: number;
  readonly rows: readonly LayerRow[];
  /** With the δ of the recursion in place of those of backpropagation. */
  readonly trace: Trace;
  readonly hidden: Hidden;
}

/** The equation of the layer a recursion has come to; its terms light the stage. */
export function LayerRows({ layer, rows, trace, hidden }: LayerRowsProps) {
  const { ui, speech } = useMessages();
  const { actions } = useBackstepStore().getState();
  const format = useFormat();
  const hovered = useBackstep((state) => state.hovered);
  // The layer itself is lit on the stage while nothing is pointed at; here it would light all of δ.
  const pointed = hovered === keyOfLayer(layer) ? null : hovered;
  const lit = useMemo(() => placesOf(pointed), [pointed]);
  const [room, setRoom] = useState<HTMLDivElement | null>(null);
  const width = useWidth(room);
  const names = {
    rule: ui.rowRule,
    indices: ui.rowHere,
    numbers: ui.rowNumbers,
    result: ui.rowResult,
  };
  return (
    <div className="layer-rows" data-testid="layer-rows" ref={setRoom}>
      {rows.map(({ id, spec }) => (
        <div key={id} className="layer-row" data-row={id}>
          <span className="name">{names[id]}</span>
          <Formula
            spec={spec}
            trace={trace}
            format={format}
            vocabulary={speech}
            hidden={hidden}
            lit={lit}
            onTerm={actions.hover}
            width={width - NAME - (spec.lhs.kind === "matmul" ? PRODUCT : LETTER)}
          />
        </div>
      ))}
    </div>
  );
}
