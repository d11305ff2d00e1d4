import { useMemo, useState } from "react";
import type { Trace } from "../../engine/trace.ts";
import { equation } from "../../formula/equation.ts";
import { partial, product, scalar, sumOver } from "../../formula/expr.ts";
import type { Hidden } from "../../formula/fill.ts";
import { rowsOf } from "../../formula/rows.ts";
import type { Statement } from "../../formula/rules.ts";
import { isInRange } from "../../steps/known.ts";
import { Prose } from "../common/Prose.tsx";
import { useFormat } from "../common/useFormat.ts";
import { useBackstep, useBackstepStore, useMessages } from "../context.ts";
import { Formula } from "../Formula.tsx";
import { placesOf } from "../pointing.ts";
import { useWidth } from "../useWidth.ts";
import type { ChainProps } from "./CurrentMultiplication.tsx";
import { within } from "./gridKeys.ts";
import { hasNumbers } from "./NotFinite.tsx";
import { Paths } from "./Paths.tsx";
import { useWords } from "./reading.ts";

/** ∂y_i/∂x_j = Σ_k ∂y_i/∂z_k^(2) w_kj^(2): a row of what is left of w^(2) times its column. */
const ENTRY: Statement = {
  relation: "equals",
  lhs: partial(scalar("a", "L", "i"), scalar("a", 1, "j")),
  rhs: sumOver(
    "k",
    2,
    product(partial(scalar("a", "L", "i"), scalar("z", 2, "k")), scalar("w", 2, "k", "j")),
  ),
  reduced: [],
  running: null,
};

const ROWS = ["indices", "numbers", "result"] as const;
/** What the name of a row and the left side of a formula take, px. */
const LEFT_OF_FORMULA = 64 + 60;

/** One entry of ∂y/∂x, opened: to its numbers, and to its sum over paths. */
export function EntryPart({ trace, chain }: ChainProps) {
  const words = useWords();
  const { sizes, L } = trace.layout;
  const i = useBackstep(({ view }) => within(view.entry.i, sizes[L - 1]));
  const j = useBackstep(({ view }) => within(view.entry.j, sizes[0]));
  return (
    <>
      <h3>{words.entrySum}</h3>
      <EntryRows trace={trace} i={i} j={j} />
      <h3>
        <Prose text={words.paths(i, j)} typeset />
      </h3>
      <p className="says">
        <Prose text={words.pathsProse} typeset />
      </p>
      <Paths trace={trace} i={i} j={j} explained={!hasNumbers(chain.jacobian)} />
    </>
  );
}

function EntryRows({ trace, i, j }: { trace: Trace; i: number; j: number }) {
  const { ui, speech } = useMessages();
  const { actions } = useBackstepStore().getState();
  const format = useFormat();
  const plan = useBackstep((state) => state.plan);
  const hovered = useBackstep((state) => state.hovered);
  const lit = useMemo(() => placesOf(hovered), [hovered]);
  const [room, setRoom] = useState<HTMLDivElement | null>(null);
  const width = useWidth(room);
  const { layout, mask, activations, loss, overflow } = trace;
  const rows = useMemo(
    () => rowsOf(equation(ENTRY, { L: layout.L, i, j }, { layout, mask, activations, loss }, 0)),
    [layout, mask, activations, loss, i, j],
  );
  const hidden = useMemo<Hidden>(
    () => (r) => (plan === null || isInRange(plan, overflow, r) ? null : "—"),
    [plan, overflow],
  );
  const names = { indices: ui.rowHere, numbers: ui.rowNumbers, result: ui.rowResult };
  return (
    <div ref={setRoom}>
      {ROWS.map((row) => (
        <div key={row} className="entry-row" data-row={row}>
          <span className="name">{names[row]}</span>
          <Formula
            spec={rows[row]}
            trace={trace}
            format={format}
            vocabulary={speech}
            hidden={hidden}
            lit={lit}
            onTerm={actions.hover}
            width={width - LEFT_OF_FORMULA}
          />
        </div>
      ))}
    </div>
  );
}
