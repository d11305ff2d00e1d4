import { useEffect, type KeyboardEvent, type ReactNode } from "react";
import type { RecursionName } from "../../session/forward.ts";
import { hasModifier } from "../common/hasModifier.ts";
import { useBackstepStore } from "../context.ts";
import { useWords } from "./useWords.ts";

interface LayerStepperProps {
  readonly name: RecursionName;
  /** The layer the recursion has come to; null where all of it is shown. */
  readonly layer: number | null;
  readonly L: number;
  readonly children: ReactNode;
}

/** The pattern that lights the neurons of a layer; null where no layer is stepped to. */
export function keyOfLayer(layer: number | null): string | null {
  return layer === null ? null : `d.${layer}.*`;
}

/** A recursion layer by layer, by its buttons and by the arrow keys inside it. */
export function LayerStepper({ name, layer, L, children }: LayerStepperProps) {
  const words = useWords();
  const { actions } = useBackstepStore().getState();
  useEffect(() => {
    actions.hover(keyOfLayer(layer));
    return () => actions.hover(null);
  }, [actions, layer]);
  const go = (to: number): void => {
    if (to >= 1 && to <= L) actions.setForward(`${name}.${to}`);
  };
  const back = (): void => go((layer ?? 0) - 1);
  const next = (): void => go((layer ?? 0) + 1);
  const step = (event: KeyboardEvent): void => {
    const { key } = event;
    if ((key !== "ArrowLeft" && key !== "ArrowRight") || hasModifier(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === "ArrowLeft") back();
    else next();
  };
  return (
    <div role="group" aria-label={words.stepper} onKeyDown={step}>
      <div className="layer-stepper">
        <button
          type="button"
          className="button"
          aria-label={words.layerBack}
          aria-disabled={layer === null || layer === 1}
          onClick={back}
        >
          ←
        </button>
        <button
          type="button"
          className="button"
          aria-label={words.layerNext}
          aria-disabled={layer === L}
          onClick={next}
        >
          →
        </button>
        <button
          type="button"
          className="button"
          aria-pressed={layer === null}
          onClick={() => actions.setForward(name)}
        >
          {words.layerAll}
        </button>
        {layer === null ? <span>{words.layerHint}</span> : null}
        <span role="status" data-testid="layer-at">
          {layer === null ? "" : words.layerAt(layer, L)}
        </span>
      </div>
      {children}
    </div>
  );
}
