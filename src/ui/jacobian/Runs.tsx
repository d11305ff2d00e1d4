import { useEffect, useId, useRef } from "react";
import type { Difference } from "../../engine/differences.ts";
import type { Trace } from "../../engine/trace.ts";
import { CHOICES, type Chosen } from "../../session/selection.ts";
import { Choice } from "../Choice.tsx";
import { Prose } from "../common/Prose.tsx";
import { Switch } from "../common/Switch.tsx";
import { useBackstep, useBackstepStore } from "../context.ts";
import { ShiftName } from "../ShiftName.tsx";
import { useWords } from "./reading.ts";
import { RunPart } from "./RunPart.tsx";
import { RunTable } from "./RunTable.tsx";

interface RunsProps {
  readonly trace: Trace;
  readonly column: Difference;
  readonly j: number;
  /** From the end of both runs on to their quotient. */
  readonly onQuotient: () => void;
}

/** x + h e_j and x − h e_j through the network: which one the steps play, the step, both in a table. */
export function Runs({ trace, column, j, onQuotient }: RunsProps) {
  const words = useWords();
  const { actions } = useBackstepStore().getState();
  const { layout } = trace;
  const i = useBackstep(({ view }) => view.entry.i);
  const plan = useBackstep((state) => state.plan);
  const moved = useBackstep((state) => state.moved);
  const run = useBackstep(({ view }) => view.run);
  const n = useBackstep((state) => (state.moved === null ? 0 : state.n));
  const id = useId();
  const runs = useRef<HTMLDivElement>(null);
  const playing = moved !== null;
  const wasPlaying = useRef(false);
  useEffect(() => {
    // A pass has another box to scroll in than what is without: both show the runs.
    if (playing || wasPlaying.current) scrollTo(runs.current);
    wasPlaying.current = playing;
  }, [playing]);
  return (
    <>
      <div className="controls runs" ref={runs}>
        <h3 id={id}>
          <Prose text={words.runs(j)} typeset />
        </h3>
        {layout.sizes[0] > 1 ? (
          <Choice
            label={words.column}
            value={`${j}`}
            options={Array.from({ length: layout.sizes[0] }, (_, n) => [`${n + 1}`, `x ${n + 1}`])}
            onChoice={(value) => actions.choose({ entry: { i, j: Number(value) } })}
          />
        ) : null}
        <Switch
          label={words.run}
          options={CHOICES.run.map((id) => [id, <RunName key={id} run={id} j={j} />] as const)}
          value={run}
          onChoice={(id) => actions.choose({ run: id })}
        />
      </div>
      {plan === null || moved?.shift === undefined ? null : (
        <RunPart plan={plan} moved={moved} shift={moved.shift} onQuotient={onQuotient} />
      )}
      {plan === null ? null : (
        <RunTable trace={trace} column={column} j={j} labelledBy={id} plan={plan} run={run} n={n} />
      )}
    </>
  );
}

/** x, x + h e_j or x − h e_j. */
function RunName({ run, j }: { run: Chosen<"run">; j: number }) {
  if (run === "none") return <span className="symbol">x</span>;
  return <ShiftName shift={{ j, h: run === "plus" ? 1 : -1 }} />;
}

/** Scrolls the tab or the open part of it, whichever scrolls, and nothing else, to a place in it. */
function scrollTo(place: HTMLElement | null): void {
  for (const box of [place?.closest(".part"), place?.closest(".jacobian")]) {
    if (!place || !box || getComputedStyle(box).overflowY === "visible") continue;
    const top = place.getBoundingClientRect().top - box.getBoundingClientRect().top;
    box.scrollTop += top - covered(box);
  }
}

/** How much of the box's top ∂y/∂x lies over while the rest scrolls under it, px. */
function covered(box: Element): number {
  const finished = box.querySelector<HTMLElement>(".finished");
  if (finished === null || getComputedStyle(finished).position !== "sticky") return 0;
  return finished.offsetHeight;
}
