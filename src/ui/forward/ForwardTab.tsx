import type { FocusEvent, PointerEvent } from "react";
import { isComplete } from "../../engine/network.ts";
import { firstSeed, seedOf, seedOfRef } from "../../session/forward.ts";
import { useBackstep, useBackstepStore } from "../context.ts";
import { keyUnder } from "../pointing.ts";
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
  const part: Part = typeof view.forward === "string" ? view.forward : "tangent";
  if (plan === null || trace === null) return null;
  const point = ({ target }: PointerEvent | FocusEvent): void => actions.hover(keyUnder(target));
  const leave = (): void => actions.hover(null);
  return (
    <div className="forward-tab" data-testid="forward">
      <PartBar part={part} />
      {!isComplete(plan.shape) ? (
        <p className="forward-prose">{words.incomplete}</p>
      ) : (
        <div
          className="forward-page"
          data-part={part}
          onPointerOver={point}
          onPointerLeave={leave}
          onFocus={point}
          onBlur={leave}
        >
          {part === "written" ? <WrittenPart plan={plan} trace={trace} /> : null}
          {part === "repaired" ? <RepairedPart trace={trace} /> : null}
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
