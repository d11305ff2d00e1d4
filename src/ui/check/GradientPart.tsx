import { useMemo } from "react";
import { checkGradients, type GradientCheck } from "../../engine/check.ts";
import type { TaskInput } from "../../engine/tasks.ts";
import type { Trace } from "../../engine/trace.ts";
import { formatNumber } from "../../numbers/format.ts";
import { Choice } from "../Choice.tsx";
import { Prose } from "../common/Prose.tsx";
import { Switch } from "../common/Switch.tsx";
import { useFormat } from "../common/useFormat.ts";
import { useJob } from "../common/useJob.ts";
import { judge, parametersOf, RIVALS } from "./agreement.ts";
import { AgreementMap } from "./AgreementMap.tsx";
import { CheckNotice } from "./CheckNotice.tsx";
import { choose, STEP_SIZES, useChoices } from "./choices.ts";
import { Findings } from "./Findings.tsx";
import { ParameterTable } from "./ParameterTable.tsx";
import { useWords } from "./reading.ts";
import { Worst } from "./Worst.tsx";

/** Multiply-adds of a check that is done before the next frame. */
const LIGHT_CHECK = 400_000;

function check({ trace, h }: TaskInput<"check">): GradientCheck {
  const work = checkGradients(trace, h);
  let next = work.next();
  while (next.done !== true) next = work.next();
  return next.value;
}

/** Backpropagation against forward mode and central differences, for every parameter. */
export function GradientPart({ trace }: { trace: Trace }) {
  const words = useWords();
  const format = useFormat();
  const h = useChoices((choices) => choices.h);
  const rival = useChoices((choices) => choices.rival);
  const { layout, mask } = trace;
  const parameters = useMemo(() => parametersOf({ layout, mask }), [layout, mask]);
  const input = useMemo(() => ({ trace, h }), [trace, h]);
  const light = 2 * parameters.length * layout.weights <= LIGHT_CHECK;
  const handle = useJob("check", input, { light, compute: check });
  const { job } = handle;
  const found = job.state === "done" ? job.result : null;
  const judged = useMemo(
    () => (found === null ? [] : judge(found, rival, parameters)),
    [found, rival, parameters],
  );
  return (
    <>
      <h2>{words.title}</h2>
      <p className="says">
        <Prose text={words.compared(parameters.length, formatNumber(h, format))} typeset />
      </p>
      <div className="controls">
        <Switch
          label={words.rival}
          options={RIVALS.map((id) => [id, words.rivals[id]] as const)}
          value={rival}
          onChoice={(id) => choose({ rival: id })}
        />
        <span className="step-size">
          <span className="symbol" aria-hidden="true">
            h
          </span>
          <Choice
            label={words.h}
            value={String(h)}
            options={STEP_SIZES.map((size) => [String(size), formatNumber(size, format)] as const)}
            onChoice={(value) => choose({ h: Number(value) })}
          />
        </span>
      </div>
      {found === null ? (
        <div className="check-room">
          <CheckNotice handle={handle} />
        </div>
      ) : (
        <>
          <Worst comparison={found[rival]} />
          <AgreementMap sizes={layout.sizes} judged={judged} />
          <Findings trace={trace} check={found} rival={rival} judged={judged} />
          <ParameterTable check={found} judged={judged} />
        </>
      )}
    </>
  );
}
