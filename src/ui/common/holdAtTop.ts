/** Whoever does one of these looks elsewhere. */
const LEAVING = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

/**
 * Brings an element to the top and keeps it there while what is watched changes its size, until the
 * person does something; the result stops that at once.
 */
export function holdAtTop(element: Element, watched: Iterable<Element>): () => void {
  const show = (): void => element.scrollIntoView({ block: "start" });
  const observer = new ResizeObserver(show);
  for (const part of watched) observer.observe(part);
  const stop = (): void => {
    observer.disconnect();
    for (const type of LEAVING) removeEventListener(type, stop);
  };
  for (const type of LEAVING) addEventListener(type, stop, { passive: true });
  return stop;
}
