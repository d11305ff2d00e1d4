import type { FocusEvent, PointerEvent } from "react";
import { isComplete } from "../../engine/network.ts";
import { firstSeed, recursionOf, seedOf, seedOfRef } from "../../session/forward.ts";
import { useBackstep, useBackstepStore } from "../context.ts";
import { keyUnder } from "../pointing.ts";
import { keyOfLayer } from "./LayerStepper.tsx";
import { TangentPart } from "./TangentPart.tsx";
import { RepairedPart } from "./RepairedPart.tsx";
import { useWords } from "./useWords.ts";
import { WrittenPart } from "./WrittenPart.tsx";
import "./forward.css";

const PARTS = ["written", "repaired", "tangent"] as const;
type Part = (typeof PARTS)[number];

/** Part (b) of the sheet: as it is written, repaired, and forward mode, which it should have been. */
export function ForwardTab() {
  const words = useWords();
  const { actions } = useBackstepStore().getState();
  const plan = useBackstep((state) => state.plan);
  const trace = useBackstep((state) => state.trace);
  const view = useBackstep((state) => state.view);
  const recursion = typeof view.forward === "string" ? recursionOf(view.forward) : null;
  const part: Part = recursion?.name ?? "tangent";
  if (plan === null || trace === null) return null;
  // A layer the network has not is the last one.
  const chosen = recursion?.layer ?? null;
  const layer = chosen === null ? null : Math.min(chosen, trace.layout.L);
  const leave = (): void => actions.hover(keyOfLayer(layer));
  const point = ({ target }: PointerEvent | FocusEvent): void =>
    actions.hover(keyUnder(target) ?? keyOfLayer(layer));
  return (
    <div className="forward-tab" data-testid="forward">
      <PartBar part={part} />
      {!isComplete(plan.shape) ? (
        <p className="forward-prose">{words.incomplete}</p>
      ) : (
        <div
          // Another part begins at its top.
          key={part}
          className="forward-page"
          data-part={part}
          onPointerOver={point}
          onPointerLeave={leave}
          onFocus={point}
          onBlur={leave}
        >
          {part === "written" ? <WrittenPart plan={plan} trace={trace} layer={layer} /> : null}
          {part === "repaired" ? <RepairedPart plan={plan} trace={trace} layer={layer} /> : null}
          {part === "tangent" && seedOf(view, trace) !== null ? (
            <TangentPart plan={plan} trace={trace} />
          ) : null}
        </div>
      )}
    </div>
  );
}

function PartBar({ part }: { part: Part }) {
  const words = useWords();
  const store = useBackstepStore();
  const choose = (choice: Part): void => {
    const { actions, selected, session } = store.getState();
    const pointed = selected === null ? null : seedOfRef(selected);
    actions.setForward(choice === "tangent" ? (pointed ?? firstSeed(session.network)) : choice);
  };
  return (
    <div className="forward-parts" role="group" aria-label={words.partsLabel}>
      {PARTS.map((id) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === part}
          onClick={() => {
            if (id !== part) choose(id);
          }}
        >
          {words.parts[id]}
        </button>
      ))}
    </div>
  );
}
