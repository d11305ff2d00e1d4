/**
 * The step the board is at. Where its formulas have been prepared that is the store's; to any other
 * step the board follows after the drawing, all of it together: to typeset the formulas takes the
 * largest networks as long as there is for a frame.
 */
import { createContext, useContext, useMemo, useState } from "react";
import type { Plan } from "../steps/plan.ts";
import { useBackstep } from "./context.ts";
import { useLagging } from "./useLagging.ts";

interface Step {
  /** Null until the first numbers are there. */
  readonly plan: Plan | null;
  readonly n: number;
}

export interface BoardStep extends Step {
  /** Says that the formulas of a step are ready to be shown. */
  readonly onPrepared: (step: Step) => void;
}

export const BoardStepContext = createContext<BoardStep | null>(null);

/** The step of the board around. */
export function useBoardStep(): BoardStep {
  const step = useContext(BoardStepContext);
  if (step === null) throw new Error("BoardStepContext is not provided");
  return step;
}

/** Follows the store: for the board itself. */
export function useFollowedStep(): BoardStep {
  const plan = useBackstep((state) => state.plan);
  const n = useBackstep((state) => state.n);
  const [prepared] = useState(() => new Prepared());
  const step = useMemo<BoardStep>(
    () => ({ plan, n, onPrepared: prepared.add }),
    [plan, n, prepared],
  );
  // Another plan comes with its own numbers: no step of the last one fits them.
  return useLagging(step, (drawn) => drawn.plan !== plan || prepared.has(step));
}

/** Nothing is drawn anew for it: it is asked when there is another step to show. */
class Prepared {
  #step: Step | null = null;

  readonly add = (step: Step): void => {
    this.#step = step;
  };

  has({ plan, n }: Step): boolean {
    return this.#step?.plan === plan && this.#step.n === n;
  }
}
