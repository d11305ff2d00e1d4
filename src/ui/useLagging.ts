import { useEffect, useRef, useState } from "react";
import { afterFrame } from "../diagram/afterFrame.ts";
import { whenResting } from "../diagram/whenResting.ts";

/** What changes again this soon after it was followed, ms, changes all the time: a drag, a key held down. */
const HURRY_MS = 250;

/**
 * A value as it was before this frame: what is costly to draw follows a frame later, and while the value
 * changes all the time only four times a second and when that rests, so that no frame waits for it.
 *
 * @param value kept the same object as long as it is the same value
 * @param followsAtOnce whether it is to be drawn with this frame after all, given what was drawn last
 */
export function useLagging<T>(value: T, followsAtOnce: (drawn: T) => boolean): T {
  const [drawn, setDrawn] = useState(value);
  const followed = useRef(-Infinity);
  useEffect(() => {
    const follow = (): void => {
      followed.current = performance.now();
      setDrawn(value);
    };
    const isHurried = performance.now() - followed.current < HURRY_MS;
    return isHurried ? whenResting(follow) : afterFrame(follow);
  }, [value]);
  if (drawn === value || !followsAtOnce(drawn)) return drawn;
  setDrawn(value);
  return value;
}
