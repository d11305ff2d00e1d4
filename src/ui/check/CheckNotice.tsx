import type { JobHandle } from "../common/useJob.ts";
import { useWords } from "./reading.ts";

interface CheckNoticeProps {
  readonly handle: JobHandle<unknown>;
  /** Whether the numbers of the check before still stand under it. */
  readonly besideEarlier?: boolean;
}

/** What stands in place of a check that is not there yet. */
export function CheckNotice({ handle, besideEarlier = false }: CheckNoticeProps) {
  const words = useWords();
  const { job, cancel, again } = handle;
  if (job.state === "done") return null;
  if (job.state !== "running") {
    return (
      <p className="job" role="status" data-testid="check-job">
        <span>
          {job.state === "cancelled" ? words.cancelled : words.failed}
          {besideEarlier ? <small>{words.earlier}</small> : null}
        </span>
        <button type="button" className="button" onClick={again}>
          {words.again}
        </button>
      </p>
    );
  }
  if (job.fraction === null) return null;
  const text = words.computing(Math.floor(100 * job.fraction));
  return (
    <p className="job" data-testid="check-job">
      <progress aria-label={text} value={job.fraction} />
      <span>
        {text}
        {besideEarlier ? <small>{words.earlier}</small> : null}
      </span>
      <button type="button" className="button" onClick={cancel}>
        {words.cancel}
      </button>
    </p>
  );
}
