import type { JobHandle } from "./useJob.ts";
import { useWords } from "./reading.ts";

/** What stands in place of a result that is not there yet. */
export function JobNotice({ handle }: { handle: JobHandle<unknown> }) {
  const words = useWords();
  const { job, cancel, again } = handle;
  if (job.state === "done") return null;
  if (job.state === "running") {
    return job.fraction === null ? null : (
      <p className="job" data-testid="job">
        <span>{words.computing(Math.floor(100 * job.fraction))}</span>
        <button type="button" className="button" onClick={cancel}>
          {words.cancel}
        </button>
      </p>
    );
  }
  return (
    <p className="job" role="status" data-testid="job">
      <span>{job.state === "cancelled" ? words.cancelled : words.failed}</span>
      <button type="button" className="button" onClick={again}>
        {words.again}
      </button>
    </p>
  );
}
