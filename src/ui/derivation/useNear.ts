import { useEffect, useState, type RefObject } from "react";

/** How far outside the window something is made ready, px. */
const AHEAD = "600px";

/** Whether an element is in sight, or nearly so. */
export function useNear(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.at(-1)?.isIntersecting ?? false),
      { rootMargin: AHEAD, scrollMargin: AHEAD },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return near;
}
