/**
 * The step the board is at. Where its formulas have been prepared that is the store's; to any other
 * step the board follows a frame after the drawing, all of it together: to typeset the formulas takes
 * the largest networks as long as the frame itself.
 */
import { createContext, useContext, useEffect, useMemo, useState } from "react";
import { afterFrame } from "../diagram/afterFrame.ts";
import type { Plan } from "../steps/plan.ts";
import { useBackstep } from "./context.ts";

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
  const [shown, setShown] = useState<Step>({ plan, n });
  const [prepared] = useState(() => new Prepared());
  useEffect(
    () => afterFrame(() => setShown((now) => (isSame(now, { plan, n }) ? now : { plan, n }))),
    [plan, n],
  );
  // Another plan comes with its own numbers: no step of the last one fits them.
  const comesAtOnce = shown.plan !== plan || prepared.has({ plan, n });
  if (comesAtOnce && !isSame(shown, { plan, n })) setShown({ plan, n });
  const at = comesAtOnce ? n : shown.n;
  return useMemo(() => ({ plan, n: at, onPrepared: prepared.add }), [plan, at, prepared]);
}

/** Nothing is drawn anew for it: it is asked when there is another step to show. */
class Prepared {
  #step: Step | null = null;

  readonly add = (step: Step): void => {
    this.#step = step;
  };

  has(step: Step): boolean {
    return this.#step !== null && isSame(this.#step, step);
  }
}

function isSame(p: Step, q: Step): boolean {
  return p.plan === q.plan && p.n === q.n;
}
