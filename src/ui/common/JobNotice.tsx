import { commonMessages } from "../../i18n/common.ts";
import { useBackstep } from "../context.ts";
import type { JobHandle } from "./useJob.ts";
import "./JobNotice.css";

/** What stands in place of a result that is not there yet. */
export function JobNotice({ handle }: { handle: JobHandle<unknown> }) {
  const words = commonMessages(useBackstep((state) => state.view.lang));
  const { job, cancel, again } = handle;
  if (job.state === "done") return null;
  if (job.state === "running") {
    return job.fraction === null ? null : (
      <p className="job-notice" data-testid="job">
        <span>{words.computing(Math.floor(100 * job.fraction))}</span>
        <button type="button" className="button" onClick={cancel}>
          {words.cancel}
        </button>
      </p>
    );
  }
  return (
    <p className="job-notice" role="status" data-testid="job">
      <span>{job.state === "cancelled" ? words.cancelled : words.failed}</span>
      <button type="button" className="button" onClick={again}>
        {words.again}
      </button>
    </p>
  );
}
