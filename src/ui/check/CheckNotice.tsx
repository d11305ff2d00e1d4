import { useLayoutEffect, useRef } from "react";
import type { JobHandle } from "../common/useJob.ts";
import { useWords } from "./reading.ts";

interface CheckNoticeProps {
  readonly handle: JobHandle<unknown>;
  /** Whether the numbers of the check before still stand under it. */
  readonly besideEarlier?: boolean;
}

/** How far a check is, or that it was given up, with the button to do so or to begin again. */
export function CheckNotice({ handle, besideEarlier = false }: CheckNoticeProps) {
  const words = useWords();
  const { job, cancel, again } = handle;
  const box = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const shown = box.current;
    // The button goes when the check is done; who stands on it stays in the tab.
    return () => {
      if (shown?.contains(document.activeElement) === true) {
        shown.closest<HTMLElement>(".check-page")?.focus();
      }
    };
  }, []);
  const isRunning = job.state === "running";
  const percent = isRunning ? Math.floor(100 * (job.fraction ?? 0)) : 0;
  const text = isRunning
    ? words.computing(percent)
    : job.state === "cancelled"
      ? words.cancelled
      : words.failed;
  // One button for both, so that the focus stays on it from one to the other.
  return (
    <p className="job" role={isRunning ? undefined : "status"} data-testid="check-job" ref={box}>
      {isRunning ? <progress key="bar" aria-label={text} value={percent / 100} /> : null}
      <span key="text">
        {text}
        {besideEarlier ? <small>{words.earlier}</small> : null}
      </span>
      <button key="button" type="button" className="button" onClick={isRunning ? cancel : again}>
        {isRunning ? words.cancel : words.again}
      </button>
    </p>
  );
}
