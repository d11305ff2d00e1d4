import { useMemo, useState } from "react";
import { checkGradients, type GradientCheck } from "../../engine/check.ts";
import { finish } from "../../engine/finish.ts";
import { nearestStep } from "../../engine/stepSize.ts";
import type { TaskInput } from "../../engine/tasks.ts";
import type { Trace } from "../../engine/trace.ts";
import { formatNumber } from "../../numbers/format.ts";
import { CHOICES } from "../../session/selection.ts";
import { Choice } from "../Choice.tsx";
import { Prose } from "../common/Prose.tsx";
import { Switch } from "../common/Switch.tsx";
import { useFormat } from "../common/useFormat.ts";
import { useJob, type Job } from "../common/useJob.ts";
import { useBackstep, useBackstepStore } from "../context.ts";
import { judge, parametersOf } from "./agreement.ts";
import { AgreementMap } from "./AgreementMap.tsx";
import { CheckNotice } from "./CheckNotice.tsx";
import { formatCount } from "../common/count.ts";
import { Findings } from "./Findings.tsx";
import { ParameterTable } from "./ParameterTable.tsx";
import { useWords } from "./reading.ts";
import { STEP_SIZES } from "./stepSizes.ts";
import { Worst } from "./Worst.tsx";

/** Multiply-adds of a check that is done before the next frame. */
const LIGHT_CHECK = 400_000;

function check({ trace, h }: TaskInput<"check">): GradientCheck {
  return finish(checkGradients(trace, h));
}

/** Backpropagation against forward mode and central differences, for every parameter. */
export function GradientPart({ trace }: { trace: Trace }) {
  const words = useWords();
  const format = useFormat();
  const { actions } = useBackstepStore().getState();
  const h = useBackstep(({ view }) => STEP_SIZES[nearestStep(view.h, STEP_SIZES)]);
  const rival = useBackstep(({ view }) => view.against);
  const { layout, mask } = trace;
  const parameters = useMemo(() => parametersOf({ layout, mask }), [layout, mask]);
  const input = useMemo(() => ({ trace, h }), [trace, h]);
  const light = 2 * parameters.length * layout.weights <= LIGHT_CHECK;
  const handle = useJob("check", input, { light, compute: check });
  const { job } = handle;
  const checked = useChecked(trace, job);
  const judged = useMemo(
    () => (checked === null ? [] : judge(checked.check, rival, parameters)),
    [checked, rival, parameters],
  );
  const isQuiet = job.state === "done" || (job.state === "running" && job.fraction === null);
  return (
    <>
      <h2>{words.title}</h2>
      <p className="says">
        <Prose
          text={words.compared(formatCount(parameters.length), formatNumber(h, format))}
          typeset
        />
      </p>
      <div className="controls">
        <Switch
          label={words.rival}
          options={CHOICES.against.map((id) => [id, words.rivals[id]] as const)}
          value={rival}
          onChoice={(id) => actions.choose({ against: id })}
        />
        <span className="step-size">
          <span className="symbol" aria-hidden="true">
            h
          </span>
          <Choice
            label={words.h}
            value={String(h)}
            options={STEP_SIZES.map((size) => [String(size), formatNumber(size, format)] as const)}
            onChoice={(value) => actions.choose({ h: Number(value) })}
          />
        </span>
      </div>
      {checked === null ? (
        <div className="check-room">{isQuiet ? null : <CheckNotice handle={handle} />}</div>
      ) : (
        <div className="checked" data-earlier={job.state === "done" ? undefined : ""}>
          {isQuiet ? <Worst judged={judged} /> : <CheckNotice handle={handle} besideEarlier />}
          <AgreementMap sizes={layout.sizes} judged={judged} />
          <Findings trace={checked.trace} check={checked.check} rival={rival} judged={judged} />
          <ParameterTable check={checked.check} judged={judged} />
        </div>
      )}
    </>
  );
}

interface Checked {
  readonly check: GradientCheck;
  readonly trace: Trace;
}

/** The check; until it is there the one before it, if that was of the same parameters. */
function useChecked(trace: Trace, job: Job<GradientCheck>): Checked | null {
  const [last, setLast] = useState<Checked | null>(null);
  const shape = useMemo(() => shapeOf(trace), [trace]);
  const lastShape = useMemo(() => (last === null ? null : shapeOf(last.trace)), [last]);
  if (job.state !== "done") return lastShape === shape ? last : null;
  if (last?.check === job.result) return last;
  const found = { check: job.result, trace };
  setLast(found);
  return found;
}

function shapeOf({ layout, mask }: Trace): string {
  return `${layout.sizes.join("-")} ${mask?.join("") ?? ""}`;
}
