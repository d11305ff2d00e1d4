import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { isComplete } from "../engine/network.ts";
import { ref, type Ref } from "../engine/ref.ts";
import { valueOf, type Trace } from "../engine/trace.ts";
import { formatNumber } from "../numbers/format.ts";
import { isInRange, isKnown } from "../steps/known.ts";
import { stepAt, type Plan } from "../steps/plan.ts";
import { useBoardStep } from "./boardStep.ts";
import { useBackstep, useBackstepStore, useMessages } from "./context.ts";
import { useDrawingMessages } from "./draw/words.ts";
import { Ledger } from "./Ledger.tsx";
import { stepWords, type StepWords } from "./stepWords.ts";
import { useWidth } from "./useWidth.ts";
import { Symbol } from "./Symbol.tsx";
import "./StepTab.css";

/** Formulas are fetched when the network stands: the drawing does not wait for them. */
const Equations = lazy(async () => ({
  default: (await import("./Equations.tsx")).Equations,
}));

/** Only the last step has it. */
const TakeStep = lazy(async () => ({ default: (await import("./TakeStep.tsx")).TakeStep }));

/** Where we are in words; the rule, the rule here, the numbers, the result; what is known. */
export function StepTab() {
  const messages = useMessages();
  const { plan, n } = useBoardStep();
  const words = useMemo(
    () => (plan === null ? null : stepWords(messages, plan, n)),
    [messages, plan, n],
  );
  const [room, setRoom] = useState<HTMLDivElement | null>(null);
  const width = useWidth(room);
  if (plan === null || words === null) return null;
  if (!isComplete(plan.shape)) return <NothingYet />;
  const at = stepAt(plan, n);
  return (
    <>
      <p className="eyebrow" data-phase={words.phase ?? undefined}>
        {words.where}
      </p>
      <h2>
        {words.title} {words.symbol === null ? null : <Symbol of={words.symbol} />}
      </h2>
      <p className="prose">{words.prose}</p>
      <StepAnnouncer words={words} />
      <div className="room" ref={setRoom}>
        <Suspense>
          <Equations plan={plan} n={n} width={width}>
            {at.kind === "u" ? (
              <Suspense>
                <TakeStep />
              </Suspense>
            ) : null}
          </Equations>
        </Suspense>
      </div>
      <Ledger />
    </>
  );
}

/** What there is to say of a drawing that has only been begun. */
function NothingYet() {
  const words = useDrawingMessages();
  return (
    <>
      <p className="eyebrow">{words.nothingYetWhere}</p>
      <h2>{words.nothingYet}</h2>
      <p className="prose">{words.nothingYetProse}</p>
    </>
  );
}

/** How long a step has to stand before it is read out: not every step of a fast run is. */
const ANNOUNCE_AFTER_MS = 500;

/** Says where one has come to, and what was found there, to those who do not see the board. */
function StepAnnouncer({ words }: { words: StepWords }) {
  const { ui, speech } = useMessages();
  const store = useBackstepStore();
  const [said, setSaid] = useState("");
  const { spoken, symbol } = words;
  const lastStep = useBackstep((state) => state.lastStep);
  useEffect(() => {
    const timer = setTimeout(() => {
      const { trace, plan, n, view } = store.getState();
      // The update has no number of its own; a step taken there has one, the loss.
      const found = symbol ?? (lastStep === null ? null : ref("E"));
      const value =
        trace === null || plan === null || found === null || !isFound(found, trace, plan, n)
          ? ""
          : ui.says(
              speech.quantity[found.q]({ l: `${found.l}`, i: `${found.i}`, j: `${found.j}` }),
              speech.number(formatNumber(valueOf(trace, found), { digits: view.digits })),
            );
      setSaid(ui.spokenValue(spoken, value));
    }, ANNOUNCE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [store, spoken, symbol, lastStep, ui, speech]);
  return (
    <p className="visually-hidden" role="status" data-testid="announcement">
      {said}
    </p>
  );
}

/** Whether a step has a number to be said: a whole layer has many, a product's sum is not done yet. */
function isFound(found: Ref, { overflow }: Trace, plan: Plan, n: number): boolean {
  const isLayer = found.l > 0 && found.i === 0;
  return !isLayer && isKnown(plan, n, found) && isInRange(plan, overflow, found);
}
