/** The page has to rest so long, ms, before anything is prepared: not while a value is dragged. */
const REST_MS = 40;
/** A page that draws no frames is never told that it is idle; the next press may be near. */
const IDLE_WITHIN_MS = 20;

/**
 * Calls back when the page has rested and is idle: the time to prepare what comes next. Returns how
 * to call it off.
 */
export function whenResting(act: () => void): () => void {
  let stop: () => void;
  const timer = setTimeout(() => {
    stop = whenIdle(act);
  }, REST_MS);
  stop = () => clearTimeout(timer);
  return () => stop();
}

function whenIdle(act: () => void): () => void {
  // Safari has no idle callback.
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(act);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(act, { timeout: IDLE_WITHIN_MS });
  return () => cancelIdleCallback(request);
}
