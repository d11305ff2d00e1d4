import type { JobHandle } from "../common/useJob.ts";
import { useWords } from "./reading.ts";

/** What stands in place of a check that is not there yet. */
export function CheckNotice({ handle }: { handle: JobHandle<unknown> }) {
  const words = useWords();
  const { job, cancel, again } = handle;
  if (job.state === "done") return null;
  if (job.state !== "running") {
    return (
      <p className="job" role="status" data-testid="check-job">
        <span>{job.state === "cancelled" ? words.cancelled : words.failed}</span>
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
      <span>{text}</span>
      <button type="button" className="button" onClick={cancel}>
        {words.cancel}
      </button>
    </p>
  );
}
