import { useState } from "react";
import type { Trace } from "../../engine/trace.ts";
import { sameSeed } from "../../session/forward.ts";
import type { Plan } from "../../steps/plan.ts";
import { useBackstep, useMessages } from "../context.ts";
import { Dotted } from "../Dotted.tsx";
import { EquationRows } from "../EquationRows.tsx";
import { useStepWords } from "../stepWords.ts";
import { Symbol } from "../Symbol.tsx";
import { useWidth } from "../useWidth.ts";
import { CheckTable } from "./CheckTable.tsx";
import { Comparison } from "./Comparison.tsx";
import { SeedChooser } from "./SeedChooser.tsx";
import { SeedName } from "./SeedName.tsx";
import { useWords } from "./useWords.ts";

interface TangentPartProps {
  readonly plan: Plan;
  readonly trace: Trace;
}

/** Forward mode through the page's own steps: θ, the rule of the step, the check at every layer. */
export function TangentPart({ plan, trace }: TangentPartProps) {
  const words = useWords();
  const n = useBackstep((state) => state.n);
  const chosen = useBackstep((state) => state.view.forward);
  const [page, setPage] = useState<HTMLDivElement | null>(null);
  const width = useWidth(page);
  if (plan.tangent === null || trace.tangent === undefined) return null;
  const { seed } = plan.tangent;
  return (
    <div ref={setPage}>
      <SeedChooser plan={plan} trace={trace} seed={seed} />
      {typeof chosen === "string" || sameSeed(chosen, seed) ? null : (
        <p className="forward-prose" role="status">
          {words.missing}
        </p>
      )}
      <StepHead />
      {n === 0 ? (
        <p className="forward-prose">
          <Dotted text={words.tangentProse} /> <span className="symbol">θ</span> ={" "}
          <SeedName of={seed} />
        </p>
      ) : (
        <EquationRows plan={plan} n={n} trace={trace} current width={width} />
      )}
      <CheckTable plan={plan} n={n} trace={trace} tangent={trace.tangent} />
      <Comparison sizes={trace.layout.sizes} />
    </div>
  );
}

/** Where the stepper is, in words. */
function StepHead() {
  const { ui } = useMessages();
  const words = useWords();
  const step = useStepWords();
  const atStart = useBackstep((state) => state.n === 0);
  if (step === null) return null;
  return (
    <>
      <p className="eyebrow" data-phase="tangent">
        {atStart ? ui.phases.tangent : step.where}
      </p>
      <h2>
        <span>
          <Dotted text={atStart ? words.tangentTitle : step.title} />
        </span>
        {step.symbol === null || atStart ? null : <Symbol of={step.symbol} />}
      </h2>
      {atStart ? null : (
        <p className="forward-prose">
          <Dotted text={step.prose} />
        </p>
      )}
      <p className="visually-hidden" role="status">
        {step.spoken}
      </p>
    </>
  );
}
