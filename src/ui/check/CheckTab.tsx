import { useRef, type FocusEvent, type PointerEvent } from "react";
import { isComplete } from "../../engine/network.ts";
import { CHOICES } from "../../session/selection.ts";
import { Switch } from "../common/Switch.tsx";
import { useShownTrace } from "../common/useShownTrace.ts";
import { useLitPlaces } from "../common/useLitPlaces.ts";
import { useBackstep, useBackstepStore } from "../context.ts";
import { keyUnder } from "../pointing.ts";
import { CostPart } from "./CostPart.tsx";
import { GradientPart } from "./GradientPart.tsx";
import { useWords } from "./reading.ts";
import "./check.css";

/** The gradient of every parameter by three methods, and what each method costs. */
export function CheckTab() {
  const words = useWords();
  const { actions } = useBackstepStore().getState();
  const trace = useShownTrace();
  const part = useBackstep(({ view }) => view.check);
  const root = useRef<HTMLDivElement>(null);
  useLitPlaces(root);
  const point = ({ target }: PointerEvent | FocusEvent): void => actions.hover(keyUnder(target));
  const leave = (): void => actions.hover(null);
  return (
    <div
      className="check-tab"
      ref={root}
      onPointerOver={point}
      onPointerLeave={leave}
      onFocus={point}
      onBlur={leave}
    >
      <Switch
        label={words.part}
        options={CHOICES.check.map((id) => [id, words.parts[id]] as const)}
        value={part}
        onChoice={(id) => actions.choose({ check: id })}
      />
      {/* Another part begins at its top. */}
      <div key={part} className="check-page" data-part={part} tabIndex={-1}>
        {trace === null || !isComplete(trace) ? (
          <p className="says">{words.incomplete}</p>
        ) : part === "gradients" ? (
          <GradientPart trace={trace} />
        ) : (
          <CostPart trace={trace} />
        )}
      </div>
    </div>
  );
}
