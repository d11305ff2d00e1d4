/** The page has to rest so long, ms, before anything is prepared: not while a value is dragged. */
const REST_MS = 36;
/** Who has jumped somewhere has come to stay after so long, ms. */
const STAY_MS = 250;

/**
 * Calls back when the page has rested: the time to prepare what comes next. Returns how to call it off.
 * Idle callbacks would come 20 ms later to a page that draws no frames, and with them the frame of what
 * is prepared: nearer to the next press, which waits for it.
 */
export function whenResting(act: () => void): () => void {
  const timer = setTimeout(act, REST_MS);
  return () => clearTimeout(timer);
}

/**
 * Calls back when the page has rested longer, after a jump: who drags along the timeline is about to jump
 * again, and a frame of what is prepared in vain would hold that one up. Returns how to call it off.
 */
export function whenStaying(act: () => void): () => void {
  const timer = setTimeout(act, STAY_MS);
  return () => clearTimeout(timer);
}
