import { useState } from "react";
import { isComplete } from "../../engine/network.ts";
import type { Trace } from "../../engine/trace.ts";
import { derivationMessages } from "../../i18n/derivation.ts";
import { homeworkMessages } from "../../i18n/homework.ts";
import { SHEET } from "../../homework/sheet.ts";
import type { Passage } from "../../session/session.ts";
import type { Plan } from "../../steps/plan.ts";
import { useBackstep, useBackstepStore } from "../context.ts";
import { Symbol } from "../Symbol.tsx";
import { useWidth } from "../useWidth.ts";
import { scrollFrame } from "./scrollFrame.ts";
import { PathsPart } from "./PathsPart.tsx";
import { useTarget } from "./place.ts";
import { Sheet } from "./Sheet.tsx";
import { TargetChooser } from "./TargetChooser.tsx";
import { UnfoldPart } from "./UnfoldPart.tsx";
import "./derivation.css";

const PARTS = ["sheet", "unfold", "paths"] as const;
type Part = (typeof PARTS)[number];

/** The homework sheet, corrected and filled in with the network's numbers. */
export function DerivationTab() {
  const plan = useBackstep((state) => state.plan);
  const trace = useBackstep((state) => state.trace);
  if (plan === null || trace === null) return null;
  return <Derivation plan={plan} trace={trace} />;
}

function Derivation({ plan, trace }: { plan: Plan; trace: Trace }) {
  const lang = useBackstep((state) => state.view.lang);
  const eq = useBackstep((state) => state.view.eq);
  const words = derivationMessages(lang);
  const homework = homeworkMessages(lang);
  const { target, choose } = useTarget(plan);
  const [page, setPage] = useState<HTMLDivElement | null>(null);
  const width = useWidth(page);
  const part = partOf(eq);
  const Shown = { sheet: Sheet, unfold: UnfoldPart, paths: PathsPart }[part];
  const complete = isComplete(plan.shape);
  return (
    <div className="derivation" data-testid="derivation">
      <PartBar part={part} />
      {complete ? (
        <TargetChooser shape={plan.shape} words={words} target={target} choose={choose} />
      ) : (
        <p className="aside">{homework.absences.incomplete}</p>
      )}
      <OverflowCause trace={trace} />
      <div
        // Another part begins at its top.
        key={part}
        className="derivation-page"
        ref={setPage}
        data-part={part}
        onKeyDownCapture={scrollFrame}
      >
        {part === "sheet" || complete ? (
          <Shown plan={plan} trace={trace} target={target} width={width} />
        ) : null}
      </div>
    </div>
  );
}

function partOf(eq: Passage | null): Part {
  return eq === "unfold" || eq === "paths" ? eq : "sheet";
}

function PartBar({ part }: { part: Part }) {
  const words = derivationMessages(useBackstep((state) => state.view.lang));
  const { actions } = useBackstepStore().getState();
  return (
    <div className="choices parts" role="group" aria-label={words.partsLabel}>
      {PARTS.map((id) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === part}
          onClick={() => actions.openPassage(id === "sheet" ? SHEET[0].items[0].id : id)}
        >
          {words.parts[id]}
        </button>
      ))}
    </div>
  );
}

/** Where the dashes in the formulas come from. */
function OverflowCause({ trace }: { trace: Trace }) {
  const { outOfRange } = derivationMessages(useBackstep((state) => state.view.lang));
  if (trace.overflow === null) return null;
  return (
    <p className="aside" role="status">
      <Symbol of={trace.overflow} /> {outOfRange}
    </p>
  );
}
